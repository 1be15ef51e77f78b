import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { optionalLine, reason, requiredLine } from './input/text'
import {
  cleanText,
  codePointLength,
  hasBidiControl,
  hasControl,
  hasLoneSurrogate,
  indexText,
  isCleanText,
  isUnseen,
  normaliseCaptureText,
  normaliseLine,
  normaliseProse,
  sliceCodePoints,
} from './text'

const anyText = fc.string({ unit: 'binary', maxLength: 200 })
const messy = fc
  .array(
    fc.constantFrom(
      'a',
      'é',
      'e\u0301',
      ' ',
      '\t',
      '\r',
      '\n',
      '\r\n',
      '\u00a0',
      '\u200b',
      '\u2028',
      '\u0000',
      '😀',
      '\u0301',
      '\ufeff',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

describe('what text may hold', () => {
  test.each([
    ['plain', 'Depot 2', false, false, false],
    ['a pair', '😀', false, false, false],
    ['a lone high half', 'a\uD83D', true, false, false],
    ['a lone low half', '\uDE00a', true, false, false],
    ['NUL', 'a\u0000b', false, true, false],
    ['tab and newline', 'a\tb\nc', false, false, false],
    ['carriage return', 'a\r\nb', false, true, false],
    ['C1', 'a\u0085b', false, true, false],
    ['DEL', '\u007f', false, true, false],
    ['an override', 'invoice\u202Efdp.exe', false, false, true],
    ['an isolate', '\u2067x\u2069', false, false, true],
    ['Arabic with its own marks', 'دمّر\u200f', false, false, false],
  ])('%s', (_name, text, lone, control, bidi) => {
    expect([hasLoneSurrogate(text), hasControl(text), hasBidiControl(text)]).toEqual([lone, control, bidi])
    expect(isCleanText(text)).toBe(!lone && !control && !bidi)
  })

  test('cleaned text is clean', () => {
    fc.assert(fc.property(fc.array(fc.nat(0xffff)), (codes) => isCleanText(cleanText(String.fromCharCode(...codes)))))
  })
})

test('a line has no breaks and no doubled spaces', () => {
  expect(normaliseLine('  Two\n depots\u00a0\t hit  ')).toBe('Two depots hit')
  expect(normaliseLine('e\u0301')).toBe('é')
  expect(normaliseProse('\r\n one\r\ntwo \n')).toBe('one\ntwo')
})

describe('the normalisation of captures', () => {
  test.each([
    ['line ends', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['invisible characters', '\ufeffde\u00adpot\u200b', 'depot'],
    ['no-break spaces', 'deux\u00a0: 3\u202f000', 'deux : 3 000'],
    ['composition', 'e\u0301', 'é'],
    ['composition across a removed character', 'e\u200b\u0301', 'é'],
    ['ends of lines and blank lines', '\n\n a \t\n\n\n\nb \n', ' a\n\nb'],
    ['joiners stay', 'می\u200cرود', 'می\u200cرود'],
  ])('%s', (_name, raw, text) => expect(normaliseCaptureText(raw)).toBe(text))

  test('is idempotent', () => {
    const twice = (raw: string) => {
      expect(normaliseCaptureText(normaliseCaptureText(raw))).toBe(normaliseCaptureText(raw))
    }
    fc.assert(fc.property(anyText, twice))
    fc.assert(fc.property(messy, twice), { numRuns: 500 })
  })

  test('leaves no control but tab and newline', () => {
    fc.assert(fc.property(messy, (raw) => !hasControl(normaliseCaptureText(raw))))
  })

  test('takes linear time on a long run of spaces', () => {
    normaliseCaptureText(`${' '.repeat(1_000_000)}x${' '.repeat(1_000_000)}`)
  })
})

describe('code points', () => {
  test('agree with an array of them', () => {
    const unit = fc.constantFrom('a', '😀', 'я', '\u{1F1FA}', '\n')
    const text = fc.array(unit, { maxLength: 3000 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, fc.nat(3100), fc.nat(3100), (whole, start, end) => {
        const points = Array.from(whole)
        expect(codePointLength(whole)).toBe(points.length)
        expect(sliceCodePoints(whole, start, end)).toBe(points.slice(start, Math.max(start, end)).join(''))
      }),
    )
  })

  test('go to UTF-16 and back', () => {
    const index = indexText('x😀y'.repeat(5000))
    for (const at of [0, 1, 2, 3, 1023, 1024, 1025, 9999, 15_000]) expect(index.toCodePoint(index.toUtf16(at))).toBe(at)
    expect(index.toCodePoint(2)).toBe(1)
    expect([index.toUtf16(-5), index.toUtf16(99_999), index.toCodePoint(99_999)]).toEqual([0, 20_000, 15_000])
  })
})

describe('what cannot be seen', () => {
  const unseen = [
    '',
    ' ',
    '\u200b\u200b',
    '\u2060',
    '\u00ad',
    '\u3164',
    '\u2800',
    '\ufe0f',
    '\u{e0041}',
    '\u200f \u200d',
  ]

  test('is no title, no reason and no name', () => {
    for (const text of unseen) {
      expect([text, isUnseen(text)]).toEqual([text, true])
      expect(requiredLine('The title').safeParse(text).error?.issues[0]?.message).toBe('The title is needed.')
      expect(reason().safeParse(text).success).toBe(false)
      expect(optionalLine('The title').parse(text)).toBeNull()
    }
  })

  test('is kept within what can: emoji, flags and joined letters are as they were typed', () => {
    for (const text of ['👩🏽‍🚒', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}', 'می‌خواهم', 'e\u0301', '.'])
      expect(requiredLine('The title').parse(text)).toBe(text.normalize('NFC'))
  })
})
