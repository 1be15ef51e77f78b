import { account } from './de/account'
import { change } from './de/change'
import { corrections } from './de/corrections'
import { data, feed } from './de/data'
import { failure, frame } from './de/frame'
import { front } from './de/front'
import { log } from './de/log'
import { method } from './de/method'
import { scale, time } from './de/scale'
import { share } from './de/share'
import { translation } from './de/translation'
import type { Translation } from './en'

export const de = {
  account,
  change,
  corrections,
  data,
  failure,
  feed,
  frame,
  front,
  log,
  method,
  scale,
  share,
  time,
  translation,
} satisfies Translation
