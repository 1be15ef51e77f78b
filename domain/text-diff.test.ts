import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeAnchor } from './anchor'
import { reanchor } from './reanchor'
import { pasteDiff, saysTheSame, textDiff, type DiffPart } from './text-diff'

const side = (parts: readonly DiffPart[], kind: 'gone' | 'new') =>
  parts.map((part) => (part.kind === 'same' || part.kind === kind ? part.text : '')).join('')

describe('the difference of two texts', () => {
  test('is told by words, in any script', () => {
    expect(textDiff('One depot burned.\n', 'Two depots burned.\n')).toEqual([
      { kind: 'gone', text: 'One' },
      { kind: 'new', text: 'Two' },
      { kind: 'same', text: ' ' },
      { kind: 'gone', text: 'depot' },
      { kind: 'new', text: 'depots' },
      { kind: 'same', text: ' burned.\n' },
    ])
    expect(textDiff('Знищено один склад', 'Знищено два склади').filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'gone', text: 'один' },
      { kind: 'new', text: 'два' },
      { kind: 'gone', text: 'склад' },
      { kind: 'new', text: 'склади' },
    ])
  })

  test('holds both texts whole', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'я', '😀', ' ', '\n', '.'), { maxLength: 60 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = textDiff(before, after)
        expect(side(parts, 'gone')).toBe(before)
        expect(side(parts, 'new')).toBe(after)
      }),
    )
  })

  test('leaves out what is long and the same, but for its ends, and cuts no sign in two', () => {
    const long = '😀'.repeat(1_000)
    const parts = textDiff(`${long}\none\n${long}\ntwo\n${long}`, `${long}\n1\n${long}\n2\n${long}`)
    expect(parts.filter(({ kind }) => kind === 'skipped')).toHaveLength(3)
    for (const part of parts) if ('text' in part) expect(Buffer.from(part.text).toString()).toBe(part.text)
    expect(textDiff(long, long)).toEqual([{ kind: 'skipped', characters: long.length }])
    expect(textDiff('', '')).toEqual([])
  })

  test('of long texts is found, alike or not', () => {
    const words = (seed: number) =>
      Array.from({ length: 30_000 }, (_, n) => `w${(n * seed) % 7919}${n % 12 === 0 ? '\n' : ''}`).join(' ')
    const [a, b] = [words(31), words(37)]
    expect(textDiff(a, a.replaceAll('w5 ', 'x5 ')).length).toBeGreaterThan(1)
    expect(side(textDiff(a, b), 'gone')).toBe(a)
    expect(side(textDiff(a.replaceAll('\n', ''), b.replaceAll('\n', '')), 'new')).toBe(b.replaceAll('\n', ''))
  })
})

describe('a quoted passage in a newer text', () => {
  const old = 'The depot burned. Two people were hurt, the mayor said. The depot burned.'
  const at = (exact: string, from = 0) =>
    makeAnchor(old, old.indexOf(exact, from), old.indexOf(exact, from) + exact.length)

  test('stands at its position while all around it is as it was', () => {
    expect(reanchor(old, [at('Two people were hurt')])[0]).toMatchObject({
      how: 'position',
      found: { start: 18, end: 38 },
    })
  })

  test('is found by its words and what stands around them where it has moved', () => {
    const moved = `Updated at noon. ${old}`
    expect(reanchor(moved, [at('The depot burned', 20)])[0]).toMatchObject({
      how: 'quote',
      found: { start: moved.lastIndexOf('The depot'), end: moved.lastIndexOf('.') },
    })
    // The same words at the same position, yet another sentence: the one with its surroundings is the one.
    const swapped = old.replace('The depot burned. Two', 'The depot burned! Nobody saw. The depot burned. Two')
    expect(reanchor(swapped, [at('The depot burned')])[0]?.how).toBe('quote')
  })

  test('whose words are gone says so, with what is nearest now', () => {
    const [gone, nowhere] = reanchor(old.replace('Two people were hurt', 'Three people were hurt'), [
      at('Two people were hurt'),
      { ...at('Two people were hurt'), exact: 'Zwölf Schwäne zogen südwärts' },
    ])
    expect(gone).toMatchObject({
      how: 'gone',
      found: null,
      near: { exact: 'Three people were hurt' },
    })
    expect(nowhere).toMatchObject({ how: 'gone', near: null })
  })

  test('of which there are thousands does not hold everything up', () => {
    const long = 'Nothing of it stands here any more, not a word. '.repeat(4_000)
    const many = Array.from({ length: 1_000 }, () => ({ ...at('Two people were hurt'), exact: 'xyz '.repeat(500) }))
    expect(reanchor(long, many).every(({ how }) => how === 'gone')).toBe(true)
  })
})

describe('a paste beside what was read of its page', () => {
  const ARTICLE = ['One depot burned by the river on Thursday night.', 'Nobody was hurt.', 'The road was closed.']
  const read = ARTICLE.join('\n\n')
  const kinds = (parts: readonly DiffPart[]) => parts.map(({ kind }) => kind)

  test('says the same with menus above, a foot below and other line breaks', () => {
    const pasted = [
      'Home',
      'World',
      'Sport',
      '',
      ARTICLE[0],
      `  ${ARTICLE[1]}`,
      '',
      '',
      ARTICLE[2],
      '© The Paper',
    ].join('\n')
    const parts = pasteDiff(pasted, read, 'before')
    expect(saysTheSame(parts)).toBe(true)
    expect(kinds(parts)).toEqual(['around', 'same', 'around'])
    expect(saysTheSame(pasteDiff(read, pasted, 'after'))).toBe(true)
  })

  test('says otherwise where the article does, and only there', () => {
    const pasted = ['Home', ...ARTICLE, '© The Paper'].join('\n')
    const parts = pasteDiff(pasted, read.replace('One depot', 'Two depots'), 'before')
    expect(saysTheSame(parts)).toBe(false)
    expect(parts.flatMap((part) => ('text' in part && part.kind !== 'same' ? [part.text] : []))).toEqual([
      'One',
      'Two',
      'depot',
      'depots',
    ])
    // What the page has beyond the paste is new, at its ends too; a lost paragraph is lost.
    expect(saysTheSame(pasteDiff(pasted, `Updated at noon.\n\n${read}`, 'before'))).toBe(false)
    expect(saysTheSame(pasteDiff(pasted, `${ARTICLE[0]}\n\n${ARTICLE[2]}`, 'before'))).toBe(false)
  })

  test('and two texts with nothing in common are not the same', () => {
    expect(saysTheSame(pasteDiff('Home\nWorld', read, 'before'))).toBe(false)
    expect(saysTheSame(pasteDiff('', read, 'before'))).toBe(false)
  })
})
