import type { Language } from '../language'
import { ar } from './ar'
import { de } from './de'
import { en, type Messages } from './en'
import { ru } from './ru'
import { uk } from './uk'

type Tree = { readonly [key: string]: string | Tree }

/** A word that nobody has translated yet is told in English rather than not at all; a test knows of each. */
function filled(own: Tree, english: Tree): Tree {
  const both = Object.entries(english).map(([key, word]): [string, string | Tree] => {
    const mine = own[key]
    if (typeof word === 'string') return [key, typeof mine === 'string' ? mine : word]
    return [key, filled(typeof mine === 'object' ? mine : {}, word)]
  })
  return Object.fromEntries(both)
}

/** The words of every language, each with the keys of the English ones. */
export const ALL_MESSAGES: Readonly<Record<Language, Messages>> = {
  en,
  // The shape is the English one's by construction; its literal types are not.
  uk: filled(uk, en) as Messages,
  ru: filled(ru, en) as Messages,
  de: filled(de, en) as Messages,
  ar: filled(ar, en) as Messages,
}
