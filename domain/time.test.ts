import edtf from 'edtf'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatWhen, isWhen, parseWhen, whenBounds } from './time'

describe('what people type', () => {
  test.each([
    ['14 March 2024', '2024-03-14', '14 March 2024'],
    ['2024-03-14', '2024-03-14', '14 March 2024'],
    ['March 14, 2024', '2024-03-14', '14 March 2024'],
    ['Thursday, 14 March 2024', '2024-03-14', '14 March 2024'],
    ['14/03/2024', '2024-03-14', '14 March 2024'],
    ['14.3.2024', '2024-03-14', '14 March 2024'],
    ['the 22nd of May 2023', '2023-05-22', '22 May 2023'],
    ['29 February 2024', '2024-02-29', '29 February 2024'],
    ['March 2024', '2024-03', 'March 2024'],
    ['Sept. 2023', '2023-09', 'September 2023'],
    ['2024', '2024', '2024'],
    ['the 1990s', '199X', 'the 1990s'],
    ['spring 2024', '2024-21', 'spring 2024'],
    ['about June 2023', '2023-06~', 'about June 2023'],
    ['c. 2020', '2020~', 'about 2020'],
    ['May 2023?', '2023-05?', 'May 2023 (uncertain)'],
    ['2023-06%', '2023-06%', 'about June 2023 (uncertain)'],
    ['22–23 May 2023', '2023-05-22/2023-05-23', '22–23 May 2023'],
    ['22-23 May 2023', '2023-05-22/2023-05-23', '22–23 May 2023'],
    ['night of 22–23 May 2023', '2023-05-22/2023-05-23', '22–23 May 2023'],
    ['22 May – 3 June 2023', '2023-05-22/2023-06-03', '22 May – 3 June 2023'],
    ['between 22 and 23 May 2023', '2023-05-22/2023-05-23', '22–23 May 2023'],
    ['from May to June 2023', '2023-05/2023-06', 'May–June 2023'],
    ['March 14–15, 2024', '2024-03-14/2024-03-15', '14–15 March 2024'],
    ['December 2023 – January 2024', '2023-12/2024-01', 'December 2023 – January 2024'],
    ['2023–2024', '2023/2024', '2023–2024'],
    ['22–22 May 2023', '2023-05-22', '22 May 2023'],
    ['2023-05-22/2023-05-23', '2023-05-22/2023-05-23', '22–23 May 2023'],
    ['about May–June 2023', '2023-05~/2023-06~', 'about May–June 2023'],
    ['before March 2024', '../2024-02', 'February 2024 or earlier'],
    ['before 1 March 2024', '../2024-02-29', '29 February 2024 or earlier'],
    ['by March 2024', '../2024-03', 'March 2024 or earlier'],
    ['after 31 December 2023', '2024-01-01/..', '1 January 2024 or later'],
    ['since May 2023', '2023-05/..', 'May 2023 or later'],
    ['../2023-05', '../2023-05', 'May 2023 or earlier'],
    ['/2023', '../2023', '2023 or earlier'],
  ])('%s', (typed, value, words) => {
    expect(parseWhen(typed)).toEqual({ ok: true, edtf: value, words })
  })

  test.each([
    ['', 'Type a date'],
    ['31 February 2024', 'There is no 31 February 2024: February 2024 has 29 days.'],
    ['2023-02-29', 'February 2023 has 28 days'],
    ['32 May 2023', 'days 1 to 31'],
    ['0 May 2023', 'days 1 to 31'],
    ['2024-13', 'months are 1 to 12'],
    ['2024-00', 'months are 1 to 12'],
    ['22 May – 31 June 2023', 'There is no 31 June 2023'],
    ['Friday, 14 March 2024', 'was a Thursday'],
    ['03/04/2024', 'Is that 3 April or 4 March?'],
    ['14 March', 'Which year?'],
    ['14', 'Which month and year?'],
    ['3 June – 22 May 2023', 'must end after it starts'],
    ['2024/2023', 'must end after it starts'],
    ['../..', 'not understood'],
    ['early 2024', 'no exact bounds'],
    ['yesterday', 'Write the date itself'],
    ['14 March 2024, 05:40', 'hour belongs in the text'],
    ['2024-03-14T10:00Z', 'hour belongs in the text'],
    ['0999', 'four digits'],
    ['Marchember 2024', 'is not a month'],
    ['depot', 'is not a month'],
    ['spring 2024?', 'neither approximate nor uncertain'],
    ['about the 1990s', 'neither approximate nor uncertain'],
    ['before spring 2024', 'between days, months or years'],
    ['x'.repeat(101), 'At most 100 characters'],
  ])('%s is refused', (typed, message) => {
    const parsed = parseWhen(typed)
    expect(parsed.ok ? parsed.edtf : parsed.message).toContain(message)
  })
})

const year = fc.integer({ min: 1000, max: 9999 }).map(String)
const month = fc.integer({ min: 1, max: 12 }).map((value) => String(value).padStart(2, '0'))
const day = fc.integer({ min: 1, max: 28 }).map((value) => String(value).padStart(2, '0'))
const date = fc
  .tuple(year, month, day, fc.integer({ min: 1, max: 3 }), fc.constantFrom('', '', '~', '?', '%'))
  .map(([y, m, d, parts, mark]) => [y, m, d].slice(0, parts).join('-') + mark)
const season = fc.tuple(year, fc.constantFrom('21', '22', '23', '24')).map((parts) => parts.join('-'))
const value = fc.oneof(
  date,
  season,
  year.map((y) => `${y.slice(0, 3)}X`),
  fc
    .tuple(date, date)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => (a < b ? `${a}/${b}` : `${b}/${a}`)),
  date.map((end) => `${end}/..`),
  date.map((end) => `../${end}`),
)

test('every value is read as itself, and its words are read back as the same', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(value, (text) => {
      const parsed = parseWhen(text)
      if (!parsed.ok) {
        expect(parsed.message).toContain('must end after')
        return
      }
      expect(parsed.edtf).toBe(text)
      expect(isWhen(text)).toBe(true)
      expect(parseWhen(parsed.words)).toEqual(parsed)
      edtf(text)
    }),
    { numRuns: 500 },
  )
})

test('nothing typed throws', { timeout: 60_000 }, () => {
  const pieces = fc.constantFrom(
    'about',
    'May',
    '2023',
    '31',
    '–',
    '/',
    '..',
    '~',
    '?',
    'to',
    'before',
    ',',
    ' ',
    'X',
    '-',
    '(',
    '٣',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(' ')),
      ),
      (typed) => {
        const parsed = parseWhen(typed)
        if (parsed.ok) expect(isWhen(parsed.edtf)).toBe(true)
        else expect(parsed.message).not.toBe('')
        formatWhen(typed)
        whenBounds(typed)
      },
    ),
    { numRuns: 500 },
  )
})

test.each([
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2024-03-14~', '2024-03-14', '2024-03-14'],
  ['2024', '2024-01-01', '2024-12-31'],
  ['199X', '1990-01-01', '1999-12-31'],
  ['2024-24', '2024-01-01', '2024-12-31'],
  ['2023-05-22/2023-06', '2023-05-22', '2023-06-30'],
  ['../2023-05', null, '2023-05-31'],
  ['2023-05/..', '2023-05-01', null],
  ['nonsense', null, null],
])('bounds of %s', (text, earliest, latest) => expect(whenBounds(text)).toEqual({ earliest, latest }))

test('other languages have their own words', () => {
  expect(formatWhen('2023-05-22/2023-06-03~')).toBe('from 22 May 2023 to about 3 June 2023')
  expect(formatWhen('as it is')).toBe('as it is')
})
