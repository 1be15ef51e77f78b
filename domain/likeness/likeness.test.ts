import { describe, expect, test } from 'vitest'
import { indexText, sliceCodePoints } from '../text'
import { quotationsIn } from './quotation'
import { readArticle, type Article } from './reading'
import { shinglesOf, winnow, SHINGLE_WORDS, WINDOW } from './shingle'
import { compareReadings, passagesBetween } from './suggestion'
import { foldWord, tokensOf, WORD } from './tokens'

const article = (text: string, more: Partial<Article> = {}): Article => ({
  text,
  excluded: [],
  language: null,
  published: null,
  capturedAt: new Date('2024-03-14T10:00:00Z'),
  outlet: null,
  url: null,
  ...more,
})
const compare = (a: Article, b: Article) => compareReadings(readArticle(a), readArticle(b)).suggestion

const STORY =
  'Water rose through the cellar grates before anybody in the lower town had understood what the noise upstream was. ' +
  'By seven the market hall stood waist deep, and the fire brigade carried its own files up to the attic in baskets. ' +
  'Two ferrymen rowed along the high street and took people off their balconies until it was too dark to see the wires.'

describe('words', () => {
  test('are the same with other accents, apostrophes, quotes and digits', () => {
    expect(foldWord('Élysée')).toBe('elysee')
    expect(foldWord('м’ята')).toBe(foldWord("М'ЯТА"))
    expect(foldWord('٢٠٢٤')).toBe('2024')
    expect(foldWord('كِتَاب')).toBe(foldWord('كتاب'))
    expect(foldWord('２０２４')).toBe('2024')
  })

  test('are letters where no space stands between them, and weigh less', () => {
    const weight = (text: string) => tokensOf(indexText(text)).weights.reduce((sum, one) => sum + one, 0)
    expect(tokensOf(indexText('今日は雨です')).count).toBe(6)
    expect(weight('今日は雨です')).toBe(3 * WORD)
    expect(weight('two words')).toBe(2 * WORD)
    expect(weight('วันนี้ฝนตก')).toBeLessThan(3 * WORD)
  })
})

describe('the fingerprint', () => {
  test('shares a print with every text that shares as many words as it promises', () => {
    const run = SHINGLE_WORDS + WINDOW - 1
    const words = STORY.split(' ').slice(0, run).join(' ')
    const prints = (text: string) => winnow(shinglesOf(tokensOf(indexText(text))))
    for (let before = 0; before < 30; before++) {
      const around = Array.from({ length: 40 }, (_, n) => `w${before}x${n}`)
      const text = [...around.slice(0, before), words, ...around.slice(before)].join(' ')
      expect(prints(text).some((print) => prints(words).includes(print))).toBe(true)
    }
  })
})

describe('direct quotations', () => {
  test.each([
    ['“one two three” said he', ['one two three']],
    ['He said: "one two three". And "four five six".', ['one two three', 'four five six']],
    ['„eins zwei drei“ und „vier fünf sechs”', ['eins zwei drei', 'vier fünf sechs']],
    ['«раз два три» и ещё «четыре пять шесть»', ['раз два три', 'четыре пять шесть']],
    ['»eins zwei drei« sagte er', ['eins zwei drei']],
    ['彼は「今日は雨です、本当に」と言った', ['今日は雨です、本当に']],
    ["He said 'it isn't me, I wasn't there' and left", ["it isn't me, I wasn't there"]],
    ['‘it isn’t me, I wasn’t there’', ['it isn’t me, I wasn’t there']],
    ['«das Schiff «Delvarin» sank» sagte er', ['das Schiff «Delvarin» sank']],
    ["the soldiers' boots and the dogs' bowls", []],
    ['an opening " that never closes\nand another " line', []],
  ])('%s', (text, expected) => {
    expect(quotationsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  })
})

describe('two texts', () => {
  test('passages are given in code points of both', () => {
    const copy = readArticle(article(`😀😀 Read this 👇\n\n${STORY}`))
    const original = readArticle(article(`𝔄 ${STORY.replace('seven', 'eight')}`))
    const passages = passagesBetween(copy, original)
    expect(passages).toHaveLength(2)
    for (const passage of passages)
      expect(sliceCodePoints(copy.article.text, passage.copy.start, passage.copy.end)).toBe(
        sliceCodePoints(original.article.text, passage.original.start, passage.original.end),
      )
  })

  test('what is marked as not part of the article counts for nothing', () => {
    const own = 'A wholly different report of a wholly different day, which nobody else has written down anywhere.'
    const text = `${own}\n${STORY}`
    const start = own.length + 1
    expect(compare(article(text), article(STORY))?.kind).toBe('reprint')
    expect(compare(article(text, { excluded: [{ start, end: text.length }] }), article(STORY))).toBeNull()
  })

  test('what an outlet repeats on its pages counts for nothing', () => {
    const common = new Set(shinglesOf(tokensOf(indexText(STORY))))
    const [a, b] = [readArticle(article(`Something else.\n${STORY}`), common), readArticle(article(STORY), common)]
    expect(compareReadings(a, b).suggestion).toBeNull()
  })

  test('the later one, which names the other’s outlet, is the copy, and the reasons say so', () => {
    const first = article(STORY, { published: '2024-03-11', outlet: { id: 'n', names: ['Northern Herald'] } })
    const later = article(`${STORY} (Northern Herald)`, {
      published: '2024-03-13',
      outlet: { id: 'r', names: ['Post'] },
    })
    for (const [a, b, copy] of [
      [later, first, 'a'],
      [first, later, 'b'],
    ] as const) {
      const found = compare(a, b)
      expect(found?.copy).toBe(copy)
      expect(found?.because.join(' ')).toContain('It was published 2 days later. It names the other’s outlet.')
      expect(found?.because[0]).toMatch(/^97 % of it stands word for word in the other, and 100 % of the other in it/)
    }
  })

  test('times that may be the same tell nothing', () => {
    const found = compare(article(STORY, { published: '2024-03' }), article(STORY, { published: '2024-03-13' }))
    expect(found?.because.join(' ')).toContain('Nothing tells which was first')
    expect(found?.certainty).toBe(0)
  })

  test('a text that repeats itself, or has none, does not take long', () => {
    const many = article('again and again '.repeat(50_000))
    compare(many, many)
    compare(article(''), article('—'))
    compare(article('"'.repeat(100_000)), article('“„'.repeat(100_000)))
  })
})

describe('a hint that two may share an origin', () => {
  const hint = (one: string, other: string, more: Partial<Article> = {}, otherMore: Partial<Article> = {}) =>
    compareReadings(readArticle(article(one, more)), readArticle(article(other, otherMore))).hint?.because.join(' ') ??
    null
  const own =
    'By seven the market hall stood waist deep, and the fire brigade carried its own files up to the attic in baskets.'
  const other =
    'Nobody had counted the boats yet; a clerk stood at the pier with an empty list and waited for the morning.'

  test('is given for a short quotation where both give it as what somebody said', () => {
    expect(
      hint(`“We never heard the siren,” she said. ${own}`, `${other} She added: “We never heard the siren”`),
    ).toContain('one direct quotation in the same words (5)')
    expect(
      hint(`«Ми не чули жодної сирени», — сказала вона. ${own}`, `${other} «Ми не чули жодної сирени!»`),
    ).toContain('(5)')
    // A name between quotation marks, four words, and other words.
    expect(
      hint(`The “Friends of the Old Harbour” met. ${own}`, `${other} The “Friends of the Old Harbour” left.`),
    ).toBeNull()
    expect(hint(`“We heard no siren,” she said. ${own}`, `${other} “We heard no siren,” he said.`)).toBeNull()
    expect(
      hint(`“We never heard the siren,” she said. ${own}`, `${other} “We never heard any siren,” he said.`),
    ).toBeNull()
  })

  test('is given for an agency that both credit, or that one of them is, and not by its name where one is confidential', () => {
    const shared = 'at the pier of the lower town with eleven people on board'
    const one = `(Reuters) — The ferry came in ${shared} at nine. ${own}`
    const two = `${other} A boat lay ${shared}, according to Reuters.`
    expect(hint(one, two)).toContain('Both credit Reuters')
    expect(hint(one, two, { isConfidential: true })).toContain('Both credit a news agency')
    expect(hint(one, two.replace(', according to Reuters', ''))).toBeNull()
    expect(hint(one, `${other} According to Reuters nothing is known.`), 'of something else').toBeNull()
    const wire = { outlet: { id: 'r', names: ['Reuters'] } }
    expect(hint(one, two.replace(', according to Reuters', ''), {}, wire)).toContain('the other’s outlet')
  })
})
