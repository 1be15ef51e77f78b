type Alter = (page: string) => string

const PARTS =
  /(<section aria-labelledby="outlets-title"[^]*?<\/section>)(<section aria-labelledby="protection-title"[^]*?<\/section>)/
const ROWS = /(<tr><th scope="row"[^]*?<\/tr>)(<tr><th scope="row"[^]*?<\/tr>)/
const SIGNS = /(<th scope="row"[^]*?)(<svg[^]*?<\/svg>)([^]*?)(<svg[^]*?<\/svg>)/

/** What a page of the site’s own can be made to say, in whichever language it is. */
const SAID: Readonly<Record<string, Alter>> = {
  'a letter of a sentence': (page) => page.replace(/(<section [^]*?<p>[^<]{20})[^<]/, '$1#'),
  'a sentence left out': (page) => page.replace(/(<section [^]*?)<p>[^<]*<\/p>/, '$1'),
  'a sentence twice': (page) => page.replace(/(<section [^]*?)(<p>[^<]*<\/p>)/, '$1$2$2'),
  'a sentence out of sight': (page) => page.replace(/(<section [^]*?)<p>/, '$1<p class="hidden">'),
  'a part left out': (page) => page.replace(/<section aria-labelledby="\w+-title"[^]*?<\/section>/, ''),
  'a part by the name of another': (page) =>
    page.replace(/(aria-labelledby=")\w+(-title"[^]*?<section aria-labelledby=")(\w+)/, '$1$3$2$3'),
  'its title': (page) => page.replace('<title>', '<title>Not '),
  'its description': (page) => page.replace(/(name="description" content=")/, '$1Not '),
}

const METHOD: Readonly<Record<string, Alter>> = {
  ...SAID,
  'a number in a sentence': (page) => page.replace(/(id="judging"[^]*?>[^<]*?)\b3\b/, '$14'),
  'a setting in force': (page) => page.replace(/(id="settings"[^]*?<dd>)3/, '$14'),
  'two settings in each other’s place': (page) =>
    page.replace('<dd>3</dd>', '<dd>1</dd>').replace(/<dd>1<\/dd>(?=<\/dl>)/, '<dd>3</dd>'),
  'a setting that was in force': (page) => page.replace(/(<\/time><\/th><td[^>]*>)3/, '$14'),
  'a number in the next cell': (page) => page.replace(/(<\/time><\/th><td[^>]*>3)(<\/td><td[^>]*>)1/, '$11$2'),
  'when it came into force': (page) => page.replace(/<time dateTime="20\d\d/i, '<time dateTime="2019'),
  'when it came into force, in words': (page) => page.replace(/(<time dateTime[^>]*>)\d+/i, '$199'),
  'that nothing was published by any': (page) =>
    page.replace(/(id="settings"[^]*?)<div role="region"[^]*?<\/table><\/div>/, '$1'),
  'two parts in the other order': (page) => page.replace(PARTS, '$2$1'),
  'two levels in the other order': (page) => page.replace(ROWS, '$2$1'),
  'one sign for two levels': (page) => page.replace(SIGNS, '$1$4$3$4'),
  'a level in another’s colours': (page) => page.replace(/text-probable/, 'text-confirmed'),
  'a word in a sign': (page) => page.replace(/(<th scope="row"[^]*?<svg[^>]*>)/, '$1<text>Never</text>'),
  'what a level counts for': (page) => page.replace(/(<td[^>]*text-end[^>]*>)5/, '$14'),
  'a heading that leads to another part': (page) => page.replace('href="#levels"', 'href="#origins"'),
  'another address of a part': (page) => page.replace(' id="levels"', ' id="scale"'),
  'a link that leads elsewhere': (page) => page.replace(/(id="data"[^]*?href=")[^"]*/, '$1https://elsewhere.example/'),
  'a grade left out': (page) => page.replace(/<tr><th scope="row"[^>]*>E<\/th>[^]*?<\/tr>/, ''),
}

const DATA: Readonly<Record<string, Alter>> = {
  ...SAID,
  'fewer entries': (page) => page.replace(/(id="dumps"[^]*?)\b5\b/, '$14'),
  'a file left out': (page) => page.replace(/<li><a [^>]*>claims-0\.csv<\/a><\/li>/, ''),
  'a file that leads to another': (page) => page.replace(/claims-0\.csv(?=")/, 'publications-0.csv'),
  'a frame from elsewhere': (page) => page.replace(/(iframe src=&quot;https?:\/\/)/, '$1elsewhere.example/'),
  'what a field is': (page) => page.replace(/(<summary lang="en"[^>]*>Account<[^]*?<td[^>]*>)/, '$1Not '),
  'a field in the next cell': (page) => page.replace(/(<code[^>]*>cursor)(<\/code><\/th><td[^>]*>)From/, '$1From$2'),
  'two answers in the other order': (page) =>
    page.replace(/(<tbody[^>]*>)(<tr>(?:(?!<\/tr>)[^])*<\/tr>)(<tr>(?:(?!<\/tr>)[^])*<\/tr>)/, '$1$3$2'),
  'an address left out': (page) => page.replace(/<h3 dir="ltr"[^]*?(?=<h3 dir="ltr")/, ''),
}

const LOG: Readonly<Record<string, Alter>> = {
  ...SAID,
  'one entry more': (page) => page.replace(/(id="now"[^]*?<dd>)6/, '$17'),
  'another root': (page) => page.replace(/(<code[^>]*>[0-9a-f]{63})[0-9a-f]</, '$1x<'),
  'a key that differs in one great letter': (page) => page.replace(/\+AerozY/g, '+aerozY'),
  'another program': (page) => page.replace('node assay-verify.mjs', 'node verify.mjs'),
  'a proof of another entry': (page) => page.replace(/log\/proof\/\d+|proof\/\d+(?=")/, 'proof/0'),
}

/** Of another language those that its words could hide: a sentence, a number, an order, a part. */
const some = (kinds: Readonly<Record<string, Alter>>, ...names: string[]) =>
  Object.fromEntries(Object.entries(kinds).filter(([name]) => names.includes(name)))

/** By the file in a copy: each changes what the site says of itself, and leaves every account as it was published. */
export const OWN_PAGES: Readonly<Record<string, Readonly<Record<string, Alter>>>> = {
  'method/index.html': METHOD,
  'ar/method/index.html': some(
    METHOD,
    ...['a letter of a sentence', 'a part left out', 'its title', 'a number in a sentence'],
    ...['a number in the next cell', 'two levels in the other order'],
  ),
  'data/index.html': DATA,
  'ar/data/index.html': some(DATA, 'a letter of a sentence', 'a part left out', 'fewer entries', 'an address left out'),
  'log/index.html': LOG,
  'ar/log/index.html': some(LOG, 'a letter of a sentence', 'a part left out', 'one entry more'),
  'api/v1/openapi.json': {
    'a description': (json) => json.replace('The newest publication of each', 'Some publication of each'),
    'whose it is': (json) => json.replace('"title":"', '"title":"Not '),
    'where it is': (json) => json.replace('"servers":[{"url":"http', '"servers":[{"url":"https'),
    'an answer left out': (json) => json.replace(/"304":\{[^{}]*\},/, ''),
    'two of a list in the other order': (json) => json.replace(/"enum":\["(\w+)","(\w+)"/, '"enum":["$2","$1"'),
    'a field told twice': (json) => json.replace('"version":"1"', '"version":"2","version":"1"'),
    'left out': () => '',
  },
  'log/words.json': { 'a word': (json) => json.replace('Ten articles', 'Nine articles') },
}

/** On the page of every language: the settings in force as they may well be, for no entry says which are. */
export const otherSettings: Alter = (page) =>
  METHOD['a number in a sentence']?.(METHOD['a setting in force']?.(page) ?? '') ?? ''
