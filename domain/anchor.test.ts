import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canExcerpt,
  checkAnchor,
  findQuote,
  makeAnchor,
  mergeSpans,
  nearestPassage,
  toWebAnnotation,
  visibleSpans,
} from './anchor'

const TEXT = 'On Monday 😀 a depot at Lysa was destroyed. On Tuesday a depot at Lysa was seen whole.'
const word = fc.constantFrom('depot', 'Lysa', '😀', 'склад', 'دمر', 'was', '.')
const prose = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '))

describe('rule 1: excerpts are verbatim', () => {
  test('an anchor that was made is accepted', () => {
    fc.assert(
      fc.property(prose, fc.nat(), fc.nat(), (text, a, b) => {
        const length = Array.from(text).length
        const start = a % length
        const end = start + 1 + (b % (length - start))
        fc.pre(canExcerpt(text, start, end).allowed)
        const anchor = makeAnchor(text, start, end)
        expect(anchor.exact).toBe(Array.from(text).slice(start, end).join(''))
        expect(checkAnchor(text, anchor)).toEqual({ allowed: true })
      }),
    )
  })

  test('offsets are code points, and context is 32 of them', () => {
    const anchor = makeAnchor(TEXT, 14, 19)
    expect(anchor.exact).toBe('depot')
    expect(anchor.prefix).toBe('On Monday 😀 a ')
    expect(Array.from(anchor.suffix)).toHaveLength(32)
  })

  test.each([
    ['another text', { exact: 'depots' }, 'anchor.verbatim'],
    ['another place', { start: 15, end: 20 }, 'anchor.verbatim'],
    ['another length', { end: 18 }, 'anchor.verbatim'],
    ['other context', { prefix: 'On Sunday a ' }, 'anchor.context'],
    ['other context behind', { suffix: '' }, 'anchor.context'],
    ['beyond the text', { end: 5000 }, 'anchor.range'],
    ['a negative start', { start: -1 }, 'anchor.range'],
    ['half a character', { start: 14.5 }, 'anchor.range'],
    ['no number', { start: Number.NaN }, 'anchor.range'],
    ['an empty range', { end: 14 }, 'anchor.range'],
  ])('%s is refused', (_name, change, rule) => {
    expect(checkAnchor(TEXT, { ...makeAnchor(TEXT, 14, 19), ...change })).toMatchObject({ allowed: false, rule })
  })

  test('length, blankness and what is not the article', () => {
    expect(canExcerpt('x'.repeat(5001), 0, 5001)).toMatchObject({ rule: 'anchor.length' })
    expect(canExcerpt('x'.repeat(5001), 0, 5000)).toEqual({ allowed: true })
    expect(canExcerpt('a \n b', 1, 4)).toMatchObject({ rule: 'anchor.blank' })
    expect(canExcerpt(TEXT, 5, 12, [{ start: 11, end: 14 }])).toMatchObject({ rule: 'anchor.excluded' })
    expect(canExcerpt(TEXT, 5, 11, [{ start: 11, end: 14 }])).toEqual({ allowed: true })
    expect(() => makeAnchor(TEXT, 3, 3)).toThrow(RangeError)
  })
})

test('of equal quotations the one in its context is found', () => {
  const first = findQuote(TEXT, 'depot at Lysa')
  const second = findQuote(TEXT, 'depot at Lysa', 'On Tuesday a ', ' was seen')
  expect(first?.start).toBe(14)
  expect(second?.start).toBe(56)
  expect(findQuote(TEXT, 'bridge')).toBeNull()
  expect(findQuote(TEXT, '')).toBeNull()
})

describe('the nearest passage', () => {
  test.each([
    ['a typing error', 'On Tuesday a depot at Lyssa was sen whole', 'On Tuesday a depot at Lysa was seen whole'],
    ['case and spacing', 'DEPOT  at lysa was DESTROYED', 'depot at Lysa was destroyed'],
    ['a word left out', 'depot at was destroyed.', 'depot at Lysa was destroyed.'],
  ])('%s', (_name, quotation, exact) => {
    const near = nearestPassage(TEXT, quotation)
    expect(near?.exact).toBe(exact)
    expect(near?.similarity).toBeGreaterThan(0.75)
  })

  test('works without spaces between words, and in other scripts', () => {
    expect(nearestPassage('他说，两个仓库被毁了。然后离开。', '两个仓库被摧毁了')?.exact).toBe('两个仓库被毁了')
    expect(nearestPassage('قال إن المستودع دُمّر ليلا.', 'إن المستودع دمر')?.exact).toContain('المستودع')
  })

  test('is nothing where nothing is like it', () => {
    expect(nearestPassage(TEXT, 'Парламент ухвалив бюджет')).toBeNull()
    expect(nearestPassage(TEXT, '…')).toBeNull()
    expect(nearestPassage('', 'depot')).toBeNull()
  })

  test('its offsets give its text', () => {
    fc.assert(
      fc.property(prose, prose, (text, quotation) => {
        const near = nearestPassage(text, quotation)
        if (near !== null) expect(near.exact).toBe(Array.from(text).slice(near.start, near.end).join(''))
      }),
    )
  })

  test('stays fast for 2 MB of text and a quotation of 5,000', { timeout: 30_000 }, () => {
    const sentence = (n: number) => `Record ${n * 7919} of unit ${(n * 104729) % 9973} reached the depot on day ${n}. `
    const text = Array.from({ length: 34_000 }, (_, n) => sentence(n)).join('')
    const start = text.indexOf(sentence(20_000))
    const altered = text.slice(start, start + 4900).replaceAll('reached the', 'came to a')
    const near = nearestPassage(text, altered)
    expect(Math.abs((near?.start ?? 0) - start)).toBeLessThan(20)
  })
})

test('what is left when passages are hidden', () => {
  const hidden = [
    { start: 8, end: 12 },
    { start: 0, end: 2 },
    { start: 2, end: 4 },
    { start: 5, end: 5 },
  ]
  expect(mergeSpans(10, hidden)).toEqual([
    { start: 0, end: 4 },
    { start: 8, end: 10 },
  ])
  expect(visibleSpans(10, hidden)).toEqual([{ start: 4, end: 8 }])
  expect(visibleSpans(3, [])).toEqual([{ start: 0, end: 3 }])
  expect(visibleSpans(0, [])).toEqual([])
})

test('a Web Annotation carries both selectors', () => {
  expect(toWebAnnotation(makeAnchor('abc', 1, 2), 'urn:x')).toEqual({
    type: 'SpecificResource',
    source: 'urn:x',
    selector: [
      { type: 'TextQuoteSelector', exact: 'b', prefix: 'a', suffix: 'c' },
      { type: 'TextPositionSelector', start: 1, end: 2 },
    ],
  })
})
