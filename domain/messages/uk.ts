import { account } from './uk/account'
import { change } from './uk/change'
import { corrections } from './uk/corrections'
import { data, feed } from './uk/data'
import { failure, frame } from './uk/frame'
import { front } from './uk/front'
import { log } from './uk/log'
import { method } from './uk/method'
import { scale, time } from './uk/scale'
import { share } from './uk/share'
import { translation } from './uk/translation'
import type { Translation } from './en'

export const uk = {
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
