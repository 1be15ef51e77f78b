import { whenBounds } from '../time'
import type { Measured } from './measure'
import type { Reading } from './reading'
import { foldWord, WORD } from './tokens'

/** One reason why `a` (above 0) or `b` (below) is the copy; `words` say it of the copy. */
type Sign = { weight: number; words: string }

export type Direction = { copy: 'a' | 'b'; because: string[]; /** 0–1: 0 is a guess. */ certainty: number }

/** Which of two goes back to the other, from what is known of them besides the words they share. */
export function directionOf(a: Reading, b: Reading, measured: Measured): Direction {
  const signs = [...signsOf(a, b, measured, 1), ...signsOf(b, a, turned(measured), -1)]
  const sum = signs.reduce((total, sign) => total + sign.weight, 0)
  const isA = sum > 0 || (sum === 0 && a.article.capturedAt > b.article.capturedAt)
  const because = signs.filter((sign) => sign.weight > 0 === isA && sign.weight !== 0).map((sign) => sign.words)
  const against = signs.filter((sign) => sign.weight > 0 !== isA).map((sign) => sign.words)
  return {
    copy: isA ? 'a' : 'b',
    because: [
      ...because,
      ...(sum === 0 ? ['Nothing tells which was first: it was captured later.'] : []),
      ...(against.length > 0 ? [`But of the other: ${against.map(lowered).join(' ')}`] : []),
    ],
    certainty: Math.min(1, Math.abs(sum) / 4),
  }
}

const lowered = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1)

function turned(measured: Measured): Measured {
  const turn = <Value>({ a, b }: { a: Value; b: Value }) => ({ a: b, b: a })
  return {
    ...measured,
    words: turn(measured.words),
    contained: turn(measured.contained),
    sharedWords: turn(measured.sharedWords),
    quotedBy: turn(measured.quotedBy),
    matches: measured.matches.map(({ a, b, length }) => ({ a: b, b: a, length })),
  }
}

/** What speaks for `copy` being the copy. */
function signsOf(copy: Reading, first: Reading, measured: Measured, sign: 1 | -1): Sign[] {
  const signs: Sign[] = []
  const add = (weight: number, words: string) => signs.push({ weight: weight * sign, words })
  const days = daysAfter(copy.article.published, first.article.published)
  if (days !== null && days > 0) add(3, `It was published ${days === 1 ? 'a day' : `${days} days`} later.`)
  if (namesOutlet(copy, first)) add(4, 'It names the other’s outlet.')
  if (linksTo(copy, first)) add(4, 'It links to the other’s site.')
  if (measured.quotedBy.a >= 8) add(3, 'It has between quotation marks what the other says in its own words.')
  const foot = footOf(copy, measured)
  if (foot !== null && footOf(first, turned(measured)) === null)
    add(2, `It ends in ${foot.words} words that the other lacks, ${foot.links} of them addresses.`)
  if (measured.contained.a > 0.85 && measured.contained.b < 0.75)
    add(1, 'Almost all of it is in the other, which has more: it looks cut.')
  return signs
}

/** Whole days between two times known to the day or better apart; null where they may be the same. */
function daysAfter(later: string | null, earlier: string | null): number | null {
  const from = earlier === null ? null : whenBounds(earlier).latest
  const to = later === null ? null : whenBounds(later).earliest
  if (from === null || to === null || to <= from) return null
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** The name stands in the text, and the other text does not name this one's outlet in return. */
function namesOutlet(copy: Reading, first: Reading): boolean {
  const [own, others] = [copy.article.outlet, first.article.outlet]
  if (others === null || own?.id === others.id) return false
  return isNamed(others.names, copy) && !(own !== null && isNamed(own.names, first))
}

function isNamed(names: readonly string[], reading: Reading): boolean {
  const text = ` ${wordsOf(reading.article.text)} `
  return names.some((name) => {
    const folded = wordsOf(name)
    return folded.length >= 3 && text.includes(` ${folded} `)
  })
}

const wordsOf = (text: string) => (text.match(/[\p{L}\p{N}\p{M}'’]+/gu) ?? []).map(foldWord).join(' ')

function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  return new URL(url).hostname.replace(/^www\./, '')
}

function linksTo(copy: Reading, first: Reading): boolean {
  const host = hostOf(first.article.url)
  if (host === null || host === hostOf(copy.article.url)) return false
  return copy.article.text.toLowerCase().includes(host) && !linksBack(first, copy)
}

function linksBack(first: Reading, copy: Reading): boolean {
  const host = hostOf(copy.article.url)
  return host !== null && first.article.text.toLowerCase().includes(host)
}

const LINK =
  /(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+\.(?:com|net|org|info|biz|ru|top|xyz|site|online|shop|club|bet|casino|example|test)\b|#[\p{L}\p{N}_]+/giu

/** What stands behind the last shared passage, where it is ten words or more and holds two links or tags. */
export function footOf(reading: Reading, { matches }: Measured): { words: number; links: number } | null {
  let last = 0
  for (const match of matches) last = Math.max(last, match.a + match.length)
  if (last === 0 || last >= reading.tokens.count) return null
  let weight = 0
  for (let at = last; at < reading.tokens.count; at++)
    if (reading.isCommon[at] === 0) weight += reading.tokens.weights[at] ?? 0
  const links = reading.article.text.slice(reading.tokens.ends[last - 1] ?? 0).match(LINK)?.length ?? 0
  return weight >= 10 * WORD && links >= 2 ? { words: Math.round(weight / WORD), links } : null
}
