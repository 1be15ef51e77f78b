import { account } from './ru/account'
import { change } from './ru/change'
import { corrections } from './ru/corrections'
import { data, feed } from './ru/data'
import { failure, frame } from './ru/frame'
import { front } from './ru/front'
import { log } from './ru/log'
import { method } from './ru/method'
import { scale, time } from './ru/scale'
import { share } from './ru/share'
import { translation } from './ru/translation'
import type { Translation } from './en'

export const ru = {
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
