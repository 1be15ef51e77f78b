import { diffArrays } from 'diff'
import type { Snapshot } from './snapshot-schema'
import { blockTexts } from './snapshot-summary'

/** A stretch of text with what became of it. */
export type Marked = { kind: 'same' | 'added' | 'removed'; text: string }

/** Scripts that put nothing between words, whose signs are compared one by one. */
const UNSPACED = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]`
const LETTERS = String.raw`(?:(?!${UNSPACED})[\p{L}\p{M}\p{N}_])+`
/** A citation, a word of any script, blanks, and every other sign by itself. (Those of `diff` are Latin words.) */
const TOKEN = new RegExp(String.raw`\[\d+\u2060?\]|${LETTERS}(?:['’ʼ]${LETTERS})*|\s+|.\p{M}*`, 'gsu')
const tokens = (text: string): string[] => text.match(TOKEN) ?? []

/**
 * Two texts word by word, for marking what changed. Texts are those of one block: short. Changes with nothing but a blank
 * between them are one, so that it reads as two phrases and not as every other word.
 */
export function diffText(before: string, after: string): Marked[] {
  const parts = diffArrays(tokens(before), tokens(after)).map(({ value, ...part }) => ({
    ...part,
    value: value.join(''),
  }))
  const marked: Marked[] = []
  const last = { removed: '', added: '' }
  const close = () => {
    for (const kind of ['removed', 'added'] as const) {
      if (last[kind] !== '') marked.push({ kind, text: last[kind] })
      last[kind] = ''
    }
  }
  for (const [index, { value, added, removed }] of parts.entries()) {
    const isSame = !added && !removed
    const isGap = isSame && value.trim() === '' && last.removed + last.added !== '' && index < parts.length - 1
    if (isSame && !isGap) {
      close()
      marked.push({ kind: 'same', text: value })
      continue
    }
    if (!added) last.removed += value
    if (!removed) last.added += value
  }
  close()
  return marked
}

/** A block of two summaries side by side: equal, only in one, or changed within. */
export type MarkedBlock = { kind: 'same' | 'added' | 'removed' | 'changed'; parts: Marked[] }

/** The summaries of two accounts; a citation of the same evidence is the same, whatever its number was. */
export function diffSummaries(before: Snapshot, after: Snapshot): MarkedBlock[] {
  return diffTexts(blockTexts(before.summary, citedNow(before, after)), blockTexts(after.summary))
}

/** Same digits to the eye, and another word to whoever compares: the evidence is not there any more. */
const GONE = '\u2060'

/** A citation of the older account by the number that its evidence has in the newer one. */
export function citedNow(before: Snapshot, after: Snapshot): (number: number) => string {
  const keys = new Map(before.evidence.map(({ number, key }) => [number, key]))
  const numbers = new Map(after.evidence.map(({ number, key }) => [key, number]))
  return (number) => {
    const now = numbers.get(keys.get(number) ?? '')
    return now === undefined ? `[${number}${GONE}]` : `[${now}]`
  }
}

/** A summary with the keys of what it cites in the place of numbers. */
export function unnumberedBlocks({ summary, evidence }: Snapshot): unknown {
  const keys = new Map(evidence.map(({ number, key }) => [number, key]))
  const withKeys = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(withKeys)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]): [string, unknown] => [
        name,
        name === 'citation' && typeof inner === 'number' ? (keys.get(inner) ?? inner) : withKeys(inner),
      ]),
    )
  }
  return withKeys(summary)
}

/** Two summaries block by block, and within a block that changed word by word. */
export function diffSummary(before: Snapshot['summary'], after: Snapshot['summary']): MarkedBlock[] {
  return diffTexts(blockTexts(before), blockTexts(after))
}

function diffTexts(before: readonly string[], after: readonly string[]): MarkedBlock[] {
  const parts = diffArrays([...before], [...after])
  const blocks: MarkedBlock[] = []
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]
    const next = parts[index + 1]
    if (part === undefined) continue
    if (part.removed && next?.added && part.value.length === next.value.length) {
      part.value.forEach((text, at) => blocks.push({ kind: 'changed', parts: diffText(text, next.value[at] ?? '') }))
      index++
      continue
    }
    const kind = part.added ? 'added' : part.removed ? 'removed' : 'same'
    for (const text of part.value) blocks.push({ kind, parts: [{ kind, text }] })
  }
  return blocks
}
