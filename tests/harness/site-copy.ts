import { createElement, Fragment } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { AccountBody } from '@/app/(public)/incidents/[slug]/account-body'
import { accountBody } from '@/app/api/v1/account-body'
import { inReadersWords } from '@/app/shared-account'
import { siteUrl } from '@/app/site'
import type { Db } from '@/db/client'
import { sha256Hex } from '@/domain/hash'
import { entryText, type LogEntry } from '@/domain/log/leaf'
import { checkpointText, keyIdOf, signatureLine, toBase64 } from '@/domain/log/note'
import { entryBundle, tilePath, TILE_WIDTH } from '@/domain/log/tile'
import { wordList } from '@/domain/log/words'
import { inclusionRanges, leafHash, nodeHash, rangeRoot, type Hash, type NodeReader } from '@/domain/log/tree'
import { isLanguage } from '@/domain/language'
import { ALL_MESSAGES } from '@/domain/messages/all'
import { wordsFrom } from '@/domain/wording'
import { signingKey } from '@/server/log/key'
import { styleListOf } from '@/server/log/styles'
import { callAs } from './caller'

const words = wordsFrom('en', ALL_MESSAGES.en)

/** Files of a copy of the site, by their paths. */
export type Files = Map<string, Uint8Array>

/** A tree in memory, however it came about. */
export function treeOf(entries: readonly Uint8Array[]): NodeReader {
  const rows: Hash[][] = [entries.map(leafHash)]
  for (let below = rows[0] ?? []; below.length > 1; below = rows.at(-1) ?? []) {
    const pairs = Array.from({ length: Math.floor(below.length / 2) }, (_, at) => [below[2 * at], below[2 * at + 1]])
    rows.push(pairs.map(([left, right]) => (left && right ? nodeHash(left, right) : new Uint8Array())))
  }
  return (level, index) => rows[level]?.[index] ?? new Uint8Array()
}

export function signedCheckpoint(size: number, root: Hash): string {
  const { key, sign } = signingKey()
  const text = checkpointText({ origin: key.name, size, root })
  return `${text}\n${signatureLine({ name: key.name, keyId: keyIdOf(key), signature: sign(text) })}`
}

/** The files of a log of these entries, signed: what somebody with the key could serve. */
export function logFiles(entries: readonly Uint8Array[]): Files {
  const files: Files = new Map()
  const read = treeOf(entries)
  const size = entries.length
  const note = signedCheckpoint(size, rangeRoot(0, size, read))
  files.set('log/checkpoint', utf8ToBytes(note))
  for (let first = 0; first < size; first += TILE_WIDTH) {
    const part = entries.slice(first, first + TILE_WIDTH)
    const path = tilePath({ level: null, index: first / TILE_WIDTH, width: part.length })
    files.set(`log/${path}`, entryBundle(part))
  }
  for (let level = 0, length = size; length > 0; level++, length = Math.floor(length / TILE_WIDTH))
    for (let first = 0; first < length; first += TILE_WIDTH) {
      const width = Math.min(TILE_WIDTH, length - first)
      const row = Array.from({ length: width }, (_, at) => read(8 * level, first + at))
      files.set(`log/${tilePath({ level, index: first / TILE_WIDTH, width })}`, Buffer.concat(row))
    }
  for (let index = 0; index < size && size < 100; index++) {
    const hashes = inclusionRanges(index, size).map(([begin, end]) => toBase64(rangeRoot(begin, end, read)))
    const proof = ['c2sp.org/tlog-proof@v1', `index ${index}`, ...hashes, '', note].join('\n')
    files.set(`log/proof/${index}`, utf8ToBytes(proof))
  }
  return files
}

type Copy = { files: Files; entries: LogEntry[]; newestPage: (slug: string) => Promise<string> }

/** Everything the verifier reads of a site, as the site's own procedures and components make it. */
export async function copySite(db: Db): Promise<Copy> {
  const { log, reading } = callAs(db, null)
  const { size, note } = await log.checkpoint()
  const lines = await log.tile({ level: null, index: 0, width: size })
  const files: Files = new Map()
  files.set('log/checkpoint', utf8ToBytes(note))
  files.set('log/words.json', utf8ToBytes(wordList()))
  for (const [path, bytes] of lookFiles()) files.set(path, bytes)
  const bundle = entryBundle(lines.map((line) => utf8ToBytes(line)))
  files.set(`log/${tilePath({ level: null, index: 0, width: size })}`, bundle)
  const hashes = await log.tile({ level: 0, index: 0, width: size })
  files.set(`log/${tilePath({ level: 0, index: 0, width: size })}`, Buffer.from(hashes.join(''), 'hex'))
  const entries = lines.map((line) => JSON.parse(line) as LogEntry)
  for (const [index, entry] of entries.entries()) {
    const proof = await log.proof({ index })
    const text = ['c2sp.org/tlog-proof@v1', `index ${index}`, ...proof.hashes, '', proof.note].join('\n')
    files.set(`log/proof/${index}`, utf8ToBytes(text))
    if (!('note' in entry)) continue
    const { document } = await log.document({ index })
    if (document !== null) files.set(`log/document/${index}.json`, utf8ToBytes(document))
    await addVersion(files, reading, entry)
  }
  /** The page of an account itself, in English. */
  const newestPage = async (slug: string) => pageOf(await reading.account({ slug, hasMap: true, language: 'en' }), true)
  return { files, entries, newestPage }
}

type Reading = ReturnType<typeof callAs>['reading']

async function addVersion(files: Files, reading: Reading, entry: Pick<LogEntry, 'slug' | 'number'>) {
  const account = await reading.account({ slug: entry.slug, number: entry.number, hasMap: true, language: 'en' })
  if (account.outcome !== 'found') throw new Error('an entry whose version is not there')
  files.set(`api/v1/incidents/${entry.slug}/v/${entry.number}.json`, utf8ToBytes(JSON.stringify(accountBody(account))))
  files.set(`incidents/${entry.slug}/v/${entry.number}.html`, utf8ToBytes(pageOf(account, false)))
}

function pageOf(account: Awaited<ReturnType<Reading['account']>>, isNewestPage: boolean): string {
  if (account.outcome !== 'found') throw new Error('an account that is not there')
  const read = { ...inReadersWords(account), original: account.document?.language ?? null }
  // Of a translation that is gone its own page speaks.
  const redactions = account.redactions.filter(({ language }) => language === null)
  const body = createElement(AccountBody, { account: { ...read, redactions }, words, isNewestPage })
  const main = renderToStaticMarkup(createElement('main', null, body))
  return `<!DOCTYPE html><html lang="en" dir="ltr" class="x_variable"><head>${headOf(account)}</head><body class="flex flex-col">${main}</body></html>`
}

type Found = Extract<Awaited<ReturnType<Reading['account']>>, { outcome: 'found' }>

/** As Next writes it of what app/(public) says. */
function headOf({ document, version, newest, slug, standingNotice, retractedBy }: Found): string {
  const { t } = words
  const central = document?.kind === 'account' ? document.claims.find(({ isCentral }) => isCentral) : undefined
  const { finding } = central ?? {}
  // The picture speaks the account's own language.
  const spoken = isLanguage(document?.language) ? document.language : 'en'
  const shared = wordsFrom(spoken, ALL_MESSAGES[spoken]).t
  const level = finding && shared(`scale.level.${finding.heading === 'disputed' ? 'disputed' : finding.level}`)
  const heading = finding && t(`scale.heading.${finding.heading}`)
  const name = document?.incident.title ?? ''
  const suffix = version.number === newest.number ? '' : ` (${t('account.version', { number: version.number })})`
  const title =
    (document === null ? t('account.redacted.label') : central ? name : t('account.retracted.title', { title: name })) +
    suffix
  const description =
    document === null
      ? t('account.redacted.title')
      : document.kind === 'retraction'
        ? document.note
        : `${heading}: ${central?.text}`
  const isGone = document?.kind === 'retraction' || retractedBy !== null
  const mark =
    document === null
      ? shared('front.redacted')
      : isGone
        ? shared('front.retracted')
        : standingNotice
          ? shared('front.reexamined')
          : level
  const alt = shared('share.alt', { title: document === null ? shared('front.redactedTitle') : name, mark: mark ?? '' })
  const url = siteUrl(`/incidents/${slug}`)
  const meta = (label: 'name' | 'property', said: Record<string, string>) =>
    Object.entries(said).map(([key, content]) => createElement('meta', { key, [label]: key, content }))
  const link = (props: Record<string, string>) => createElement('link', { key: Object.values(props).join(), ...props })
  return renderToStaticMarkup(
    createElement(Fragment, null, [
      createElement('meta', { key: 'charset', charSet: 'utf-8' }),
      link({ rel: 'stylesheet', href: SHEET, 'data-precedence': 'next' }),
      createElement('title', { key: 'title' }, `${title} · The Desk`),
      ...meta('name', { viewport: 'width=device-width, initial-scale=1', description, 'twitter:image:alt': alt }),
      link({ rel: 'canonical', href: url }),
      link({ rel: 'alternate', hrefLang: 'x-default', href: url }),
      link({ rel: 'alternate', type: 'application/atom+xml', href: siteUrl('/feed.atom') }),
      ...meta('property', {
        'og:title': title,
        'og:description': description,
        'og:url': url,
        'og:site_name': 'The Desk',
      }),
      ...meta('property', {
        'og:image': `${url}/card.png`,
        'article:published_time': version.publishedAt.toISOString(),
      }),
      link({ rel: 'icon', href: '/icon.svg?icon.svg', sizes: 'any', type: 'image/svg+xml' }),
    ]),
  )
}

/** A stylesheet and a font of the kind that a build makes. */
export const SHEET = '/_next/static/chunks/site.css'
export const FONT = '/_next/static/media/site.woff2'
const CSS = `@layer base,utilities;@font-face{font-family:x;src:url(../media/site.woff2)format("woff2")}@layer utilities{.hidden{display:none}.max-sm\\:sr-only{clip-path:inset(50%);position:absolute}.account p{color:var(--ink)}}@media print{.account a[href^=http]:after{content:" <" attr(href) ">"}}`

/** How the copy looks, as the site signs it. */
export function lookFiles(css = CSS, font = 'a font', others: readonly (readonly [string, string])[] = []): Files {
  const made = new Map([[SHEET, css], [FONT, font], ...others])
  const hashes = new Map([...made].map(([address, said]) => [address, sha256Hex(said)]))
  const files = [...made].map(([address, said]) => [address.slice(1), utf8ToBytes(said)] as const)
  return new Map([...files, ['log/styles', utf8ToBytes(styleListOf(hashes))]])
}

export const entryBytes = (entry: LogEntry): Uint8Array => utf8ToBytes(entryText(entry))
