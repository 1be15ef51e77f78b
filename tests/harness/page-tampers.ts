const PIECE = /<li><article id="e-[^]*?<\/article><\/li>/

/** What is true of the account, in another place, in another order, once more, or not at all: each changes a page. */
export const MISPLACED: Readonly<Record<string, (page: string) => string>> = {
  'a claim said twice': (page) => page.replace(/<h\d id="c-[0-9a-f]{10}-title"[^>]*>([^<]*)<\/h\d>/, '$&<p>$1</p>'),
  'a quotation twice': (page) => page.replace(/<blockquote[^>]*>[^<]*<\/blockquote>/, '$&$&'),
  'a reason twice': (page) =>
    page.replace(/<blockquote[^>]*whitespace-pre-line[^>]*>[^<]*<\/blockquote>/, (all) => all + all),
  'a number twice': (page) => page.replace(/<span>\d+ independent origins?<\/span>/, '$&$&'),
  'ballots twice': (page) => page.replace(/<p[^>]*>\d+ ballots:[^<]*<\/p>/, '$&$&'),
  'evidence under the other stance': (page) => {
    const list = new RegExp(`>Evidence in support \\(\\d+\\)</p><ul[^>]*>(${PIECE.source})`).exec(page)?.[1] ?? ''
    return page.replace(list, '').replace(/(>Evidence against \(\d+\)<\/p><ul[^>]*>)/, `$1${list}`)
  },
  'two pieces of evidence in the other order': (page) =>
    page.replace(new RegExp(`(${PIECE.source})(${PIECE.source})`), '$2$1'),
  'versions in the other order': (page) =>
    page.replace(/(<ol reversed[^>]*>)(<li[^]*?<\/li>)(<li[^]*?<\/li>)/, '$1$3$2'),
  'passages in the other order': (page) =>
    page.replace(/(<div [^>]*id="note-1"[^]*?)(<div [^>]*id="note-2"[^]*?)(?=<div [^>]*id="note-3")/, '$2$1'),
  'a claim left in its heading alone': (page) => page.replace(/<h\d id="c-[0-9a-f]{10}-title"[^]*?<\/h\d>/, ''),
  'a question left out': (page) => page.replace(/<h3 [^>]*dir="auto"[^>]*>[^<]*<\/h3>/, ''),
  'who dissents left out': (page) => page.replace(/<figcaption[^>]*>One who voted[^<]*<\/figcaption>/, ''),
  'a sentence of two messages': (page) =>
    page.replace(/>Translated by the desk|>Machine translation/, '>Published translation'),
  'a message where none belongs': (page) => page.replace(/>Evidence in support \(\d+\)<\/p>/, '$&<p>None.</p>'),
  'a fact under another name': (page) => page.replace('<dt>Passed on by</dt>', '<dt>First carried by</dt>'),
  'a date that is another’s': (page) => {
    const days = Array.from(page.matchAll(/<dt>Published<\/dt><dd>([^<]*)/g), ([, day = '']) => day)
    const [first = '', ...others] = days
    const other = others.find((day) => day !== first && /\d/.test(day)) ?? ''
    return page.replace(`<dt>Published</dt><dd>${first}`, `<dt>Published</dt><dd>${other}`)
  },
  'a date made vague': (page) => page.replace(/(<dt>Published<\/dt><dd>)(\d+ [A-Z])/, '$1about $2'),
  'a version called redacted': (page) => page.replace('the one you are reading', 'redacted · $&'),
  'a link to another version': (page) => page.replace(/(<ol reversed[^]*?\/v\/)2"/, '$11"'),
  'a way back to another place': (page) => page.replace(/href="#cited-(\d+)-1"(?=[^>]*>Back)/, 'href="#cited-99-1"'),
  'a source without its address': (page) => page.replace(/<a href="http[^"]*"[^>]*>(<cite[^]*?<\/cite>)<\/a>/, '$1'),
  'a map of somewhere else': (page) =>
    page.replace(
      /The (?:circle|dot) [^<]*?(?=In view)/g,
      'The whole country is marked, for where in it is not known. ',
    ),
  'a bar moved': (page) => page.replace(/(<rect x="[^"]*" width=")[\d.]+(?=%" y="50%")/, '$11'),
  'a bar of another kind': (page) => page.replace('"fill-accent stroke-accent"', '"fill-ink stroke-ink"'),
  'another day under the bars': (page) => page.replace(/(<section id="when"[^]*?<text [^>]*>)[^<]*/, '$11 May'),
  'a ballot fewer in the picture': (page) => page.replace(/<rect [^>]*class="fill-current"[^>]*>(?:<\/rect>)?/, ''),
  'the colour of another level': (page) =>
    page.replace(/border-t-4 pt-4 outline-none border-[a-z]+/, '$& border-improbable border-confirmed'),
  'the sign of another level': (page) =>
    page.replace(/(<header class="flex max-w-reading flex-col gap-2">[^]*?<path d=")[^"]*/, '$1M0 0'),
  'a paragraph as a heading': (page) =>
    page.replace(/(<section id="summary"[^]*?)<p dir="auto">([^]*?)<\/p>/, '$1<h3 dir="auto">$2</h3>'),
  'a word struck through': (page) => page.replace(/(<section id="summary"[^]*?)<p /, '$1<p class="line-through" '),
  'a review of what is no newest page': (page) =>
    page.replace('</main>', '<script type="application/ld+json">{"@type":"ClaimReview"}</script></main>'),
}
