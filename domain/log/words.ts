import { openApi } from '../api/openapi'
import { canonicalJson, sha256Hex } from '../hash'
import { ALL_MESSAGES } from '../messages/all'

/** Rooms of the catalogue whose words stand on a page for readers, or in its head. */
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
  'method',
  'data',
  'log',
] as const

type Tree = { readonly [key: string]: string | Tree }

function lines(tree: Tree, path: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, word]): [string, string][] =>
    typeof word === 'string' ? [[`${path}.${key}`, word]] : lines(word, `${path}.${key}`),
  )
}

let known: string | undefined

/** What describes the public interface, but for whose it is and where: as it is written, for its order is shown. */
const described = (): string => sha256Hex(JSON.stringify(openApi({ title: '', server: '' })))

/**
 * The interface's own words on public pages, as canonical JSON: ICU messages by their keys, in each language; and the hash of
 * what describes its data. With it what was published can be told from what stands around it (docs/decisions/0046).
 */
export function wordList(): string {
  const languages = Object.entries(ALL_MESSAGES).map(([language, messages]) => {
    const words = ROOMS.flatMap((room) => lines(messages[room], room))
    return [language, Object.fromEntries(words)] as const
  })
  known ??= canonicalJson({ v: 1, languages: Object.fromEntries(languages), api: described() })
  return known
}
