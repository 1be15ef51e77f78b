import { beforeAll, describe, expect, test } from 'vitest'
import { flood } from './bank-flood'
import { call, figuresOf, MEASURED, parallelsCalled, type Outcome } from './figures'
import { LANGUAGES } from './bank'
import { EXPECTED, makePairs } from './pair'

/** How well copies are told, on a story that was not looked at while the lines were drawn (docs/lineage.md). */
let outcomes: Outcome[] = []
beforeAll(() => {
  outcomes = makePairs(MEASURED.seed, [flood], MEASURED.each).map(call)
})

const misses = (of: (one: Outcome) => boolean) =>
  outcomes.filter(of).map(({ pair, called }) => `${pair.made} (${pair.language}) is called ${called}`)

describe('the labelled pairs', () => {
  test('are at least 300, in three languages', () => {
    expect(outcomes.length).toBeGreaterThanOrEqual(300)
    for (const language of LANGUAGES)
      expect(outcomes.filter(({ pair }) => pair.language === language).length).toBeGreaterThan(100)
  })

  test('the same text is told in 98 of 100, both ways', () => {
    const { precision, recall } = figuresOf(outcomes)['same text']
    expect(precision).toBeGreaterThanOrEqual(0.98)
    expect(recall, misses((one) => EXPECTED[one.pair.made] === 'same text').join('\n')).toBeGreaterThanOrEqual(0.98)
  })

  test('what quotes is told in 95 of 100, both ways', () => {
    const { precision, recall } = figuresOf(outcomes).quotes
    expect(precision).toBeGreaterThanOrEqual(0.95)
    expect(recall, misses((one) => EXPECTED[one.pair.made] === 'quotes').join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  test('a translation is told in 95 of 100, both ways', () => {
    const { precision, recall } = figuresOf(outcomes).translation
    expect(precision).toBeGreaterThanOrEqual(0.95)
    expect(recall).toBeGreaterThanOrEqual(0.95)
  })

  test('nothing that was written independently is called a copy', () => {
    const wrong = (one: Outcome) => EXPECTED[one.pair.made] === 'nothing' && one.called !== 'nothing'
    expect(misses(wrong)).toEqual([])
  })

  test('told in the same order in another language, nine of ten pass for no translation', () => {
    const called = parallelsCalled([flood], 60)
    expect(called.length).toBeLessThanOrEqual(6)
    expect(called.filter((one) => one.called !== 'translation')).toEqual([])
  })

  test('of texts of different days it is known which copies, and a hint is given where only quotations are the same', () => {
    const told = outcomes.filter(
      (one) => one.isDirectionRight !== null && one.pair.first.published !== one.pair.second.published,
    )
    expect(told.length).toBeGreaterThan(100)
    expect(told.filter((one) => one.isDirectionRight !== true).map((one) => one.pair.made)).toEqual([])
    const same = outcomes.filter((one) => one.pair.made === 'independent, same quotations')
    expect(same.filter((one) => !one.hasHint)).toEqual([])
  })
})
