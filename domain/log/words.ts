import { canonicalJson } from '../hash'
import { ALL_MESSAGES } from '../messages/all'

/** Rooms of the catalogue whose words stand on the page of an account, in its head, in lists of accounts and in what changed. */
const ROOMS = [
  'account',
  'scale',
  'time',
  'translation',
  'front',
  'share',
  'feed',
  'corrections',
  'frame',
  'change',
] as const

type Tree = { readonly [key: string]: string | Tree }

function lines(tree: Tree, path: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, word]): [string, string][] =>
    typeof word === 'string' ? [[`${path}.${key}`, word]] : lines(word, `${path}.${key}`),
  )
}

let known: string | undefined

/**
 * The interface's own words on the page of an account, as canonical JSON: ICU messages by their keys, in each language.
 * Whoever reads a page can tell with it what was published from what stands around it (docs/decisions/0046).
 */
export function wordList(): string {
  const languages = Object.entries(ALL_MESSAGES).map(([language, messages]) => {
    const words = ROOMS.flatMap((room) => lines(messages[room], room))
    return [language, Object.fromEntries(words)] as const
  })
  known ??= canonicalJson({ v: 1, languages: Object.fromEntries(languages) })
  return known
}
