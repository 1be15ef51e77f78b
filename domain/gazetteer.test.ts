import { describe, expect, test } from 'vitest'
import { formsOf, nearness, parseEntry, placeNamesOf, precisionOf, spelledLike, wantedForms } from './gazetteer'
import { scriptOf } from './script'

const SUDZHA =
  '486816\tSudzha\tSudzha\tSsudsha Vtoraya,Sudsha,Sudzha,Sudzja,Суджа,URS,su zha\t51.1976\t35.2726\tP\tPPL\tRU\t\t41\t\t\t\t6940\t\t135\tEurope/Moscow\t2012-01-17'

describe('a line of a dump', () => {
  test('has what is kept of it; no codes, and nothing that a machine made of another’s signs', () => {
    const parsed = parseEntry(SUDZHA)
    expect(parsed).toEqual({
      ok: true,
      entry: {
        id: 486816,
        name: 'Sudzha',
        names: ['Ssudsha Vtoraya', 'Sudsha', 'Sudzja', 'Суджа'],
        latitude: 51.1976,
        longitude: 35.2726,
        feature: 'P.PPL',
        country: 'RU',
        region: '41',
        population: 6940,
      },
    })
  })

  test.each([
    ['51.1976', '91', 'coordinates'],
    ['51.1976', 'NaN', 'coordinates'],
    ['486816', '0', 'number'],
    ['\tRU\t', '\tRussia\t', 'country'],
    ['6940', '-1', 'population'],
    ['\tP\tPPL\t', '\tPP\tPPL\t', 'kind'],
    ['\tRU\t', '\t', 'columns'],
  ])('with %j as %j is refused for its %s', (from, to, why) => {
    expect(parseEntry(SUDZHA.replace(from, to))).toMatchObject({
      ok: false,
      why: expect.stringContaining(why) as string,
    })
  })
})

test.each([
  ['P.PPL', 'settlement'],
  ['A.PCLI', 'country'],
  ['A.ADM1', 'region'],
  ['A.ADM1H', 'region'],
  ['A.ADM2', 'district'],
  ['S.MLO', 'vicinity'],
  ['H.LK', 'district'],
  ['.', 'district'],
] as const)('a point of %s is known to the %s, never exactly', (feature, precision) => {
  expect(precisionOf(feature)).toBe(precision)
})

test('all romanisations of a name are one form, and what is typed leads to it', () => {
  expect(formsOf({ name: 'Tëtkino', names: ['Tyotkino', 'Тёткино', 'Tetkino'] })).toEqual(['tetkino'])
  expect(wantedForms('село Тёткино').whole).toContain('tetkino')
  expect(wantedForms('Tyotk').begins).toBe('tetk')
  for (const form of formsOf({ name: 'Żółw "{x}", \\n', names: ['ʻAyn ‘Īsá', '東京', 'Ñ;--'] }))
    expect(form).toMatch(/^[a-z0-9 ]+$/)
})

test('what is written as it is typed comes first', () => {
  const near = (name: string, names: string[], isWhole = false) => nearness({ name, names }, 'suj', isWhole)
  const order = [
    near('Suj', []),
    near('A', ['Sūj']),
    near('Sujin', []),
    near('A', [], true),
    near('A', ['Sujin']),
    near('A', []),
  ]
  expect(order).toEqual([0, 1, 2, 3, 4, 5])
  const names = ['Sudsha', 'Суджа', 'Kursk']
  expect(spelledLike({ name: 'Sudzha', names }, 'судж')).toEqual(['Суджа'])
})

test('a place takes its name, the spelling it was found by, and some of each other script', () => {
  const many = Array.from({ length: 30 }, (_, at) => `Имя ${'абвгдежзиклмнопрстуфхцчшщыэюя'[at] ?? 'ё'}`)
  const taken = placeNamesOf({ name: 'Name', names: ['Nom', ...many, '名', 'اسم'] }, 'Nom').map((one) => one.name)
  expect(taken).toEqual(['Name', 'Nom', ...many.slice(0, 3), 'اسم', '名'])
  expect(placeNamesOf({ name: 'Name', names: [] }, 'Made up').map((one) => one.name)).toEqual(['Name'])
})

test.each([
  ['Kharkiv', 'Latn'],
  ['Тёткино-2', 'Cyrl'],
  ['القامشلي', 'Arab'],
  ['トウキョウ', 'Kana'],
  ['東京タワー', 'Jpan'],
  ['東京', 'Hani'],
  ['Москва City', null],
  ['47', null],
])('the script of %s is %s', (text, script) => {
  expect(scriptOf(text)).toBe(script)
})
