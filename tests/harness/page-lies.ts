import { LEVEL_INFO } from '@/domain/levels'
import type { Snapshot } from '@/domain/snapshot-schema'
import { pick, type Chance } from './chance'

const claimOf = (account: Snapshot, below: Chance) => pick(account.claims, below)
const html = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const openOf = (account: Snapshot) =>
  account.evidence.flatMap((piece) => (piece.isConfidential || piece.claim === null ? [] : [piece]))

/** What a page shows, without a list of its files: of each the words that were published, and nothing of its layout. */
export const PAGES: Readonly<Record<string, (page: string, account: Snapshot, below: Chance) => string>> = {
  'another letter': (page, account, below) => {
    const { exact } = pick(openOf(account), below).quotation
    const at = below(exact.length - 1)
    return page.replaceAll(html(exact), html(`${exact.slice(0, at)}#${exact.slice(at + 1)}`))
  },
  'a claim less': (page, account, below) => page.replaceAll(`id="${claimOf(account, below).key}"`, 'id="gone"'),
  'a claim more': (page) => page.replace('</main>', '<article id="c-0123456789">It is so.</article></main>'),
  'two claims swapped': (page, account) => {
    const [one, other] = account.claims
    if (!one || !other) throw new Error('too few claims')
    const away = page.replaceAll(`id="${one.key}"`, 'id="away"').replaceAll(`id="${other.key}"`, `id="${one.key}"`)
    return away.replaceAll('id="away"', `id="${other.key}"`)
  },
  'another place in the log': (page) => page.replace(/data-log-index="\d+"/, 'data-log-index="77"'),
  'cut short': (page, _, below) => page.slice(0, below(page.length - 8)),
  'another level': (page, account, below) => {
    const { key: id, finding } = pick(
      account.claims.filter((each) => each.finding?.heading !== 'disputed'),
      below,
    )
    const label = LEVEL_INFO[finding?.level ?? 'unknown'].label
    const begin = page.indexOf(`id="${id}"`)
    return page.slice(0, begin) + page.slice(begin).replaceAll(label, 'Beyond doubt')
  },
}
const LIE = 'Officials have since admitted that nothing burned.'
/** Puts something in behind the nth place that a pattern matches. */
function behind(page: string, pattern: RegExp, put: string, below: Chance): string {
  const found = [...page.matchAll(pattern)]
  const { index, 0: whole } = pick(found, below)
  return page.slice(0, index + whole.length) + put + page.slice(index + whole.length)
}
/** Gives a class to something outside of pictures, which are drawn in two widths. */
function unseen(page: string, name: string, below: Chance): string {
  const places = [...page.matchAll(/<(?:p|article|blockquote|h\d)(?= )[^>]* class="/g)]
  const outside = places.filter(({ index }) => !/<figure(?![^]*<\/figure>)/.test(page.slice(0, index)))
  const { index, 0: whole } = pick(outside, below)
  return `${page.slice(0, index + whole.length)}${name} ${page.slice(index + whole.length)}`
}
const timeIn = (page: string) => /<time[^>]*>[^<]*<\/time>/.exec(page)?.[0] ?? ''
const swap = (page: string, a: string, b: string) =>
  page.replaceAll(a, '\u0000').replaceAll(b, a).replaceAll('\u0000', b)

/** What says more than was published, or otherwise: each in some place of its kind, by chance. */
export const MORE: Readonly<Record<string, (page: string, account: Snapshot, below: Chance) => string>> = {
  'a sentence in the summary': (page, account, below) =>
    page.replace(/(<section id="summary"[^]*?)<\/p>/, `$1 ${pick([LIE, 'Not.', 'It did not.'], below)}</p>`),
  'a paragraph in the summary': (page) => page.replace(/(<section id="summary"[^>]*><div[^>]*>)/, `$1<p>${LIE}</p>`),
  'a sentence in a claim': (page, _, below) => behind(page, /<article id="c-[^>]*>/g, `<p>${LIE}</p>`, below),
  'a word in a claim': (page, account, below) => {
    const { text: said } = claimOf(account, below)
    return page.replaceAll(`>${html(said)}<`, `>${html(`${said} Not so`)}<`)
  },
  'a sentence anywhere': (page, _, below) =>
    behind(
      page,
      /<\/(?:p|h\d|li|dd|figure|figcaption|section|header|blockquote|ul|ol|dl|details)>/g,
      `<p>${LIE}</p>`,
      below,
    ),
  'a word anywhere': (page, _, below) =>
    behind(page, /[^<>]<(?=\/(?:p|h\d|dd|bdi|mark|a|span|dt|figcaption|strong|code|text|title)>)/g, '', below).replace(
      /<\/(p|h\d|dd|bdi|mark|a|span|dt|figcaption|strong|code|text|title)>/g,
      (() => {
        let left = below(300)
        return (whole: string) => (left-- === 0 ? ` wrongly${whole}` : whole)
      })(),
    ),
  'beside a figure': (page, _, below) => behind(page, /<figure[^>]*>/g, `<figcaption>${LIE}</figcaption>`, below),
  'in a picture': (page, _, below) => behind(page, /<svg[^>]*>/g, `<text>${LIE}</text>`, below),
  'a title of a picture': (page, _, below) => behind(page, /<svg[^>]*>/g, `<title>${LIE}</title>`, below),
  'in an attribute': (page, _, below) =>
    behind(
      page,
      /<(?:p|h\d|li|article|section|div|a)(?=[ >])/g,
      ` ${pick(['title', 'aria-label', 'alt'], below)}="${LIE}"`,
      below,
    ),
  'in an attribute that is there again': (page, _, below) =>
    behind(page, /<[a-z]+ (?=aria-label=")/g, `aria-label="${LIE}" `, below),
  'in an attribute that was there': (page, _, below) =>
    behind(page, /(?:aria-label|title)="[^"]*(?=")/g, pick([' is false', ' 70'], below), below),
  'by a style': (page, _, below) =>
    behind(page, /<(?:p|h\d|article|blockquote)(?=[ >])/g, ' style="display:none"', below),
  'out of sight': (page, _, below) => unseen(page, pick(['hidden', 'sr-only', 'invisible', 'opacity-0'], below), below),
  'out of sight on every width': (page, _, below) => unseen(page, 'sm:hidden max-sm:hidden', below),
  'out of sight as a link is': (page, _, below) => unseen(page, 'opener-link', below),
  'hidden from readers': (page, _, below) => behind(page, /<(?:blockquote|h\d)(?=[ >])/g, ' hidden=""', below),
  'in words of the interface': (page, account, below) => {
    const { key: id, finding } = claimOf(account, below)
    const { label } = LEVEL_INFO[finding?.level === 'confirmed' ? 'improbable' : 'confirmed']
    return behind(page, new RegExp(`<article id="${id}"[^>]*>`, 'g'), `<p>${label}</p>`, below)
  },
  'another number of origins': (page, account, below) => {
    const { origins, key: id } = claimOf(account, below)
    const begin = page.indexOf(`id="${id}"`)
    return (
      page.slice(0, begin) +
      page.slice(begin).replace(`${origins.count} independent`, `${origins.count + 1} independent`)
    )
  },
  'another number of ballots': (page, account, below) => {
    const { finding, key: id } = claimOf(account, below)
    const begin = page.indexOf(`id="${id}"`)
    const said = `${finding?.ballots ?? 0} ballots`
    return page.slice(0, begin) + page.slice(begin).replace(said, `${(finding?.ballots ?? 0) + 1} ballots`)
  },
  'another distribution': (page, account, below) => {
    const { key: id } = claimOf(account, below)
    const begin = page.indexOf(`id="${id}"`)
    return (
      page.slice(0, begin) + page.slice(begin).replace(/(\d) for “/, (_, count: string) => `${Number(count) + 1} for “`)
    )
  },
  'another day': (page, _, below) => {
    const {
      index,
      1: digit = '',
      0: whole,
    } = pick([...page.matchAll(/>[^<>]*?(\d)\d? (?:January|February|March|April|May|June|July|August)/g)], below)
    const at = index + whole.indexOf(digit)
    return page.slice(0, at) + String((Number(digit) + 3) % 10) + page.slice(at + 1)
  },
  'another instant': (page, _, below) =>
    behind(page, /dateTime="20(?=\d)/gi, '', below).replace(/dateTime="2026/i, 'dateTime="2025'),
  'another target': (page, _, below) =>
    behind(page, /href="(?:https?:\/\/[^"]*|\/[^"]*)(?=")/g, pick(['x', '/../2', '#x'], below), below),
  'another place on the page': (page, account) => {
    const [one, other] = account.evidence
    if (!one || !other) throw new Error('too few pieces')
    return swap(page, `href="#${one.key}"`, `href="#${other.key}"`)
  },
  'a script’s target': (page, _, below) => behind(page, /href="(?=#)/g, 'javascript:alert(1)', below),
  'quotations swapped': (page, account) => {
    const [one, other] = openOf(account).map(({ quotation }) => html(quotation.exact))
    if (!one || !other) throw new Error('too few quotations')
    return swap(page, `>${one}<`, `>${other}<`)
  },
  'passages swapped': (page) => swap(page, 'id="note-1"', 'id="note-2"'),
  'citations swapped': (page) => swap(page, '"note-1"', '"note-2"'),
  'an element that no page has': (page, _, below) =>
    behind(
      page,
      /<\/p>/g,
      pick(
        [
          '<iframe src="/x"></iframe>',
          '<img src="/x" alt=""/>',
          '<video></video>',
          '<style>p{}</style>',
          '<object data="x"></object>',
        ],
        below,
      ),
      below,
    ),
  'a comment': (page, _, below) => behind(page, /<\/p>/g, `<!-- ${LIE} -->`, below),
  'a second main part': (page) => page.replace('</body>', `<main>${LIE}</main></body>`),
  'around the main part': (page) => page.replace(/<body[^>]*>/, `$&<p>${LIE}</p>`),
  'hidden around the main part': (page) => page.replace('<body class="', '<body class="hidden '),
  'a cover around the main part': (page) => page.replace(/<body[^>]*>/, '$&<div class="fixed inset-0"></div>'),
  'the title': (page) => page.replace('<title>', '<title>Not so: '),
  'what it is called where it is shared': (page) => page.replace('property="og:title" content="', '$&Not so: '),
  'how it is described': (page, _, below) =>
    behind(page, /(?:"description"|"og:description") content="/g, 'Established: ', below),
  'another level where it is described': (page) =>
    page.replaceAll(/(description" content=")[A-Z][a-z]+:/g, (_, begin: string) => `${begin}Unlikely:`),
  'the level of the picture': (page) =>
    page.replace(/( [–—] )[^<>"]+(")/, (_, begin: string, end: string) => `${begin}Improbable${end}`),
  'where search engines should look': (page, _, below) =>
    behind(page, /rel="(?:canonical|alternate)"[^>]*href="http:\/\/[^/]*/g, '.example', below),
  'a page that leads on': (page) => page.replace('</head>', '<meta http-equiv="refresh" content="0; url=/x"/>$&'),
  'another time in its head': (page) => page.replace(/published_time" content="20/, 'published_time" content="19'),
  'a script': (page, _, below) =>
    page.replace(pick(['</head>', '</body>', '</main>'], below), '<script>document.title="x"</script>$&'),
  'a style in its head': (page) => page.replace('</head>', '<style>p{display:none}</style>$&'),
  'another stylesheet': (page) => page.replace('</head>', '<link rel="stylesheet" href="/more.css"/>$&'),
  'a stylesheet for some': (page) => page.replace('rel="stylesheet"', 'rel="stylesheet" media="print"'),
  'that it was retracted': (page, _, below) =>
    behind(page, /<section [^>]*>/g, `<p>This account was retracted on ${timeIn(page)}</p>`, below),
  'that it is retracted': (page, _, below) => behind(page, /<section [^>]*>/g, '<p>Retracted</p>', below),
  'that it is being re-examined': (page, _, below) =>
    behind(page, /<section [^>]*>/g, `<p>This account is being re-examined, since ${timeIn(page)}</p>`, below),
  'that another took its place': (page, _, below) =>
    behind(page, /<section [^>]*>/g, `<p>This is version 1. Version 2 took its place on ${timeIn(page)}</p>`, below),
  'that it was redacted': (page, _, below) =>
    behind(page, /<section [^>]*>/g, '<p>The text of this version was redacted</p>', below),
  'another mode': (page) =>
    page.replace(/\((observed|asserted)/, (_, mode) => (mode === 'observed' ? '(asserted' : '(observed')),
  'another kind of party': (page) => page.replace(/armed group/, 'state body'),
  'another kind in who is who': (page) =>
    page.replace(/<dd[^>]*><bdi>(?:state body|armed group)/, (all) =>
      all.replace(/[a-z ]+$/, (kind) => (kind === 'state body' ? 'armed group' : 'state body')),
    ),
  'known more exactly': (page) =>
    page.replace(/known to the [a-z]+|known to within a few hundred metres/, 'the exact spot is known'),
  'an origin called unknown': (page) => page.replace(/<dt>Origin<\/dt><dd>/, '$&Unknown; it counts for none. '),
  'a date called unknown': (page) => page.replace(/<dt>Published<\/dt><dd>/, '$&date unknown '),
  'a passage against in support': (page) => page.replace(/>Against</, '>In support<'),
  'a claim called unjudged': (page) => page.replace(/<p[^>]*>Claimed by/, '<p>Not judged yet</p>$&'),
  'why origins are one': (page) =>
    page.replace(/<span>They [^<]*<\/span>/, '<span>They are the reporting of one article.</span>'),
  'where a source stands': (page) =>
    page.replace(/, (?:supporting|disputing) the central claim/, (all) =>
      all.includes('disputing') ? ', supporting the central claim' : ', disputing the central claim',
    ),
  'by how many it was judged': (page) => page.replace(/(?<=claim at least )\d+/, (many) => `${Number(many) + 1}`),
  'what a heading means': (page) =>
    page.replace(
      /Reported, but too little is known to say more\.|Independent origins agree on it\./,
      'Not confirmed, but consistent with what else is known.',
    ),
  'a base': (page) => page.replace('<head>', '<head><base href="/x/"/>'),
}
