import { account } from './ar/account'
import { change } from './ar/change'
import { corrections } from './ar/corrections'
import { data, feed } from './ar/data'
import { failure, frame } from './ar/frame'
import { front } from './ar/front'
import { log } from './ar/log'
import { method } from './ar/method'
import { scale, time } from './ar/scale'
import { share } from './ar/share'
import { translation } from './ar/translation'
import type { Translation } from './en'

export const ar = {
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
