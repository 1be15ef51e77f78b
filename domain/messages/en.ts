import { account } from './en/account'
import { change } from './en/change'
import { corrections } from './en/corrections'
import { data, feed } from './en/data'
import { failure, frame } from './en/frame'
import { front } from './en/front'
import { log } from './en/log'
import { method } from './en/method'
import { scale, time } from './en/scale'
import { share } from './en/share'
import { translation } from './en/translation'

/** Every word that a reader is told, in English: the keys of every other language, and what stands in for a missing one. */
export const en = {
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
} as const

export type Messages = typeof en

/** The same keys in another language; those that nobody has translated yet are left out. */
export type Translation<Part = Messages> = {
  [Key in keyof Part]?: Part[Key] extends string ? string : Translation<Part[Key]>
}
