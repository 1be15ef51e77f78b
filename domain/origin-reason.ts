import type { PublicClaim, Snapshot } from './snapshot-schema'
import type { LineageKind } from './words'
import { isolated, type Words } from './wording'

/** Where an account counts a confidential source as an origin, its document says no more of it than this. */
export const CONFIDENTIAL_ORIGIN = 'A confidential source'

type Copy = Exclude<LineageKind, 'quotes'>
type Step = { from: string | null; kind: Copy; to: string | null }

/** Why two origins are one, as an account's document says it (domain/origin.ts); null where there is no name. */
export type Reason =
  | { because: 'origin' | 'party' | 'side'; name: string | null }
  | { because: 'article' | 'text' }
  | { because: 'copies'; steps: Step[] }

const NAMED = [
  [/^They go back to the same origin: (.+)\.$/s, 'origin', 'one origin'],
  [/^They come from the same side: (.+)\.$/s, 'side', 'one side'],
  [/^They come from (.+)\.$/s, 'party', 'the same party'],
] as const

const COPIES = /^Their own reporting is one text: (.+)\.$/s
const STEP = / is a (reprint|translation|scraped copy) of /
const KIND: Readonly<Record<string, Copy>> = {
  reprint: 'reprint',
  translation: 'translation',
  'scraped copy': 'scrape',
}

/**
 * What a document says in English, read back into its parts, so that it can be said in any language: documents hold
 * the sentence alone, and are never changed. Null for what is not one of its sentences, or could be read in two ways.
 */
export function readReason(sentence: string): Reason | null {
  if (sentence === 'They are the reporting of one article.') return { because: 'article' }
  if (sentence === 'Their own reporting is one text.') return { because: 'text' }
  const copies = COPIES.exec(sentence)?.[1]
  if (copies !== undefined) {
    const steps = copies.split('; ').map(readStep)
    return steps.every((step) => step !== null) ? { because: 'copies', steps } : null
  }
  for (const [form, because, unnamed] of NAMED) {
    const name = form.exec(sentence)?.[1]
    if (name !== undefined) return { because, name: name === unnamed ? null : name }
  }
  return null
}

/** The same sentence with another name in it; what names no party, channel or side stays as it is. */
export function renamedReason(sentence: string, say: (name: string) => string): string {
  const reason = readReason(sentence)
  if (reason === null || !('name' in reason) || reason.name === null) return sentence
  return `${sentence.slice(0, -reason.name.length - 1)}${say(reason.name)}.`
}

/**
 * Which of a group's evidence a sentence speaks of, by number and in order: “they” would be read as everybody in the
 * group, or after another sentence as those of that one. Null where the one sentence speaks of all, and where it names
 * the articles itself.
 */
export function joinedBy(
  reason: Reason,
  group: PublicClaim['origins']['groups'][number],
  { incident, evidence }: Snapshot,
): number[] | null {
  if (!('name' in reason)) return null
  const { because, name } = reason
  const side = incident.sides.find((each) => each.name === name)
  const numbers = evidence.flatMap((piece) => {
    if (piece.isConfidential || piece.origin === null || !group.evidence.includes(piece.number)) return []
    const { party, channel } = piece.origin
    const isOf = { origin: channel === name, party: party === name, side: side?.parties.includes(party ?? '') }
    return isOf[because] === true ? [piece.number] : []
  })
  const isAll = numbers.length === group.evidence.length
  return numbers.length < 2 || (isAll && group.reasons.length === 1) ? null : numbers.toSorted((a, b) => a - b)
}

function readStep(text: string): Step | null {
  const [from, word, to, ...more] = text.split(STEP)
  const kind = word === undefined ? undefined : KIND[word]
  if (!from || kind === undefined || !to || more.length > 0) return null
  const named = (name: string) => (name === 'another article' ? null : name)
  return { from: named(from), kind, to: named(to) }
}

/** In the reader's language. */
export function reasonText(reason: Reason, { t, semicolon }: Words): string {
  const BECAUSE = 'account.origins.because'
  switch (reason.because) {
    case 'article':
    case 'text':
      return t(`${BECAUSE}.${reason.because}`)
    case 'copies': {
      const other = t(`${BECAUSE}.another`)
      const steps = reason.steps.map(({ from, kind, to }) =>
        t(`${BECAUSE}.${kind}`, {
          from: from === null ? other : isolated(from),
          to: to === null ? other : isolated(to),
        }),
      )
      return t(`${BECAUSE}.copies`, { steps: steps.join(semicolon) })
    }
    default:
      return reason.name === null
        ? t(`${BECAUSE}.${reason.because}Unnamed`)
        : t(`${BECAUSE}.${reason.because}`, { name: isolated(reason.name) })
  }
}
