import { diffArrays } from 'diff'

/** Pieces of two texts in order; `same` stands in both, and what is long of it is left out but for its ends. */
export type DiffPart = { kind: 'same' | 'gone' | 'new'; text: string } | { kind: 'skipped'; characters: number }

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
