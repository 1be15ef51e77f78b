import type { Article } from '@/domain/likeness/reading'
import { LANGUAGES, type Bank, type Language } from './bank'
import { below, factsOf, otherVoice, pick, randomOf, shuffled, tell, voiceOf, type Facts, type Random } from './story'

/** How the second article of a pair was made. */
const MADE = [
  'reprint',
  'cut to half',
  'reordered',
  'headline changed',
  'spam added',
  'two sentences quoted',
  'two sentences taken',
  'same wire copy',
  'translated',
  'independent',
  'independent, same quotations',
  'independent in another language',
  'another event, same writer',
  'same foot of an outlet',
] as const
export type Made = (typeof MADE)[number]

export type Expected = 'same text' | 'quotes' | 'translation' | 'nothing'
export const EXPECTED: Readonly<Record<Made, Expected>> = {
  reprint: 'same text',
  'cut to half': 'same text',
  reordered: 'same text',
  'headline changed': 'same text',
  'spam added': 'same text',
  'two sentences quoted': 'quotes',
  'two sentences taken': 'quotes',
  'same wire copy': 'same text',
  translated: 'translation',
  independent: 'nothing',
  'independent, same quotations': 'nothing',
  'independent in another language': 'nothing',
  'another event, same writer': 'nothing',
  'same foot of an outlet': 'nothing',
}

/** `first` is the original wherever one of them is. */
export type Pair = { made: Made; language: Language; first: Article; second: Article }

const OUTLETS = [
  { id: 'north', names: ['Northern Herald', 'Північний вісник', 'هيرالد الشمال'], host: 'northern-herald.example' },
  { id: 'river', names: ['River Post', 'Річкова пошта', 'بريد النهر'], host: 'river-post.example' },
  { id: 'coast', names: ['Coastal Mirror', 'Берегове дзеркало', 'مرآة الساحل'], host: 'coastal-mirror.example' },
] as const

const HEADLINES = {
  en: ['What we know so far', 'A night nobody slept', 'Questions after the disaster', 'The day everything changed'],
  uk: ['Що відомо на цю хвилину', 'Ніч, коли ніхто не спав', 'Запитання після лиха', 'День, який усе змінив'],
  ar: ['ما نعرفه حتى الآن', 'ليلة لم ينم فيها أحد', 'أسئلة بعد الكارثة', 'اليوم الذي غيّر كل شيء'],
} as const
const SPAM = [
  'Best casino bonus 2024 only here! Click bonus-luck.example and win-now.example today, no deposit, #casino #bonus #win',
  'Cheap watches, cheap flights, cheap loans: visit deal-storm.example or loan-fast.example before midnight #deal #loan #cheap',
] as const
/** What an outlet prints under every page. */
const FOOT = {
  en: 'Sign up for our morning letter and never miss a story. All rights reserved; no part of this page may be stored or sent on without our written consent.',
  uk: 'Підпишіться на наш ранковий лист і не пропустіть жодної новини. Усі права застережено; жодну частину цієї сторінки не можна зберігати чи пересилати без нашої письмової згоди.',
  ar: 'اشتركوا في رسالتنا الصباحية ولا تفوتوا أي خبر. جميع الحقوق محفوظة ولا يجوز تخزين أي جزء من هذه الصفحة أو إرساله من دون موافقتنا الخطية.',
} as const
const SAYS = {
  en: (outlet: string, quote: string) => `As the ${outlet} reported, “${quote}” Nothing of this could be checked.`,
  uk: (outlet: string, quote: string) => `Як повідомив «Вісник» (${outlet}): «${quote}» Перевірити це не вдалося.`,
  ar: (outlet: string, quote: string) => `وكما ذكرت ${outlet}: «${quote}» ولم يتسنَّ التحقق من ذلك.`,
} as const

type Kitchen = { random: Random; bank: Bank; facts: Facts; language: Language }

function articleOf(paragraphs: readonly string[], language: Language, outlet: number, day: number): Article {
  const { id, names, host } = OUTLETS[outlet] ?? OUTLETS[0]
  return {
    text: paragraphs.join('\n\n'),
    excluded: [],
    language,
    published: `2024-03-${String(day).padStart(2, '0')}`,
    capturedAt: new Date(Date.UTC(2024, 2, day, 12)),
    outlet: { id, names },
    url: `https://${host}/story`,
  }
}

function makePair(made: Made, { random, bank, facts, language }: Kitchen): Pair {
  const voice = voiceOf(random, bank)
  const headline = pick(random, HEADLINES[language])
  const text = [headline, ...tell(bank, voice, facts, language)]
  const own = [
    pick(
      random,
      HEADLINES[language].filter((one) => one !== headline),
    ),
    ...tell(bank, otherVoice(random, bank, voice), facts, language),
  ]
  const first = (paragraphs: readonly string[] = text) => articleOf(paragraphs, language, 0, 11)
  const second = (paragraphs: readonly string[], outlet = 1, inLanguage = language) =>
    articleOf(paragraphs, inLanguage, outlet, 11 + below(random, 3))
  const as = (one: Article, other: Article): Pair => ({ made, language, first: one, second: other })
  const other = pick(
    random,
    LANGUAGES.filter((candidate) => candidate !== language),
  )
  switch (made) {
    case 'reprint':
      return as(first(), second(text))
    case 'cut to half':
      return as(first(), second(text.slice(0, Math.ceil(text.length / 2))))
    case 'reordered':
      return as(first(), second(shuffled(random, text)))
    case 'headline changed':
      return as(first(), second([own[0] ?? '', ...text.slice(1)]))
    case 'spam added':
      return as(first(), second([...text, pick(random, SPAM)], 2))
    case 'two sentences quoted':
      return as(first(), second(quoting(random, language, text, own)))
    case 'two sentences taken':
      return as(first(), second(inserted(random, own, twoOf(random, text))))
    case 'same wire copy': {
      const [one, another] = [own.slice(1, 3), own.slice(4, 6)]
      return as(
        first([...text.slice(1), ...one.slice(0, 1)]),
        second([own[0] ?? '', ...text.slice(1), ...another.slice(0, 1)]),
      )
    }
    case 'translated':
      return as(first(), second(tell(bank, voice, facts, other), 1, other))
    case 'independent':
      return as(
        first(),
        second(shuffled(random, tell(bank, otherVoice(random, bank, voice), requoted(facts, random), language))),
      )
    case 'independent, same quotations':
      return as(first(), second(own))
    case 'independent in another language':
      return as(first(), second(shuffled(random, tell(bank, otherVoice(random, bank, voice), facts, other)), 1, other))
    case 'another event, same writer':
      return as(first(), second(tell(bank, otherVoice(random, bank, voice), factsOf(random), language), 0))
    case 'same foot of an outlet':
      return as(
        first([...text, FOOT[language]]),
        second(
          [...tell(bank, otherVoice(random, bank, voice), requoted(factsOf(random), random), language), FOOT[language]],
          0,
        ),
      )
  }
}

/** Other people were asked. */
function requoted(facts: Facts, random: Random): Facts {
  const other = factsOf(random)
  return { ...facts, quote1: other['quote1'] ?? ['', '', ''], quote2: other['quote2'] ?? ['', '', ''] }
}

/** Two paragraphs of reporting: what is quoted there already says nothing of who wrote it. */
function twoOf(random: Random, text: readonly string[]): string[] {
  const plain = text.slice(1).filter((paragraph) => !/[«“]/.test(paragraph))
  return shuffled(random, plain).slice(0, 2)
}

function quoting(random: Random, language: Language, text: readonly string[], own: readonly string[]): string[] {
  const outlet = OUTLETS[0].names[LANGUAGES.indexOf(language)] ?? ''
  return inserted(
    random,
    own,
    twoOf(random, text).map((sentence) => SAYS[language](outlet, sentence)),
  )
}

function inserted(random: Random, into: readonly string[], what: readonly string[]): string[] {
  const result = [...into]
  for (const one of what) result.splice(1 + below(random, result.length), 0, one)
  return result
}

/** `each` pairs of every kind in every language; the same seed and banks make the same pairs. */
export function makePairs(seed: number, banks: readonly Bank[], each: number): Pair[] {
  const random = randomOf(seed)
  return MADE.flatMap((made) =>
    LANGUAGES.flatMap((language) =>
      Array.from({ length: each }, () =>
        makePair(made, { random, bank: pick(random, banks), facts: factsOf(random), language }),
      ),
    ),
  )
}

/** Independent articles in two languages that tell the same points in the same order, with other people's words. */
export function makeParallel(seed: number, banks: readonly Bank[], count: number): Pair[] {
  const random = randomOf(seed)
  return Array.from({ length: count }, (_, at) => {
    const [bank, facts, language] = [pick(random, banks), factsOf(random), LANGUAGES[at % LANGUAGES.length] ?? 'en']
    const voice = voiceOf(random, bank)
    const other = pick(
      random,
      LANGUAGES.filter((candidate) => candidate !== language),
    )
    const own = tell(bank, otherVoice(random, bank, voice), requoted(facts, random), other)
    const first = articleOf(tell(bank, voice, facts, language), language, 0, 11)
    return { made: 'independent in another language', language, first, second: articleOf(own, other, 1, 12) }
  })
}
