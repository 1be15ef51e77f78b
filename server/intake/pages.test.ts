import { expect, test } from 'vitest'
import { codePointLength, normaliseCaptureText, sliceCodePoints } from '@/domain/text'
import { normalisePages } from './pages'

test('pages begin where they did, whatever the normalisation takes away, pairs among it', () => {
  const pages = ['One\u00AD 𝐀  \r\n', '', '\n\nTwo \n\n\n\nlines\f', '𝐁 three']
  const raw = pages.join('')
  let at = 0
  const starts = pages.map((page) => {
    const start = at
    at += codePointLength(page)
    return start
  })
  const { text, pageStarts } = normalisePages(raw, starts)
  expect(text).toBe('One 𝐀\n\nTwo\n\nlines\n\n𝐁 three')
  expect(normaliseCaptureText(text)).toBe(text)
  expect(pageStarts?.map((start) => sliceCodePoints(text, start, start + 3))).toEqual(['One', '\n\nT', 'Two', '𝐁 t'])
})

test('a text without pages has none', () => {
  expect(normalisePages(' a\r\nb ', null)).toEqual({ text: ' a\nb', pageStarts: null })
  expect(normalisePages('', [0, 0])).toEqual({ text: '', pageStarts: [0, 0] })
})
