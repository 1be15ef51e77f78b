import { diffArrays } from 'diff'

/**
 * Pieces of two texts in order; `same` stands in both, and what is long of it is left out but for its ends. `around` is
 * what a paste has beside the article: a page's menus and its foot.
 */
export type DiffPart =
  | { kind: 'same' | 'gone' | 'new'; text: string }
  | { kind: 'skipped' | 'around'; characters: number }

/** Edits after which two texts are called different through and through: Myers' algorithm takes edits × length. */
const MOST_EDITS = { lines: 600, words: 1_000 }
/** Words of one changed stretch that are compared one by one. */
const MOST_WORDS = 20_000
/** Of what is the same, what is shown at each end, in UTF-16 units. */
const SHOWN = 160

type Run = { kind: 'same' | 'gone' | 'new'; text: string }

/** The difference of two texts by words, found line by line first, so that long texts that agree take no time. */
export function textDiff(before: string, after: string): DiffPart[] {
  const runs: Run[] = []
  let gone = ''
  let added = ''
  const flush = (): void => {
    runs.push(...wordRuns(gone, added))
    gone = ''
    added = ''
  }
  for (const { kind, text } of lineRuns(before, after)) {
    if (kind === 'gone') gone += text
    else if (kind === 'new') added += text
    else {
      flush()
      runs.push({ kind, text })
    }
  }
  flush()
  return joined(runs).flatMap((run, at, all) => shortened(run, at === 0, at === all.length - 1))
}

/**
 * The difference between a pasted text and what was read of its page. A paste is the whole page with line breaks of its
 * own: what it has above the first paragraph that belongs to the article, and below the last, counts for nothing, nor
 * does white space.
 */
export function pasteDiff(before: string, after: string, pasted: 'before' | 'after'): DiffPart[] {
  const [paste, read] = pasted === 'before' ? [before, after] : [after, before]
  const paragraphs = paragraphsOf(paste)
  const own = paragraphsOf(read)
  const isOfArticle = belongingTo(own)
  const [first, last] = [paragraphs.findIndex(isOfArticle), paragraphs.findLastIndex(isOfArticle)]
  if (first < 0) return textDiff(before, after)
  const article = paragraphs.slice(first, last + 1).join('')
  const around = (of: readonly string[]): DiffPart[] =>
    of.length === 0 ? [] : [{ kind: 'around', characters: of.join('').length }]
  return [
    ...around(paragraphs.slice(0, first)),
    ...(pasted === 'before' ? textDiff(article, own.join('')) : textDiff(own.join(''), article)),
    ...around(paragraphs.slice(last + 1)),
  ]
}

/** Whether a paragraph is one of these, or shares half of its pairs of words with them. */
function belongingTo(article: readonly string[]): (paragraph: string) => boolean {
  const whole = new Set(article)
  const pairs = new Set(article.flatMap(pairsOf))
  return (paragraph) => {
    const own = pairsOf(paragraph)
    return whole.has(paragraph) || (own.length > 0 && own.filter((pair) => pairs.has(pair)).length * 2 >= own.length)
  }
}

function pairsOf(paragraph: string): string[] {
  const words = paragraph.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`)
}

/** Nothing but what both have, and what stands around it. */
export const saysTheSame = (parts: readonly DiffPart[]): boolean =>
  parts.every(({ kind }) => kind !== 'gone' && kind !== 'new')

/** Each with the same blank line behind it. */
const paragraphsOf = (text: string): string[] =>
  text.split(/\n+/).flatMap((line) => {
    const bare = line.replaceAll(/\s+/g, ' ').trim()
    return bare === '' ? [] : [`${bare}\n\n`]
  })

function lineRuns(before: string, after: string): Run[] {
  return compared(linesOf(before), linesOf(after), MOST_EDITS.lines)
}

function wordRuns(gone: string, added: string): Run[] {
  const [from, to] = [wordsOf(gone), wordsOf(added)]
  if (from.length + to.length > MOST_WORDS) return whole(gone, added)
  return compared(from, to, MOST_EDITS.words)
}

function compared(from: string[], to: string[], maxEditLength: number): Run[] {
  const changes = diffArrays(from, to, { maxEditLength })
  if (changes === undefined) return whole(from.join(''), to.join(''))
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value.join(''),
  }))
}

function whole(gone: string, added: string): Run[] {
  return [
    { kind: 'gone', text: gone },
    { kind: 'new', text: added },
  ]
}

/** With the blank lines behind each: by themselves they would match anywhere. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n+|[^\n]+$/g) ?? []
/** Words of any script, runs of white space, and every other sign by itself. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^]/gu) ?? []

function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = []
  for (const run of runs) {
    if (run.text === '') continue
    const last = out.at(-1)
    if (last?.kind === run.kind) last.text += run.text
    else out.push({ ...run })
  }
  return out
}

function shortened(run: Run, isFirst: boolean, isLast: boolean): DiffPart[] {
  const ends = isFirst || isLast ? 1 : 2
  if (run.kind !== 'same' || run.text.length <= (ends + 1) * SHOWN) return [run]
  const head = isFirst ? '' : run.text.slice(0, atPair(run.text, SHOWN))
  const tail = isLast ? '' : run.text.slice(atPair(run.text, run.text.length - SHOWN))
  const skipped = { kind: 'skipped', characters: run.text.length - head.length - tail.length } as const
  const shown = (text: string): DiffPart[] => (text === '' ? [] : [{ kind: 'same', text }])
  return [...shown(head), skipped, ...shown(tail)]
}

/** An offset that does not cut a pair of UTF-16 units. */
function atPair(text: string, at: number): number {
  const low = text.charCodeAt(at)
  return low >= 0xdc00 && low <= 0xdfff ? at - 1 : at
}
