import { isLanguage, type Language } from '@/domain/language'
import { ALL_MESSAGES } from '@/domain/messages/all'
import { wordsFrom, type Words } from '@/domain/wording'
import { documentOfCopy, escaped, movedDocument } from './document'
import { fileOf, wayTo } from './place'

/** What the site answers: a page as a document, the bytes of what is none, or as they come where there are many. */
type Answer = { status: number; headers: Readonly<Record<string, string>>; body: string | Content }
type Content = Buffer | AsyncIterable<Buffer>

export type CopyOptions = {
  /** What the site answers to an address. */
  ask: (address: string) => Promise<Answer>
  /** What to begin with: every one of these has to be there. */
  addresses: readonly string[]
  write: (file: string, content: string | Content) => Promise<void>
  /** The site's own origin. */
  publicUrl: string
  /** Entries of the publication log of which it is a copy. */
  logSize: number
  /** Called after each file. */
  progress: (files: number, left: number) => void
}

/** Links that lead nowhere on the site itself. */
export type Copied = { files: number; dead: string[] }

/** At once: the one thread that renders is busy with one, and the rest waits for the database. */
const AT_ONCE = 4

/** Writes what the site answers to each of the addresses, and to whatever those lead to that a copy can hold. */
export async function copySite(options: CopyOptions): Promise<Copied> {
  const waiting = [...options.addresses].toReversed()
  const given = new Set(waiting)
  const written = new Set<string>()
  const dead: string[] = []
  const found = (address: string): void => {
    const file = fileOf(address)
    if (file === null || written.has(file)) return
    written.add(file)
    waiting.push(address)
  }
  for (const address of given) written.add(fileOf(address) ?? '')
  let files = 0
  const take = async (): Promise<void> => {
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      const content = await copyOf(address, options, found)
      const file = fileOf(address)
      if (content === null && given.has(address)) throw new Error(`${address} should be there, and is not`)
      if (content === null || file === null) dead.push(address)
      else {
        await options.write(file, content)
        options.progress(++files, waiting.length)
      }
    }
  }
  // Who finds nothing waiting comes again: another may be finding more.
  while (waiting.length > 0) await Promise.all(Array.from({ length: AT_ONCE }, take))
  return { files, dead: dead.toSorted() }
}

/** Null for what is not there. @throws Error for what the site could not answer. */
async function copyOf(
  address: string,
  { ask, publicUrl, logSize }: CopyOptions,
  found: (address: string) => void,
): Promise<string | Content | null> {
  const { status, headers, body } = await ask(address)
  const file = fileOf(address) ?? ''
  const lead = leader(address, publicUrl, found)
  const to = headers['location']
  if (status >= 300 && status < 400 && to !== undefined) return movedDocument(lead(to, false))
  if (status === 404 || status === 410) return null
  if (status !== 200) throw new Error(`${address} answers ${status}`)
  const type = headers['content-type'] ?? ''
  if (typeof body !== 'string') return body
  if (!type.startsWith('text/html')) {
    for (const other of namedIn(body, { address, type, publicUrl })) found(other)
    return body
  }
  return documentOfCopy(body, {
    lead,
    ...saidIn(body, { address, file, publicUrl, logSize }),
    policy: policyOfCopy(headers['Content-Security-Policy'] ?? ''),
  })
}

const kept = new Map<Language, Words>()

/** The words of a page's own language. */
function wordsFor(html: string): Words {
  const [, given] = /<html[^>]* lang="([a-z]+)"/.exec(html) ?? []
  const language = isLanguage(given) ? given : 'en'
  const words = kept.get(language) ?? wordsFrom(language, ALL_MESSAGES[language])
  kept.set(language, words)
  return words
}

type Place = { address: string; file: string } & Pick<CopyOptions, 'publicUrl' | 'logSize'>

/** What a copy says of itself. */
function saidIn(html: string, { address, file, publicUrl, logSize }: Place) {
  const { t } = wordsFor(html)
  const link = (to: string) => (text: string) => `<a class="link" href="${escaped(to)}">${text}</a>`
  const site = () => link(publicUrl + address)(escaped(new URL(publicUrl).host))
  const log = link(wayTo(file, fileOf('/log') ?? ''))
  return {
    notice: t.markup('share.copy', { site, log, entry: logSize }),
    insteadOfForm: `<p class="text-sm text-ink-muted">${t.markup('share.copySearch', { site: link(publicUrl + address) })}</p>`,
  }
}

/** Where a link of a page leads in the copy; what a copy holds is found with it. */
function leader(address: string, publicUrl: string, found: (address: string) => void) {
  const from = fileOf(address) ?? ''
  return (href: string, isForMachines: boolean): string => {
    if (href.startsWith('#')) return href
    const { origin, pathname, search, hash } = new URL(href, publicUrl + address)
    if (origin !== publicUrl) return href
    const file = fileOf(pathname + search)
    // In the head an address of the site in full names it, and is no link to follow.
    if (file === null || (isForMachines && /^https?:/.test(href) && !FOLLOWED.test(pathname)))
      return publicUrl + pathname + search + hash
    found(pathname + search)
    return wayTo(from, file) + hash
  }
}

/** Of what the head of a page names in full, what a copy leads to: the page in other languages is for search engines. */
const FOLLOWED = /^\/(?:_next\/|(?:corrections\/)?feed\.|icon)/

/** A page of a copy says itself what it may load; what only a header can say, or a server alone do, is left out. */
const policyOfCopy = (policy: string): string =>
  policy
    .split('; ')
    .filter((part) => !/^(?:frame-ancestors|upgrade-insecure-requests)\b/.test(part))
    .map((part) => (part.startsWith('form-action') ? "form-action 'none'" : part))
    .join('; ')

/** What is no page can lead to parts of itself. */
function namedIn(
  body: string,
  { address, type, publicUrl }: { address: string; type: string; publicUrl: string },
): string[] {
  const [path = ''] = address.split('?', 1)
  if (path === '/api/v1/incidents') {
    const { nextCursor } = JSON.parse(body) as { nextCursor: string | null }
    return nextCursor === null ? [] : [`${path}?${new URLSearchParams({ cursor: nextCursor })}`]
  }
  if (type.startsWith('text/css'))
    return [...body.matchAll(/url\((["']?)([^"')]+)\1\)/g)].flatMap(([, , to = '']) =>
      to.startsWith('data:') ? [] : [new URL(to, publicUrl + address).pathname],
    )
  const parts = path === '/sitemap.xml' ? /\/sitemap\/[0-9a-f]+\.xml/g : /\/dumps\/[\w-]+\.(?:jsonl|csv)/g
  if (path !== '/sitemap.xml' && path !== '/dumps/index.json') return []
  return [...body.matchAll(parts)].map(([part]) => part)
}
