import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../language'
import { LEVELS } from '../levels'
import { ALL_MESSAGES } from './all'
import { ar } from './ar'
import { de } from './de'
import { en } from './en'
import { ru } from './ru'
import { uk } from './uk'

type Tree = { readonly [key: string]: string | Tree }

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, word]) =>
    typeof word === 'string' ? [[path + key, word] as [string, string]] : leaves(word, `${path}${key}.`),
  )

/** What a message asks for: arguments with their kind, and tags. */
function asked(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.argument:
        return [element.value]
      case TYPE.number:
        return [`${element.value}: number`]
      case TYPE.plural:
      case TYPE.select:
        return [
          `${element.value}: ${element.type === TYPE.plural ? 'plural' : 'select'}`,
          ...Object.values(element.options).flatMap(({ value }) => asked(value)),
        ]
      case TYPE.tag:
        return [`<${element.value}>`, ...asked(element.children)]
      default:
        return []
    }
  })
}
const placeholders = (message: string) => [...new Set(asked(parse(message)))].sort()

const plurals = (elements: readonly MessageFormatElement[]): string[][] =>
  elements.flatMap((element) =>
    element.type === TYPE.plural
      ? [Object.keys(element.options)]
      : element.type === TYPE.tag
        ? plurals(element.children)
        : [],
  )

const ENGLISH = new Map(leaves(en))

describe.each(Object.entries({ uk, ru, de, ar }))('the words in %s', (language, messages: Tree) => {
  const own = new Map(leaves(messages))

  it('are all there, and no others', () => {
    expect([...ENGLISH.keys()].filter((key) => !own.has(key))).toEqual([])
    expect([...own.keys()].filter((key) => !ENGLISH.has(key))).toEqual([])
  })

  it('end no sentence with a day, which has a full stop of its own in some: 2 мая 2024 г.', () => {
    // As of when a page is shown is told to the minute, in UTC.
    const ends = [...own].filter(([key, word]) => /(?:\{when\}|<when><\/when>)\./.test(word) && key !== 'frame.asOf')
    if (new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(0).endsWith('.')) expect(ends).toEqual([])
  })

  it('take what the English ones take', () => {
    for (const [key, message] of own)
      expect([key, placeholders(message)]).toEqual([key, placeholders(ENGLISH.get(key) ?? '')])
  })

  it('have every form that numbers ask for', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    for (const [key, message] of own)
      for (const options of plurals(parse(message)))
        expect([key, forms.filter((form) => !options.includes(form))]).toEqual([key, []])
  })

  it('are said, not left empty or in English', () => {
    const script = { uk: /\p{Script=Cyrillic}/u, ru: /\p{Script=Cyrillic}/u, ar: /\p{Script=Arabic}/u }[language]
    for (const [key, message] of own) {
      expect([key, message.trim()]).not.toEqual([key, ''])
      if (script !== undefined && /\p{L}/u.test(message.replace(/[{<][^}>]*[}>]/g, '')))
        expect([key, script.test(message)]).toEqual([key, true])
    }
  })
})

it('knows every language that readers are offered', () => {
  expect([...LANGUAGES].sort()).toEqual(['ar', 'de', 'en', 'ru', 'uk'])
})

describe.each(Object.entries(ALL_MESSAGES))('%s', (language, { scale, ...rest }) => {
  it('has a word of its own for each level and each heading, so that neither is taken for the other', () => {
    const words = [...Object.values(scale.heading), ...LEVELS.map((level) => scale.level[level])]
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  })

  it('keeps to the quotation marks of the language, and Arabic to its commas', () => {
    const strange = { en: /[«»„"]/, de: /[«»”"]/, ar: /["„“”]|\p{Script=Arabic}\s*[,;?]/u }[language] ?? /["„“”]/
    const all = leaves({ scale, ...rest }).filter(([, word]) => strange.test(word))
    expect(all).toEqual([])
  })
})
