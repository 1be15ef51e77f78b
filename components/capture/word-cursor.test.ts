import { describe, expect, test } from 'vitest'
import { blocksOf } from './text-block'
import { moveWord, spanOf } from './word-cursor'

const text = 'Menu bar\nTwo “depots” hit.\n\nמחסן אחד.'
const blocks = blocksOf(text, [{ id: 'x', start: 0, end: 8 }])
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
const word = (span: { start: number; end: number } | null) => (span === null ? null : text.slice(span.start, span.end))

describe('the word cursor', () => {
  test('begins at the first word that shows, and goes on across paragraphs and punctuation', () => {
    let at = moveWord(text, blocks, null, { by: 'word', step: 1 }, segmenter)
    const seen = [word(at)]
    for (let n = 0; n < 5; n++) {
      at = moveWord(text, blocks, at, { by: 'word', step: 1 }, segmenter)
      seen.push(word(at))
    }
    expect(seen).toEqual(['Two', 'depots', 'hit', 'מחסן', 'אחד', 'אחד'])
  })

  test('goes back, and by paragraphs', () => {
    const last = { start: text.indexOf('מחסן'), end: text.indexOf('מחסן') + 4 }
    expect(word(moveWord(text, blocks, last, { by: 'word', step: -1 }, segmenter))).toBe('hit')
    expect(word(moveWord(text, blocks, last, { by: 'block', step: -1 }, segmenter))).toBe('Two')
  })

  test('a selection spans from the anchor to the focus, whichever comes first', () => {
    expect(spanOf({ anchor: { start: 9, end: 12 }, focus: { start: 1, end: 4 } })).toEqual({ start: 1, end: 12 })
  })
})
