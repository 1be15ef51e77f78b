import type { z } from 'zod'
import { searchInput } from '@/domain/input/search'

/** What is looked for, as its controls hold it: every part a text, nothing is ''. */
export type Asked = Readonly<Record<AskedPart, string>>
export type AskedPart = keyof typeof PARAM

/** The names in the page's address. */
const PARAM = {
  text: 'q',
  kind: 'kind',
  outlet: 'outlet',
  grade: 'grade',
  language: 'language',
  party: 'party',
  place: 'place',
  happenedFrom: 'from',
  happenedTo: 'to',
  publishedFrom: 'published-from',
  publishedTo: 'published-to',
  level: 'level',
  status: 'status',
} as const

const PARTS = Object.keys(PARAM) as AskedPart[]

/** What the form must hold of itself to be asked for; the kind stands above the list. */
export const FILTERS = PARTS.filter((part) => part !== 'text' && part !== 'kind')

/** An address says what it likes: what is none of ours is left out. */
export function readAsked(address: Readonly<Record<string, string | string[] | undefined>>): Asked {
  const read = (part: AskedPart) => {
    const value = address[PARAM[part]]
    return typeof value === 'string' && isMeant(part, value) ? value : ''
  }
  return Object.fromEntries(PARTS.map((part) => [part, read(part)])) as Record<AskedPart, string>
}

/** What can be asked as it stands; a date or a tag that is only begun waits. */
function isMeant(part: AskedPart, value: string): boolean {
  return value !== '' && searchInput.shape[part].safeParse(value).success
}

/** `?q=…`, or nothing. */
export function addressOf(asked: Asked): string {
  const params = new URLSearchParams()
  for (const part of PARTS) if (asked[part].trim() !== '') params.set(PARAM[part], asked[part].trim())
  const query = params.toString()
  return query === '' ? '' : `?${query}`
}

export function inputOf(asked: Asked): z.input<typeof searchInput> {
  const meant = PARTS.filter((part) => isMeant(part, asked[part].trim()))
  return Object.fromEntries(meant.map((part) => [part, asked[part].trim()]))
}

export function countFilters(asked: Asked): number {
  return FILTERS.filter((part) => asked[part] !== '').length
}
