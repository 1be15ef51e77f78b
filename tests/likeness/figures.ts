import { readArticle } from '@/domain/likeness/reading'
import { shinglesOf } from '@/domain/likeness/shingle'
import { compareReadings } from '@/domain/likeness/suggestion'
import { tokensOf } from '@/domain/likeness/tokens'
import { indexText } from '@/domain/text'
import type { Bank } from './bank'
import { EXPECTED, makeParallel, type Expected, type Pair } from './pair'

export type Called = Expected

export type Outcome = { pair: Pair; called: Called; isDirectionRight: boolean | null; hasHint: boolean }

/** What the program calls a pair. */
export function call(pair: Pair): Outcome {
  const common = pair.made === 'same foot of an outlet' ? footShingles(pair) : undefined
  const [first, second] = [readArticle(pair.first, common), readArticle(pair.second, common)]
  const { suggestion, hint } = compareReadings(second, first)
  const kind = suggestion?.kind
  const called =
    kind === undefined ? 'nothing' : kind === 'quotes' || kind === 'translation' ? kind : ('same text' as const)
  const isDirectionRight = suggestion === null || EXPECTED[pair.made] !== called ? null : suggestion.copy === 'a'
  return { pair, called, isDirectionRight, hasHint: hint !== null }
}

/** As the server finds it: what stands on the outlet's other pages too. */
function footShingles(pair: Pair): Set<number> {
  const foot = pair.first.text.split('\n\n').at(-1) ?? ''
  return new Set(shinglesOf(tokensOf(indexText(foot))))
}

export type Figures = Readonly<Record<Called, { precision: number; recall: number; pairs: number }>>

export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const of = (what: Called) => {
    const called = outcomes.filter((one) => one.called === what)
    const are = outcomes.filter((one) => EXPECTED[one.pair.made] === what)
    const right = called.filter((one) => EXPECTED[one.pair.made] === what).length
    const share = (whole: number) => (whole === 0 ? 1 : right / whole)
    return { precision: share(called.length), recall: share(are.length), pairs: are.length }
  }
  return { 'same text': of('same text'), quotes: of('quotes'), translation: of('translation'), nothing: of('nothing') }
}

/** The pairs that are measured. What was tried on while the lines were drawn is another seed and other banks. */
export const MEASURED = { seed: 20_240_314, each: 10 }

/** A line a kind of pair, and the figures; for `npm run bench -- lineage`. */
export function linesOf(outcomes: readonly Outcome[]): string[] {
  const figures = figuresOf(outcomes)
  const kinds = [...new Set(outcomes.map((one) => one.pair.made))].map((made) => {
    const of = outcomes.filter((one) => one.pair.made === made)
    const right = of.filter((one) => one.called === EXPECTED[made]).length
    return `${made}: ${right} of ${of.length} called ${EXPECTED[made]}`
  })
  const sums = Object.entries(figures).map(
    ([name, { precision, recall, pairs }]) =>
      `${name} (${pairs} pairs): precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  )
  return [...kinds, ...sums]
}

/** Of so many articles that tell the same in the same order in another language, how many pass for a translation. */
export const parallelsCalled = (banks: readonly Bank[], count: number) =>
  makeParallel(MEASURED.seed, banks, count)
    .map(call)
    .filter((one) => one.called !== 'nothing')
