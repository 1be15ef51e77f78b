import { describe, expect, test } from 'vitest'
import { blocksOf, chunksOf, paragraphs, segmentsOf, trimSpan, withPages, type Highlight } from './text-block'

const TEXT = 'Menu\n\nOne two.\nThree.\n\nSpam'

describe('blocks', () => {
  test('paragraphs, and what is hidden between them', () => {
    const blocks = blocksOf(TEXT, [
      { id: 'a', start: 0, end: 4 },
      { id: 'b', start: 23, end: 27 },
    ])
    expect(blocks.map(({ kind, start, end }) => [kind, TEXT.slice(start, end)])).toEqual([
      ['hidden', 'Menu'],
      ['text', 'One two.'],
      ['text', 'Three.'],
      ['hidden', 'Spam'],
    ])
    expect(blocks[1]).toMatchObject({ gap: 'paragraph' })
    expect(blocks[2]).toMatchObject({ gap: 'line' })
  })

  test('the first block of each page says which it is; an empty page is passed over', () => {
    const text = 'One.\n\nTwo.\nMore.\n\nFour.'
    // The third page is empty: it begins where the second ends.
    const blocks = withPages(blocksOf(text, []), [0, 6, 16, 18])
    expect(blocks.map((block) => (block.kind === 'text' ? block.page : null))).toEqual([1, 2, undefined, 4])
    expect(withPages(blocks, null)).toEqual(blocks)
  })

  test('marks that overlap are one', () => {
    const blocks = blocksOf(TEXT, [
      { id: 'a', start: 0, end: 3 },
      { id: 'b', start: 2, end: 8 },
    ])
    expect(blocks[0]).toEqual({ kind: 'hidden', start: 0, end: 8, ids: ['a', 'b'] })
  })

  test('a giant paragraph is drawn in parts that leave nothing out and split no pair', () => {
    const giant = '😀'.repeat(5_001)
    const parts = paragraphs(giant, 0, giant.length)
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.map((part) => giant.slice(part.start, part.end)).join('')).toBe(giant)
    for (const part of parts) expect(giant.codePointAt(part.start)).toBe(0x1f600)
  })

  test('a line that the author broke is set apart; the parts of a long one are not', () => {
    const long = 'word '.repeat(1_000).trimEnd()
    const text = `First line\n${long}\nLast Spam line`
    const start = text.indexOf('Spam')
    const blocks = blocksOf(text, [{ id: 'a', start, end: start + 4 }])
    expect(blocks.map((block) => (block.kind === 'text' ? block.gap : 'hidden'))).toEqual([
      'none',
      'line',
      'none',
      'line',
      'hidden',
      'none',
    ])
    for (const block of blocks) expect(text.slice(block.start, block.end)).not.toContain('\n')
  })

  test('chunks keep the order', () => {
    const blocks = blocksOf('word word word.\n'.repeat(2_000), [])
    expect(chunksOf(blocks).flat()).toEqual(blocks)
  })
})

describe('segments', () => {
  const mark = (id: string, start: number, end: number): Highlight => ({ id, start, end, look: 'supports' })
  test('overlaps are cut at every edge', () => {
    const segments = segmentsOf({ start: 0, end: 10 }, [mark('a', 2, 6), mark('b', 4, 20)])
    expect(
      segments.map((segment) => [segment.start, segment.end, segment.highlights.map((h) => h.id).join('')]),
    ).toEqual([
      [0, 2, ''],
      [2, 4, 'a'],
      [4, 6, 'ab'],
      [6, 10, 'b'],
    ])
  })
})

test('white space at the ends is left out', () => {
  expect(trimSpan(' a b \n', { start: 0, end: 6 })).toEqual({ start: 1, end: 4 })
  expect(trimSpan('a  b', { start: 1, end: 3 })).toBeNull()
})
