import { foldWord } from './tokens'

/** A news agency by all the names it is credited under. */
export type Agency = readonly [name: string, ...others: string[]]

/** Those that much of the world's news goes back to; the desk's own are added to them. */
export const AGENCIES: readonly Agency[] = [
  ['Reuters', 'Рейтер', 'Рейтерс', 'Ройтерс', 'رويترز'],
  ['AFP', 'Agence France-Presse', 'Франс Пресс', 'Франс-Пресс', 'АФП', 'فرانس برس', 'أ ف ب'],
  ['AP', 'Associated Press', 'Ассошиэйтед Пресс', 'Ассошіейтед Пресс', 'أسوشيتد برس', 'أسوشييتد برس'],
  ['UPI', 'United Press International'],
  ['dpa', 'Deutsche Presse-Agentur', 'د ب أ'],
  ['ANSA'],
  ['EFE'],
  ['PAP', 'Polska Agencja Prasowa'],
  ['Belga'],
  ['Kyodo', 'Kyodo News', 'Киодо'],
  ['Xinhua', 'Синьхуа', 'Сіньхуа', 'شينخوا'],
  ['Yonhap', 'Ёнхап', 'Йонхап', 'Ренхап'],
  ['PTI', 'Press Trust of India'],
  ['Anadolu', 'Anadolu Agency', 'Анадолу', 'الأناضول'],
  ['TASS', 'ITAR-TASS', 'ТАСС', 'ИТАР-ТАСС', 'تاس'],
  ['RIA Novosti', 'РИА Новости', 'РІА Новости', 'RIA', 'ريا نوفوستي'],
  ['Interfax', 'Интерфакс', 'إنترفاكس'],
  ['Interfax-Ukraine', 'Інтерфакс-Україна', 'Интерфакс-Украина'],
  ['UNIAN', 'УНІАН', 'УНИАН'],
  ['Ukrinform', 'Укрінформ', 'Укринформ'],
  ['UNN', 'УНН'],
  ['BelTA', 'БелТА', 'БЕЛТА'],
  ['SANA', 'САНА', 'سانا'],
  ['IRNA', 'ИРНА', 'إرنا'],
  ['Tasnim', 'Тасним', 'تسنيم'],
  ['Fars', 'Фарс'],
  ['WAFA', 'وفا'],
  ['MENA', 'أ ش أ'],
  ['Petra', 'بترا'],
  ['NNA', 'الوكالة الوطنية للإعلام'],
  ['SUNA', 'سونا'],
]

const BEFORE = [
  ...['according to', 'citing', 'quoting', 'told', 'source:', 'by', 'reports?', 'reported by'],
  ...[
    'за даними',
    'за інформацією',
    'за повідомленням',
    'з посиланням на',
    'посилаючись на',
    'повідомля(?:є|ють)',
    'повідоми(?:в|ла|ло|ли)',
    'передає',
    'пише',
    'джерело:',
  ],
  ...[
    'по данным',
    'по информации',
    'по сообщению',
    'со ссылкой на',
    'ссылаясь на',
    'сообща(?:ет|ют)',
    'сообщил[аои]?',
    'переда[её]т',
    'пишет',
    'источник:',
  ],
  ...['نقلا عن', 'نقلًا عن', 'بحسب', 'وفقا ل', 'وفقًا ل', '[وف]?ذكرت', '[وف]?أفادت', '[وف]?قالت', '[وف]?نقلت', 'المصدر:'],
]
const AGENCY =
  '(?:the |news |press |state |wire |agency |агентств\\p{L}* |інформагентств\\p{L}* |информагентств\\p{L}* |(?:ل)?وكالة (?:الأنباء |أنباء )?)*'
const AFTER =
  '(?: news agency| agency)?,? (?:reported|reports|said|says|writes|повідомляє|повідомив|повідомила|повідомило|передає|пише|сообщает|сообщил|сообщила|сообщило|передает|передаёт|пишет)'
const MARK = '[«“"„]?'
const ENDING = '(?:у|а|ом|е|ові|і|ю|и)?'

const isCyrillic = (name: string) => /\p{Script=Cyrillic}/u.test(name)
const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \\u00A0]')
/** As it is written, or all in capitals: in small letters some are words. */
const written = (name: string) => [...new Set([name, name.toUpperCase()])]
/** It may open a sentence. */
const opening = (words: string) => words.replace(/^\p{Ll}/u, (letter) => `[${letter}${letter.toUpperCase()}]`)

/** Ways in which a text says that it has something from an agency; what only names one is none. */
function patternOf(agency: Agency): RegExp {
  const names = agency
    .flatMap(written)
    .map((name) => `${escaped(name)}${isCyrillic(name) ? ENDING : ''}`)
    .join('|')
  const name = `(?<![\\p{L}\\p{N}])(?:${names})(?![\\p{L}\\p{N}])`
  return new RegExp(
    [
      // KYIV, 3 May (Reuters) — …; /ТАСС/; the name alone in a line.
      `^[^\\n]{0,60}[(/\\[] ?${name}[^\\n)/\\]]{0,20}[)/\\]]`,
      `^ *(?:©|[Bb]y|[Ss]ource:|[Дд]жерело:|[Ии]сточник:|المصدر:)? *${name} *[.—–-]? *$`,
      `(?<![\\p{L}\\p{N}])(?:${BEFORE.map(opening).join('|')}) ?${AGENCY}${MARK}${name}`,
      `${name}[»”"“]?${AFTER}(?![\\p{L}\\p{N}])`,
    ].join('|'),
    'mu',
  )
}

const patterns = new WeakMap<Agency, RegExp>()

/** Of a text what a credit can stand in: agencies are credited at its head and foot, and where they are first cited. */
const MOST = 30_000

/** Agencies that a text credits with what it tells. */
export function creditsIn(text: string, agencies: readonly Agency[]): Agency[] {
  const read = text.slice(0, MOST)
  return agencies.filter((agency) => {
    if (!agency.flatMap(written).some((name) => read.includes(name))) return false
    const pattern = patterns.get(agency) ?? patternOf(agency)
    patterns.set(agency, pattern)
    return pattern.test(read)
  })
}

const key = (name: string) => (name.match(/[\p{L}\p{N}\p{M}'’]+/gu) ?? []).map(foldWord).join(' ')

/** Whether an outlet of these names is the agency itself. */
export function isAgency(agency: Agency, names: readonly string[]): boolean {
  const own = new Set(agency.map(key))
  return names.some((name) => own.has(key(name)))
}
