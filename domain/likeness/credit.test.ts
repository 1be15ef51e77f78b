import { describe, expect, test } from 'vitest'
import { AGENCIES, creditsIn, isAgency } from './credit'

const credited = (text: string) => creditsIn(text, AGENCIES).map(([name]) => name)

describe('a credit to an agency', () => {
  test.each([
    ['VELLAND, 3 May (Reuters) — The ferry was late.', 'Reuters'],
    ['The ferry was late.\nReuters', 'Reuters'],
    ['Source: Reuters.\nThe ferry was late.', 'Reuters'],
    ['The ferry was late, TASS reported on Monday.', 'TASS'],
    ['According to the news agency AFP, the ferry was late.', 'AFP'],
    ['КИЇВ (АФП) — Пором запізнився.', 'AFP'],
    ['За даними УНІАН, пором запізнився.', 'UNIAN'],
    ['Про це повідомляє Укрінформ.', 'Ukrinform'],
    ['Про це йдеться з посиланням на агентство «Рейтер».', 'Reuters'],
    ['МОСКВА, 3 мая. /ТАСС/. Паром опоздал.', 'TASS'],
    ['Паром опоздал, сообщает ТАСС со ссылкой на порт.', 'TASS'],
    ['По данным агентства Рейтер, паром опоздал.', 'Reuters'],
    ['VELLAND (REUTERS) - The ferry was late.', 'Reuters'],
    ['باريس (أ ف ب) - تأخرت العبّارة.', 'AFP'],
    ['تأخرت العبّارة، نقلا عن رويترز.', 'Reuters'],
    ['وأفادت وكالة الأناضول بأن العبّارة تأخرت.', 'Anadolu'],
  ])('%s', (text, agency) => {
    expect(credited(text)).toEqual([agency])
  })

  test.each([
    'The Reuters building stood beside the tass of rope and the afp.',
    'A reporter of TASS was seen at the pier.',
    'Кореспондента УНІАН бачили на причалі.',
    'شوهد مراسل رويترز عند الرصيف.',
    'The capital (Paris) was told by a map.',
    'It was reported by Apples, and said Espadrille.',
    'They told spa guests, according to petra dishes, by fars.',
    '',
  ])('is not: %s', (text) => {
    expect(credited(text)).toEqual([])
  })

  test('may be to the desk’s own, and an outlet can be the agency itself', () => {
    const own = ['Qalam Agency', 'Калам'] as const
    expect(creditsIn('Дим бачили, повідомляє Калам.', [own])).toEqual([own])
    expect(isAgency(own, ['qalam  agency'])).toBe(true)
    expect(isAgency(own, ['Qalam'])).toBe(false)
  })

  test('is looked for in no more time than a text takes to read', () => {
    credited(`${'according to '.repeat(50_000)} ${'(Reuters '.repeat(50_000)}`)
    credited(`${' '.repeat(1_000_000)}Reuters`)
  })
})
