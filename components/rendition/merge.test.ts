import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeTexts } from './merge'
import type { TypedText } from './view'

const base: TypedText = { lines: ['один', 'два'], words: { title: 'назва', note: 'нота' } }

test('rows that one of both changed are taken from it', () => {
  const mine = { lines: ['ОДИН', 'два'], words: { title: 'назва', note: 'моя' } }
  const theirs = { lines: ['один', 'ДВА'], words: { title: 'їхня', note: 'нота' } }
  const both = { lines: ['ОДИН', 'ДВА'], words: { title: 'їхня', note: 'моя' } }
  expect(mergeTexts(base, mine, theirs)).toEqual(both)
  expect(mergeTexts(base, theirs, mine)).toEqual(both)
})

test('a row that was begun by one, emptied by the other', () => {
  const mine = { ...base, words: { ...base.words, claim: 'твердження' } }
  const theirs = { lines: ['', 'два'], words: { note: 'нота' } }
  expect(mergeTexts(base, mine, theirs)).toEqual({ lines: ['', 'два'], words: { note: 'нота', claim: 'твердження' } })
})

test('a row that both changed is for somebody to choose, unless they wrote the same', () => {
  const mine = { ...base, lines: ['один', 'моє'] }
  expect(mergeTexts(base, mine, { ...base, lines: ['один', 'їхнє'] })).toBeNull()
  expect(mergeTexts(base, mine, { ...base, lines: ['один', 'моє'] })).toEqual(mine)
  expect(mergeTexts(base, mine, { ...base, lines: ['один'] })).toBeNull()
  const emptied = { ...base, words: { title: 'назва' } }
  expect(mergeTexts(base, { ...base, words: { ...base.words, note: 'моя' } }, emptied)).toBeNull()
  const theirs = { lines: ['їхній', 'їхнє'], words: base.words }
  expect(mergeTexts(base, mine, theirs, true)).toEqual({ lines: ['їхній', 'моє'], words: base.words })
})

test('whatever was typed, nothing that one alone changed is lost', () => {
  const row = fc.constantFrom('', 'а', 'б')
  const text = fc.record({ lines: fc.array(row, { minLength: 2, maxLength: 2 }), words: fc.record({ title: row }) })
  fc.assert(
    fc.property(text, text, text, (from, mine, theirs) => {
      const merged = mergeTexts(from, mine, theirs)
      const rowsOf = ({ lines, words }: TypedText) => [...lines, words.title ?? '']
      const [was, own, other] = [rowsOf(from), rowsOf(mine), rowsOf(theirs)]
      const isContested = was.some((each, at) => own[at] !== each && other[at] !== each && own[at] !== other[at])
      expect(merged === null).toBe(isContested)
      if (merged !== null)
        expect(rowsOf(merged)).toEqual(was.map((each, at) => (own[at] === each ? other[at] : own[at])))
    }),
  )
})
