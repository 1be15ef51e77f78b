import { describe, expect, it } from 'vitest'
import { addressIn, isTranslatedPage, LANGUAGES, readAddress } from './language'
import { ALL_MESSAGES } from './messages/all'
import { wordsFrom } from './wording'

const inAll = <Value>(say: (words: ReturnType<typeof wordsFrom>) => Value) =>
  LANGUAGES.map((language) => say(wordsFrom(language, ALL_MESSAGES[language])))

/** Which blanks stand between is for `Intl` to say, and differs from one version to the next. */
const plain = (text: string) => text.replace(/[\s\u2009]+/g, ' ').replace(/ ?– ?/g, '–')

const DAYS = ['14 March 2024', '14 березня 2024 р.', '14 марта 2024 г.', '14. März 2024', '14 مارس 2024']

describe('words', () => {
  it('count as each language does', () => {
    expect([1, 2, 5, 21, 0].map((count) => inAll(({ t }) => t('scale.origins', { count })))).toMatchInlineSnapshot(`
      [
        [
          "1 independent origin",
          "1 незалежне першоджерело",
          "1 независимый первоисточник",
          "1 unabhängiger Ursprung",
          "مصدر أصلي مستقل واحد",
        ],
        [
          "2 independent origins",
          "2 незалежні першоджерела",
          "2 независимых первоисточника",
          "2 unabhängige Ursprünge",
          "مصدران أصليان مستقلان",
        ],
        [
          "5 independent origins",
          "5 незалежних першоджерел",
          "5 независимых первоисточников",
          "5 unabhängige Ursprünge",
          "5 مصادر أصلية مستقلة",
        ],
        [
          "21 independent origins",
          "21 незалежне першоджерело",
          "21 независимый первоисточник",
          "21 unabhängige Ursprünge",
          "21 مصدرًا أصليًا مستقلًا",
        ],
        [
          "0 independent origins",
          "0 незалежних першоджерел",
          "0 независимых первоисточников",
          "0 unabhängige Ursprünge",
          "لا مصادر أصلية مستقلة",
        ],
      ]
    `)
  })

  it('say when something happened, with its precision', () => {
    const times = [
      '2024-03-14',
      '2023-05-22/2023-05-23',
      '2023-06~',
      '2023-05?',
      '../2024-03',
      '2024-22',
      '202X',
      '2023/2024',
      'x',
    ]
    expect(times.map((when) => inAll((words) => plain(words.when(when))))).toMatchInlineSnapshot(`
      [
        [
          "14 March 2024",
          "14 березня 2024 р.",
          "14 марта 2024 г.",
          "14. März 2024",
          "14 مارس 2024",
        ],
        [
          "22–23 May 2023",
          "22–23 травня 2023 р.",
          "22–23 мая 2023 г.",
          "22.–23. Mai 2023",
          "22–23 مايو 2023",
        ],
        [
          "about June 2023",
          "приблизно червень 2023 р.",
          "примерно июнь 2023 г.",
          "ca. Juni 2023",
          "يونيو 2023 تقريبًا",
        ],
        [
          "May 2023 (uncertain)",
          "травень 2023 р. (під питанням)",
          "май 2023 г. (под вопросом)",
          "Mai 2023 (unsicher)",
          "مايو 2023 (غير أكيد)",
        ],
        [
          "March 2024 or earlier",
          "березень 2024 р. або раніше",
          "март 2024 г. или раньше",
          "März 2024 oder früher",
          "مارس 2024 أو قبل ذلك",
        ],
        [
          "summer 2024",
          "літо 2024 р.",
          "лето 2024 г.",
          "Sommer 2024",
          "صيف 2024",
        ],
        [
          "the 2020s",
          "2020-ті роки",
          "2020-е годы",
          "2020er-Jahre",
          "عقد 2020",
        ],
        [
          "2023–2024",
          "2023–2024",
          "2023–2024",
          "2023–2024",
          "2023–2024",
        ],
        [
          "x",
          "x",
          "x",
          "x",
          "x",
        ],
      ]
    `)
  })

  it('write days, minutes, lists and names of languages', () => {
    const at = new Date('2024-03-14T15:04:00Z')
    expect(inAll((words) => plain(words.day(at)))).toEqual(DAYS)
    expect(inAll((words) => /15:04.* UTC$/.test(words.minute(at)))).toEqual(LANGUAGES.map(() => true))
    expect(inAll((words) => words.list(['a', 'b', 'c']))).toEqual([
      'a, b and c',
      'a, b і c',
      'a, b и c',
      'a, b und c',
      'a وb وc',
    ])
    expect(inAll((words) => words.nameOf('uk'))).toEqual([
      'Ukrainian',
      'українська',
      'украинский',
      'Ukrainisch',
      'الأوكرانية',
    ])
    expect(inAll(({ t, within }) => within(t('scale.correction.correction')))).toEqual([
      'correction',
      'виправлення',
      'исправление',
      'Korrektur',
      'تصحيح',
    ])
    expect(inAll(({ quoted }) => quoted('a'))).toEqual(['“a”', '«a»', '«a»', '„a“', '«a»'])
    // What came from the second name points to the first, whichever way the line runs.
    expect(inAll(({ cameFrom, wentTo }) => cameFrom + wentTo)).toEqual([
      ...LANGUAGES.slice(0, -1).map(() => ' ←  → '),
      ' →  ← ',
    ])
    expect(inAll((words) => words.nameOf('no such tag'))).toEqual(LANGUAGES.map(() => 'no such tag'))
  })
})

describe('addresses', () => {
  it.each([
    ['/', 'en', '/'],
    ['/uk', 'uk', '/'],
    ['/ar/corrections', 'ar', '/corrections'],
    ['/ar/corrections/update', 'ar', '/corrections/update'],
    ['/de/incidents/a-depot/v/2', 'de', '/incidents/a-depot/v/2'],
    ['/uk/', 'en', '/uk/'],
    ['/uk//', 'en', '/uk//'],
    ['/en', 'en', '/en'],
    ['/fr/corrections', 'en', '/fr/corrections'],
    ['/uk/uk', 'en', '/uk/uk'],
    ['/uk/desk', 'en', '/uk/desk'],
    ['/uk/desk/team', 'en', '/uk/desk/team'],
    ['/uk/signin', 'en', '/uk/signin'],
    ['/uk/api/v1/incidents', 'en', '/uk/api/v1/incidents'],
    ['/uk/feed.atom', 'uk', '/feed.atom'],
    ['/uk/feedxatom', 'en', '/uk/feedxatom'],
    ['/ar/data', 'ar', '/data'],
    ['/ukraine', 'en', '/ukraine'],
    ['/UK', 'en', '/UK'],
  ])('%s asks for %s of %s', (address, language, path) => {
    expect(readAddress(address)).toEqual({ language, path })
  })

  it('of a page lead there and back', () => {
    for (const path of [
      '/',
      '/corrections',
      '/method',
      '/log',
      '/incidents/a',
      '/incidents/a/changes',
      '/incidents/a/v/1',
    ])
      for (const language of LANGUAGES) expect(readAddress(addressIn(language, path))).toEqual({ language, path })
    expect(addressIn('uk', '/?q=x&level=likely#main')).toBe('/uk?q=x&level=likely#main')
    expect(addressIn('ar', '/corrections?cursor=a/b')).toBe('/ar/corrections?cursor=a/b')
  })

  it('of what is no page stay', () => {
    for (const path of [
      '/signin',
      '/sitemap.xml',
      '/api/v1/openapi.json',
      '/log/checkpoint',
      '#main',
      'https://a.example/',
    ]) {
      expect(addressIn('uk', path)).toBe(path)
      expect(isTranslatedPage(path)).toBe(false)
    }
  })
})
