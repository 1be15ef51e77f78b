import { FetchRefused } from './refused'

/** A page that only says that its name can be bought is short; an article that quotes such words is not. */
const LONGEST_PARKED = 1500
/** Bytes that are looked at. */
const LOOKED_AT = 64 * 1024

/** What brokers and registrars write on a name that has no site, lower case, in the languages of our sources. */
const SAYS_SO: readonly RegExp[] = [
  /\bth(is|e) (web ?)?(domain|site)( name)? (is|may be|might be|could be) (for sale|available for (sale|purchase))/,
  /\b(buy|purchase|get) this (premium )?domain\b/,
  /\bdomain (name )?(is|has been) (parked|suspended)\b/,
  /\bparked free,? courtesy of\b/,
  /\bthis domain (name )?(has|registration has) expired\b/,
  /\bthis domain (name )?(was|has been|is) registered (at|by|with|through)\b.{0,80}\b(park|coming soon|no website)/,
  /\b(diese|die) domain (steht zum verkauf|ist zu verkaufen|ist geparkt)/,
  /\bce (nom de )?domaine est (à vendre|en vente|expiré)/,
  /\beste dominio (está|esta) (en venta|a la venta|caducado)/,
  /\b(ta )?domena (jest )?na sprzedaż\b/,
  /домен(ное имя)? (продаётся|продается|припаркован|выставлен на продажу)/,
  /срок регистрации (этого )?домена (истёк|истек)/,
  /домен(не ім.я)? (продається|припарковано|виставлено на продаж)/,
]

/** Sites that do nothing but show names for sale. */
const BROKERS = [
  'sedo.com',
  'sedoparking.com',
  'hugedomains.com',
  'dan.com',
  'afternic.com',
  'bodis.com',
  'parkingcrew.net',
  'above.com',
  'domainmarket.com',
  'buydomains.com',
  'parklogic.com',
]

/** @throws FetchRefused `gone` for a page that stands at a name without a site */
export function demandSite(asked: string, reached: string, html: Buffer, charset: string | null): void {
  const from = new URL(asked).hostname
  const to = new URL(reached).hostname
  const broker = BROKERS.find((name) => (to === name || to.endsWith(`.${name}`)) && !from.endsWith(name))
  if (broker !== undefined) throw parked(from, `${broker} offers its name for sale`)
  const text = visibleText(decoded(html.subarray(0, LOOKED_AT), charset)).toLowerCase()
  if (html.length <= LOOKED_AT && text.length <= LONGEST_PARKED && SAYS_SO.some((words) => words.test(text)))
    throw parked(to, 'it says that its name is for sale, parked or expired')
}

function parked(host: string, why: string): FetchRefused {
  return new FetchRefused('gone', `There is no site behind ${host} any more: ${why}.`)
}

function decoded(bytes: Buffer, charset: string | null): string {
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(bytes)
  } catch {
    return bytes.toString('utf8')
  }
}

/** Text between tags, scripts and styles left out; in one pass, for pages that are made to be slow. */
function visibleText(html: string): string {
  const lower = html.toLowerCase()
  const parts: string[] = []
  let at = 0
  while (at < html.length) {
    const tag = html.indexOf('<', at)
    if (tag < 0) break
    parts.push(html.slice(at, tag))
    const hidden = ['script', 'style', 'noscript', 'template'].find((name) => lower.startsWith(name, tag + 1))
    const end = html.indexOf('>', hidden === undefined ? tag : endOf(lower, `</${hidden}`, tag))
    if (end < 0) return words(parts)
    at = end + 1
  }
  return words([...parts, html.slice(at)])
}

function endOf(lower: string, closing: string, from: number): number {
  const found = lower.indexOf(closing, from)
  return found < 0 ? lower.length : found
}

function words(parts: readonly string[]): string {
  return parts.join(' ').replaceAll('&nbsp;', ' ').split(/\s+/).join(' ').trim()
}
