import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareNames, nameKey } from './name-key'
import { LABELLED } from './name-key.labelled'

type Named = { name: string; thing: number }

/** Every pair of a list once, with what it should be and what it was found to be. */
function judged(groups: readonly string[][]) {
  const names: Named[] = groups.flatMap((spellings, thing) => spellings.map((name) => ({ name, thing })))
  return names.flatMap((one, index) =>
    names.slice(index + 1).map((other) => ({
      pair: `${one.name} / ${other.name}`,
      isOne: one.thing === other.thing,
      found: compareNames(one.name, other.name),
    })),
  )
}

type Judged = ReturnType<typeof judged>

function measure(pairs: Judged, degrees: readonly string[]) {
  const isFound = (pair: Judged[number]) => pair.found !== null && degrees.includes(pair.found.degree)
  const right = pairs.filter((pair) => pair.isOne && isFound(pair)).length
  const wrong = pairs.filter((pair) => !pair.isOne && isFound(pair)).map(({ pair }) => pair)
  const missed = pairs.filter((pair) => pair.isOne && !isFound(pair)).map(({ pair }) => pair)
  return { right, wrong, missed, precision: right / (right + wrong.length), recall: right / (right + missed.length) }
}

describe.each(Object.entries(LABELLED))('the labelled %s', (kind, groups) => {
  const pairs = judged(groups)

  test.each([
    { what: 'same', degrees: ['same'], precision: 0.98, recall: 0.7 },
    { what: 'same or like', degrees: ['same', 'like'], precision: 0.98, recall: 0.93 },
  ])('are told apart: $what', ({ what, degrees, precision, recall }) => {
    const found = measure(pairs, degrees)
    const percent = (share: number) => `${(share * 100).toFixed(1)} %`
    console.log(
      `${kind}, ${what}: precision ${percent(found.precision)}, recall ${percent(found.recall)} (${pairs.length} pairs)`,
      { wrong: found.wrong, missed: found.missed },
    )
    expect(found.precision).toBeGreaterThanOrEqual(precision)
    expect(found.recall).toBeGreaterThanOrEqual(recall)
  })
})

const reason = (one: string, other: string) => compareNames(one, other)?.because

describe('the reason', () => {
  test.each([
    ['Тёткино', 'Tetkino', 'the same letters in another script'],
    ['Тёткино', 'Tyotkino', 'the same letters in another script'],
    ['Tyotkino', 'Tiotkino', '“i” and “y” romanise the same letter'],
    ['Tyotkino', 'Tetkino', '“e” and “yo” romanise the same letter'],
    ['Luhansk', 'Lugansk', '“g” and “h” romanise the same letter'],
    ['Харків', 'Kharkov', 'the same consonants with other vowels'],
    ['دمشق', 'Dimashq', 'the same letters in a script without vowels'],
    ['Yoshkar-Ola', 'Yoshkarola', 'written as one word or as two'],
    ['Sergei Lavrov', 'Lavrov, Sergei', 'the same words in another order'],
    ['Freedom of Russia', 'Freedom for Russia Legion', 'the same but for “legion”'],
  ])('of %s and %s', (one, other, because) => {
    expect(reason(one, other)).toBe(because)
  })

  test.each([
    ['92nd Brigade', '93rd Brigade'],
    ['92nd Brigade', '92nd Battalion'],
    ['Freedom of Russia Legion', 'Легион «Свобода России»'],
    ['Kyiv', 'Kiev'],
    ['Ivanovka', 'Ivankovo'],
    ['«»', '«»'],
    ['Gaza', 'Goza'],
  ])('is none for %s and %s', (one, other) => {
    expect(compareNames(one, other)).toBeNull()
  })
})

describe('whatever the names are', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(...LABELLED.places.flat(), ...LABELLED.parties.flat()),
  )

  test('it is the same from both ends', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(compareNames(one, other)).toEqual(compareNames(other, one))
      }),
    )
  })

  test('a name is its own, whatever the case, the marks and the form of its letters', () => {
    fc.assert(
      fc.property(text, (name) => {
        const { core } = nameKey(name)
        expect(nameKey(`  “${name.normalize('NFD')}” `).key).toBe(nameKey(name.normalize('NFC')).key)
        expect(compareNames(name, name)?.degree).toBe(core === '' ? undefined : 'same')
      }),
    )
  })

  test('the keys are of small letters, digits and single blanks', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.constantFrom('valueOf', 'constructor', '__proto__')), (name) => {
        const { folded, key, core, bones } = nameKey(name)
        for (const one of [folded, key, core, bones]) expect(one).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/)
      }),
    )
  })
})
