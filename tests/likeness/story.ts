import {
  COUNTRIES,
  FIRST_QUOTES,
  GROUPS,
  LANGUAGES,
  PEOPLE,
  PLACES,
  SECOND_QUOTES,
  WOMEN,
  type Bank,
  type Language,
  type Wording,
} from './bank'

/** Numbers from 0 up to, not including, 1, the same for the same seed (mulberry32). */
export type Random = () => number

export function randomOf(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const below = (random: Random, most: number) => Math.floor(random() * most)
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[below(random, items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** What happened, whoever writes about it. */
export type Facts = Readonly<Record<string, Wording>>

const same = (text: string): Wording => [text, text, text]
const number = (random: Random, from: number, to: number) => same(String(from + below(random, to - from)))

export function factsOf(random: Random): Facts {
  const near = pick(random, PLACES)
  const far = pick(
    random,
    PLACES.filter((place) => place !== near),
  )
  return {
    P: near,
    Q: far,
    C: pick(random, COUNTRIES),
    S: pick(random, PEOPLE),
    T: pick(random, WOMEN),
    G: pick(random, GROUPS),
    quote1: pick(random, FIRST_QUOTES),
    quote2: pick(random, SECOND_QUOTES),
    h: same(`${String(below(random, 24)).padStart(2, '0')}:${String(below(random, 60)).padStart(2, '0')}`),
    a: number(random, 3, 10),
    b: number(random, 14, 400),
    c: number(random, 11, 60),
    d: number(random, 12, 90),
    e: number(random, 25, 9000),
  }
}

/** Which wording each point is told in. */
export type Voice = readonly number[]

export const voiceOf = (random: Random, bank: Bank): Voice => bank.map((wordings) => below(random, wordings.length))
/** Another wording at every point. */
export const otherVoice = (random: Random, bank: Bank, voice: Voice): Voice =>
  voice.map((chosen, point) => {
    const many = bank[point]?.length ?? 1
    return (chosen + 1 + below(random, many - 1)) % many
  })

/** One paragraph a point. */
export function tell(bank: Bank, voice: Voice, facts: Facts, language: Language): string[] {
  const at = LANGUAGES.indexOf(language)
  return bank.map((wordings, point) => {
    const sentence = wordings[voice[point] ?? 0]?.[at] ?? ''
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => facts[name]?.[at] ?? '')
  })
}

export function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  const left = [...items]
  const order: Item[] = []
  while (left.length > 0) order.push(...left.splice(below(random, left.length), 1))
  return order
}
