export const LANGUAGES = ['en', 'uk', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

/** One sentence in the three languages, in the order of `LANGUAGES`: each a translation of the others. */
export type Wording = readonly [en: string, uk: string, ar: string]

/** What an article says, point by point; of each point, how three people would write it who know nothing of each other. */
export type Bank = readonly (readonly Wording[])[]

/** Names that no map and no register has. */
export const PLACES: readonly Wording[] = [
  ['Torvenka', 'Торвенка', 'تورفينكا'],
  ['Marovets', 'Маровець', 'ماروفيتس'],
  ['Kostrilo', 'Кострило', 'كوستريلو'],
  ['Dunaryk', 'Дунарик', 'دوناريك'],
  ['Sarnavik', 'Сарнавік', 'سارنافيك'],
  ['Haldurin', 'Гальдурін', 'هالدورين'],
  ['Petrasol', 'Петрасол', 'بتراسول'],
  ['Lunkavar', 'Лункавар', 'لونكافار'],
  ['Brezodol', 'Брезодол', 'بريزودول'],
  ['Kalmirat', 'Кальмірат', 'كالميرات'],
  ['Tesmaran', 'Тесмаран', 'تسماران'],
  ['Ruskelin', 'Рускелін', 'روسكيلين'],
]
export const COUNTRIES: readonly Wording[] = [
  ['Velmoria', 'Вельморія', 'فيلموريا'],
  ['Ostravand', 'Остраванд', 'أوسترافاند'],
  ['Karduna', 'Кардуна', 'كاردونا'],
]
export const PEOPLE: readonly Wording[] = [
  ['Oleh Drannik', 'Олег Дранник', 'أوليه درانيك'],
  ['Tavor Renik', 'Тавор Реник', 'تافور رينيك'],
  ['Samir Dardun', 'Самір Дардун', 'سمير دردون'],
  ['Boran Kestel', 'Боран Кестель', 'بوران كستل'],
  ['Marek Tolvir', 'Марек Тольвір', 'ماريك تولفير'],
]
export const WOMEN: readonly Wording[] = [
  ['Mirta Solvan', 'Мірта Сольван', 'ميرتا سولفان'],
  ['Irena Kolbar', 'Ірена Кольбар', 'إيرينا كولبار'],
  ['Lenka Orsova', 'Ленка Орсова', 'لينكا أورسوفا'],
  ['Nadira Temlin', 'Надіра Темлін', 'ناديرة تملين'],
]
export const GROUPS: readonly Wording[] = [
  ['Karsun Legion', 'Карсун Легіон', 'كارسون ليغيون'],
  ['Delvarin', 'Дельварін', 'ديلفارين'],
  ['Northern Stork', 'Північний Лелека', 'اللقلق الشمالي'],
  ['Sorkanda', 'Сорканда', 'سوركاندا'],
]
export const FIRST_QUOTES: readonly Wording[] = [
  [
    'We do not know yet what caused it, and I will not guess in front of cameras while people are still in danger.',
    'Ми ще не знаємо, що це спричинило, і я не гадатиму перед камерами, поки люди досі в небезпеці.',
    'لا نعرف بعد ما الذي سبّب ذلك ولن أخمّن أمام الكاميرات بينما لا يزال الناس في خطر.',
  ],
  [
    'Everything that could be done was done in time, and whoever claims the opposite was not there that night.',
    'Усе, що можна було зробити, зробили вчасно, і той, хто стверджує протилежне, тієї ночі там не був.',
    'كل ما كان يمكن فعله فُعل في وقته، ومن يدّعي العكس لم يكن هناك تلك الليلة.',
  ],
  [
    'I asked for money three times and three times I was told to wait until after the election.',
    'Я тричі просив грошей, і тричі мені казали чекати, доки минуть вибори.',
    'طلبت المال ثلاث مرات وفي كل مرة قيل لي أن أنتظر إلى ما بعد الانتخابات.',
  ],
]
export const SECOND_QUOTES: readonly Wording[] = [
  [
    'First there was light, then nothing, and then I heard my own voice as if somebody else were screaming.',
    'Спершу було світло, потім нічого, а потім я почула власний голос, ніби кричав хтось інший.',
    'في البدء كان ضوء ثم لا شيء ثم سمعت صوتي كأن شخصًا آخر يصرخ.',
  ],
  [
    'I grabbed the nearest hand and ran, and only outside did I see whose hand it was.',
    'Я схопила найближчу руку й побігла, і тільки надворі побачила, чия то була рука.',
    'أمسكت بأقرب يد وركضت ولم أرَ يد من هي إلا في الخارج.',
  ],
  [
    'People ask whether I was afraid, but for that there was simply no time at all.',
    'Люди питають, чи я боялася, але на це просто зовсім не було часу.',
    'يسألني الناس هل خفت لكن لم يكن لذلك وقت على الإطلاق ببساطة.',
  ],
]
