import { execFile } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { canonicalJson, hashOf, sha256Hex } from '@/domain/hash'
import { headingOf, LEVEL_INFO, LEVELS } from '@/domain/levels'
import { publicationEntry } from '@/domain/log/leaf'
import { COSIGNATURE, cosignedText, keyIdOf, readNote, signatureLine, writeVerifierKey } from '@/domain/log/note'
import { wordList } from '@/domain/log/words'
import { conclude } from '@/domain/round'
import { buildSnapshot } from '@/domain/snapshot'
import type { Snapshot } from '@/domain/snapshot-schema'
import { makeSigningKey, readSigningKey } from '@/server/log/key'
import { manifestOf } from '@/server/log/manifest'
import { rangeRoot } from '@/domain/log/tree'
import { look, readKey, siteAt, siteOf, verify, Wrong } from '../../verifier/assay-verify.mjs'
import { samplePicture } from '../harness/account-picture'
import { testVerifierKey } from '../harness/app'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addDesk, approveAs, publishDraft, writeDraft } from '../harness/desk'
import { setTestEnv } from '../harness/http'
import { MISPLACED } from '../harness/page-tampers'
import { addPerson } from '../harness/people'
import { addAddress, publishRetraction, publishSnapshot, redactPublication } from '../harness/publish'
import { seedOf } from '../harness/seed'
import { publishRendition } from '../harness/rendition'
import { copySite, entryBytes, FONT, logFiles, lookFiles, SHEET, treeOf, type Files } from '../harness/site-copy'

const database = useDatabase()
const key = readKey(testVerifierKey)
/** As they are now: which the verifier knows is another test’s affair. */
const words = sha256Hex(wordList())
let copy: Awaited<ReturnType<typeof copySite>>

/** The sample’s findings are made up, to be looked at; here each is what its ballots lead to. */
function concluded(snapshot: Snapshot): Snapshot {
  const claims = snapshot.claims.map((claim) => {
    if (claim.finding === null) return claim
    const { distribution, dissent } = claim.finding
    const cast = LEVELS.flatMap((level) => Array.from({ length: distribution[level] }, () => level))
    const { level, spread } = conclude(cast.map((each) => ({ level: each, isSuspended: false })))
    const left = dissent.filter((each) => each.level !== level)
    return { ...claim, finding: { ...claim.finding, level, spread, heading: headingOf(level, spread), dissent: left } }
  })
  return { ...snapshot, claims }
}

beforeAll(async () => {
  setTestEnv()
  const { db } = database
  const people = { author: await addPerson(db), reviewer: await addPerson(db) }
  const at = new Date('2026-02-05T12:00:00Z')
  const sample = concluded(buildSnapshot(samplePicture))
  for (const address of ['a-fire', 'a-flood', 'a-storm', 'dark']) {
    const snapshot = { ...sample, incident: { ...sample.incident, slug: address } }
    const incidentId = await addAddress(db, people.author, { address, title: address })
    const given = { ...people, incidentId, at }
    const id = await publishSnapshot(db, snapshot, { ...given, number: 1 })
    const correction = { kind: 'correction' as const, note: 'A “word” was wrong.' }
    if (address === 'a-fire')
      await publishSnapshot(db, { ...snapshot, language: 'uk' }, { ...given, number: 2, correction })
    if (address === 'a-flood' || address === 'a-storm')
      await publishRetraction(db, snapshot, 'It was another flood.', { ...given, number: 2 })
    if (address === 'a-storm') await publishSnapshot(db, snapshot, { ...given, number: 3, correction })
    const facts = { publicationId: id, incidentId, reason: 'A court order.' }
    if (address === 'dark') await redactPublication(db, { ...facts, by: people.author, second: people.reviewer })
  }
  const desk = await addDesk(db)
  const draft = await writeDraft(db, desk)
  const call = callAs(db, desk.author)
  await call.revision.chooseByline({ revisionId: draft.id, byline: 'A. Writer' })
  await call.revision.submit({ revisionId: draft.id, version: draft.version })
  await approveAs(db, desk.reviewer, draft.id)
  const { summary } = await call.publication.publish({ revisionId: draft.id })
  const target = { kind: 'byline' as const, publicationId: summary.publications[0]?.id ?? '', byline: 'A. Writer' }
  const { incidentId } = desk
  const asked = await callAs(db, desk.lead).redaction.propose({ incidentId, target, publicReason: 'For safety.' })
  await callAs(db, desk.third).redaction.confirm({ id: asked.redactions.items[0]?.id ?? '' })
  await publishDraft(db, desk, 'One depot burned, at night.', 'More is known.')
  const reason = 'A reader wrote that the hour is wrong.'
  await callAs(db, desk.author).notice.put({ incidentId, reason: 'Something else.' })
  await callAs(db, desk.author).notice.lift({ incidentId, reason: 'It was right.' })
  await callAs(db, desk.author).notice.put({ incidentId, reason })
  const { renditionId } = await publishRendition(db, desk)
  const alone = { kind: 'translation' as const, renditionId }
  const proposed = await callAs(db, desk.lead).redaction.propose({ incidentId, target: alone, publicReason: 'A name.' })
  await callAs(db, desk.author).redaction.confirm({ id: proposed.redactions.items[0]?.id ?? '' })
  copy = await copySite(db)
})

function listed(files: Files): Files {
  const entries = copy.entries.map(entryBytes)
  const checkpoint = { size: entries.length, root: rangeRoot(0, entries.length, treeOf(entries)) }
  const hashes = new Map([...files].map(([file, bytes]) => [file, sha256Hex(bytes)]))
  return new Map([...files, ['log/manifest', Buffer.from(manifestOf(checkpoint, hashes))]])
}

test('nothing is wrong with what the site serves, and what was redacted is called so', async () => {
  const found = await verify(siteOf(copy.files), { key, words })
  expect(found).toMatchObject({ size: 17, publications: 10, isListed: false })
  expect(found.redacted.map((line) => line.replace(/^incidents\/\S+/, ''))).toEqual([
    ' redacted',
    ' redacted in part',
    ' its translation (uk) redacted',
  ])
  expect(await verify(siteOf(listed(copy.files)), { key, words, kept: found.note, isListed: true })).toMatchObject({
    isListed: true,
  })
})

test('what it was told not to read it does not, and says so', async () => {
  const site = siteOf(copy.files)
  expect((await verify(site, { key, words })).left).toEqual([])
  const some = await verify(site, { key, words, languages: ['en'], only: ['a-fire'] })
  expect(some).toMatchObject({ publications: 2, redacted: [] })
  expect(some.left).toEqual([
    'pages in ar, de, ru, uk',
    'proofs, documents, data and pages of 8 other publications',
    'the front page, corrections, feeds, the list of accounts, the sitemap and dumps',
  ])
  const [page, inGerman] = ['incidents/a-fire/v/2.html', 'de/incidents/a-fire/v/2.html']
  const more = text(copy.files, page).replace('<main', '<p>Untrue.</p><main')
  const untrue = siteOf(replaced(copy.files, page, more))
  const abroad = siteOf(replaced(copy.files, inGerman, more.replace('lang="en"', 'lang="de"')))
  expect((await verify(untrue, { key, words, only: ['dark'] })).redacted).toEqual(['incidents/dark/v/1: redacted'])
  expect((await verify(abroad, { key, words, languages: ['en', 'uk'] })).left).toEqual([
    'pages, lists and feeds in ar, de, ru',
  ])
  await expect(verify(untrue, { key, words, only: ['a-fire'] })).rejects.toThrow(page.slice(0, -5))
  await expect(verify(abroad, { key, words, languages: ['de', 'en'] })).rejects.toThrow(inGerman.slice(0, -5))
  await expect(verify(site, { key, words, languages: ['de'] })).rejects.toThrow('is missing')
  await expect(verify(site, { key, words, only: ['a-flod'] })).rejects.toThrow('No entry of the log is of a-flod.')
  await expect(verify(site, { key, words, languages: ['fr'] })).rejects.toThrow('no pages in fr')
})

test('the line for when the database is away is taken and told of, and may say nothing else', async () => {
  const page = 'incidents/a-fire/v/2.html'
  const at = '2026-02-05T12:00:00.000Z'
  const line = `<p role="status" class="x">The record cannot be reached just now. This page is as it was on <time datetime="${at}">5 February 2026 at 12:00 UTC</time>.</p>`
  const shown = (said: string) =>
    siteOf(replaced(copy.files, page, text(copy.files, page).replace('<main', `${said}<main`)))
  expect((await verify(siteOf(copy.files), { key, words })).asOf).toEqual({ pages: 0, oldest: null })
  expect((await verify(shown(line), { key, words })).asOf).toEqual({ pages: 1, oldest: at })
  for (const [was, is] of [
    ['just now', 'for ever'],
    ['5 February', '6 February'],
    ['.</p>', '. Trust it.</p>'],
  ] as const)
    await expect(verify(shown(line.replace(was, is)), { key, words })).rejects.toThrow('of how new it is')
})

test('what search engines are told of an account is what was published, on its newest page alone', async () => {
  const page = await copy.newestPage('a-storm')
  const [script = ''] = /<script type="application\/ld\+json">[^]*?<\/script>/.exec(page) ?? []
  expect(script).toContain('"claimReviewed"')
  const check = (newest: string) =>
    verify(siteOf(replaced(copy.files, 'incidents/a-storm.html', newest)), { key, words })
  await check(page)
  for (const [was, is] of [
    ['"claimReviewed":"', '"claimReviewed":"Not so: '],
    [/"ratingValue":\d/, '"ratingValue":9'],
    [/"alternateName":"/, '$&Not '],
    [/"author":\{"@type":"Organization","name":"/, '$&Not '],
    [/"url":"[^"]*#/, '"url":"https://elsewhere.example/#'],
    [script, ''],
    [script, script + script],
  ] as const) {
    const altered = page.replace(was, is)
    expect(altered, String(was)).not.toBe(page)
    await expect(check(altered), String(was)).rejects.toThrow('tells search engines something else')
  }
  const older = 'incidents/a-storm/v/3.html'
  const told = replaced(copy.files, older, text(copy.files, older).replace('</main>', `${script}</main>`))
  await expect(verify(siteOf(told), { key, words })).rejects.toThrow('tells search engines something else')
})

test('an answer that leads on, runs, hides or is called something else is refused', async () => {
  const quiet = { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'; script-src 'none'" }
  let headers: Record<string, string> = quiet
  const server = createServer((_request, response) => response.writeHead(200, headers).end('<!DOCTYPE html><html>'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const asked = async (other: Record<string, string>) => {
    headers = { ...quiet, ...other }
    return siteAt(`http://127.0.0.1:${port}`).page('log')
  }
  try {
    expect(await asked({})).toHaveLength(21)
    for (const name of ['refresh', 'link', 'set-cookie', 'content-location', 'x-robots-tag'])
      await expect(asked({ [name]: 'noindex' })).rejects.toThrow(`log: comes with ${name}: noindex`)
    for (const policy of ["default-src 'self'; script-src 'none'", "default-src 'none'", ''])
      await expect(asked({ 'content-security-policy': policy })).rejects.toThrow('may run what it likes')
    await expect(asked({ 'content-type': 'text/plain' })).rejects.toThrow('is a page, and comes as text/plain')
  } finally {
    server.close()
  }
})

/** Chance that begins with the seed (mulberry32). */
function chanceOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

type Chance = ReturnType<typeof chanceOf>
const pick = <Item>(items: readonly Item[], below: Chance): Item => {
  const item = items[below(items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

const flip = (bytes: Uint8Array, below: Chance) => {
  const altered = Uint8Array.from(bytes)
  const at = below(bytes.length)
  altered[at] = (altered[at] ?? 0) ^ (1 << below(8))
  return altered
}
const cutAt = (bytes: Uint8Array, below: Chance) => bytes.slice(0, below(bytes.length))
const put = (bytes: Uint8Array, below: Chance) => {
  const at = below(bytes.length + 1)
  return Buffer.concat([bytes.slice(0, at), Buffer.of(below(256)), bytes.slice(at)])
}
const swapped = (files: Files, a: string, b: string): Files => {
  const [one, other] = [files.get(a), files.get(b)]
  return one && other ? new Map([...files, [a, other], [b, one]]) : files
}

const without = <Item>(items: readonly Item[], at: number) => [...items.slice(0, at), ...items.slice(at + 1)]
const text = (files: Files, path: string) => Buffer.from(files.get(path) ?? []).toString()
const replaced = (files: Files, path: string, words: string): Files => new Map([...files, [path, Buffer.from(words)]])

/** What anybody on the way, or with a mirror, can do to the files: none of them can be signed anew. */
const BY_HAND: Readonly<Record<string, (files: Files, path: string, below: Chance) => Files>> = {
  flip: (files, path, below) => new Map([...files, [path, flip(files.get(path) ?? new Uint8Array(), below)]]),
  truncate: (files, path, below) => new Map([...files, [path, cutAt(files.get(path) ?? new Uint8Array(), below)]]),
  insert: (files, path, below) => new Map([...files, [path, put(files.get(path) ?? new Uint8Array(), below)]]),
  delete: (files, path) => new Map([...files].filter(([other]) => other !== path)),
  swap: (files, path, below) => swapped(files, path, pick([...files.keys()], below)),
  add: (files, path, below) => {
    const number = 10 + below(90)
    const other = path.replace(/\d+(\.json|\.html)?$/, (_, end: string | undefined) => `${number}${end ?? ''}`)
    return new Map([...files, [other, files.get(path) ?? new Uint8Array()]])
  },
}

const entries = () => copy.entries.map(entryBytes)
/** The copy with another log, signed by the true key. */
const resigned = (log: Uint8Array[]): Files =>
  new Map([...[...copy.files].filter(([path]) => !/^log\/(checkpoint|tile|proof)/.test(path)), ...logFiles(log)])

/** What somebody who has the key can do: the log is whole and signed, and is not the one that was there. */
const WITH_THE_KEY: Readonly<Record<string, (below: Chance) => Uint8Array[]>> = {
  'roll back': (below) => entries().slice(0, below(copy.entries.length)),
  'drop an entry': (below) => without(entries(), below(copy.entries.length)),
  'move an entry': (below) => {
    const from = below(copy.entries.length)
    const rest = without(entries(), from)
    const to = below(copy.entries.length)
    rest.splice(to === from ? (to + 1) % copy.entries.length : to, 0, entries()[from] ?? new Uint8Array())
    return rest
  },
  'put an entry in': (below) => {
    const all = entries()
    all.splice(
      below(copy.entries.length),
      0,
      entryBytes({ ...pick(copy.entries, below), at: '2020-01-01T00:00:00.000Z' }),
    )
    return all
  },
  'reword an entry': (below) => {
    const at = below(copy.entries.length)
    return entries().map((entry, index) => (index === at ? flip(entry, below) : entry))
  },
}

type Alter = (account: Snapshot, below: Chance) => void
const claimOf = (account: Snapshot, below: Chance) => pick(account.claims, below)

/** What a site that judged otherwise than by its rules would publish, with a true hash of it in a signed entry. */
const AGAINST_THE_RULES: Readonly<Record<string, Alter>> = {
  'a ballot more': (account, below) => {
    const { finding } = claimOf(account, below)
    if (finding) finding.distribution[pick(LEVELS, below)] += 1
  },
  'another level': (account, below) => {
    const { finding } = claimOf(account, below)
    if (finding)
      finding.level = pick(
        LEVELS.filter((level) => level !== finding.level),
        below,
      )
  },
  'another spread': (account, below) => {
    const { finding } = claimOf(account, below)
    if (finding) finding.spread = finding.spread === null ? below(5) : (finding.spread + 1 + below(4)) % 5
  },
  'an origin more': (account, below) => {
    claimOf(account, below).origins.count += 1 + below(3)
  },
  'an origin split': (account, below) => {
    const claims = account.claims.filter(({ origins }) => origins.groups.some(({ evidence }) => evidence.length > 1))
    const { origins } = pick(claims, below)
    const group = pick(
      origins.groups.filter(({ evidence }) => evidence.length > 1),
      below,
    )
    origins.groups.push({ ...group, evidence: group.evidence.splice(0, 1) })
    origins.count += 1
  },
  'evidence counted twice': (account, below) => {
    const { origins } = pick(
      account.claims.filter((claim) => claim.origins.groups.length > 0),
      below,
    )
    origins.groups.push({ ...pick(origins.groups, below), reasons: [] })
    origins.count += 1
  },
  'evidence left out': (account, below) => {
    const claims = account.claims.filter(({ origins }) => origins.groups.some(({ name }) => !/confidential/.test(name)))
    const { origins } = pick(claims, below)
    pick(
      origins.groups.filter(({ name }) => !/confidential/.test(name)),
      below,
    ).evidence.pop()
  },
  'a copy untold': (account, below) => {
    const { origins } = pick(
      account.claims.filter((claim) => (claim.origins.lineage?.copies.length ?? 0) > 0),
      below,
    )
    if (origins.lineage) origins.lineage.copies = []
  },
  'a copy of nothing': (account, below) => {
    const { origins } = claimOf(account, below)
    origins.lineage?.copies.push({ kind: 'scrape', copy: 7, of: 9 })
  },
  'a passage that cites nothing': (account) => {
    account.summary.push({ kind: 'paragraph', content: [{ text: 'It is all so.' }] })
  },
  'two rivals likely': (account) => {
    const pair = account.claims.filter(({ rivals }) => rivals.length > 0).slice(0, 2)
    const sure = { confirmed: 0, probable: 3, possible: 0, doubtful: 0, improbable: 0, unknown: 0 }
    const dissent: [] = []
    for (const { finding } of pair)
      if (finding)
        Object.assign(finding, {
          level: 'probable',
          spread: 0,
          heading: 'likely',
          ballots: 3,
          distribution: sure,
          dissent,
        })
  },
}

/** The last publication of the sample, altered, hashed, put into the log, signed and served in every place. */
function republished(alter: (account: Snapshot) => void): Files {
  const index = copy.entries.findIndex(({ slug, number }) => slug === 'a-fire' && number === 2)
  const entry = copy.entries[index]
  if (entry === undefined || !('note' in entry)) throw new Error('no such entry')
  const account = JSON.parse(text(copy.files, `log/document/${index}.json`)) as Snapshot
  alter(account)
  const log = entries().with(index, entryBytes({ ...entry, sha256: hashOf(account) }))
  const files = replaced(resigned(log), `log/document/${index}.json`, canonicalJson(account))
  const path = 'api/v1/incidents/a-fire/v/2.json'
  return replaced(files, path, JSON.stringify({ ...JSON.parse(text(files, path)), document: account }))
}

/** Proofs that were true elsewhere, or nearly. */
const PROOFS: Readonly<Record<string, (files: Files, index: number) => Files>> = {
  'of the next entry': (files, index) => replaced(files, `log/proof/${index}`, text(files, `log/proof/${index + 1}`)),
  'with another index': (files, index) =>
    replaced(
      files,
      `log/proof/${index}`,
      text(files, `log/proof/${index + 1}`).replace(/^index \d+/m, `index ${index}`),
    ),
  'a hash short': (files, index) =>
    replaced(files, `log/proof/${index}`, text(files, `log/proof/${index}`).replace(/^(index \d+\n).*\n/m, '$1')),
  'a hash more': (files, index) =>
    replaced(files, `log/proof/${index}`, text(files, `log/proof/${index}`).replace(/^(index \d+\n)(.*\n)/m, '$1$2$2')),
  'of an older tree': (files, index) => {
    const older = logFiles(entries().slice(0, -1))
    const note = text(older, 'log/checkpoint')
    return replaced(
      files,
      `log/proof/${index}`,
      text(files, `log/proof/${index}`).replace(/\n\n[\s\S]*/, `\n\n${note}`),
    )
  },
  'with another root': (files) => {
    const older = logFiles(entries().slice(0, -1))
    return new Map([...files, ['log/checkpoint', older.get('log/checkpoint') ?? new Uint8Array()]])
  },
}

/** What a page shows, without a list of its files: of each the words that were published, and nothing of its layout. */
const PAGES: Readonly<Record<string, (page: string, account: Snapshot, below: Chance) => string>> = {
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
const MORE: Readonly<Record<string, (page: string, account: Snapshot, below: Chance) => string>> = {
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
const html = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const openOf = (account: Snapshot) =>
  account.evidence.flatMap((piece) => (piece.isConfidential || piece.claim === null ? [] : [piece]))

test('a thousand tampers, and every one is found', async () => {
  const seed = seedOf('tampers')
  const below = chanceOf(seed)
  const whole = listed(copy.files)
  const kept = text(copy.files, 'log/checkpoint')
  const missed: string[] = []
  const tried = new Map<string, number>()
  const attempt = async (what: string, files: Files, asked: { kept?: string; isListed?: boolean } = {}) => {
    tried.set(what, (tried.get(what) ?? 0) + 1)
    const found = await verify(siteOf(files), { key, words, ...asked }).catch((error: unknown) => error)
    if (!(found instanceof Wrong)) missed.push(`${what}: ${found instanceof Error ? (found.stack ?? '') : 'nothing'}`)
  }
  const times = async (rounds: number, kinds: readonly string[], act: (kind: string) => Promise<void>) => {
    for (let round = 0; round < rounds; round++) await act(kinds[round % kinds.length] ?? '')
  }
  const same = (a: Files, b: Files) => {
    const bytes = (file: Uint8Array | undefined) => Buffer.from(file ?? []).toString('base64')
    return a.size === b.size && [...a].every(([path, file]) => b.has(path) && bytes(file) === bytes(b.get(path)))
  }
  await times(420, Object.keys(BY_HAND), async (kind) => {
    let files = whole
    while (same(files, whole)) files = BY_HAND[kind]?.(whole, pick([...whole.keys()], below), below) ?? whole
    await attempt(`by hand: ${kind}`, files, { isListed: true })
  })
  // Without the list of files: the log, its documents and proofs stand by themselves.
  const own = [...copy.files.keys()].filter((path) => path.startsWith('log/'))
  await times(150, ['flip', 'truncate', 'insert', 'delete'], async (kind) => {
    let files = copy.files
    while (same(files, copy.files)) files = BY_HAND[kind]?.(copy.files, pick(own, below), below) ?? files
    await attempt(`the log alone: ${kind}`, files)
  })
  await times(130, Object.keys(WITH_THE_KEY), async (kind) => {
    await attempt(`with the key: ${kind}`, resigned(WITH_THE_KEY[kind]?.(below) ?? []), { kept })
  })
  await times(100, Object.keys(AGAINST_THE_RULES), async (kind) => {
    await attempt(
      `against the rules: ${kind}`,
      republished((account) => AGAINST_THE_RULES[kind]?.(account, below)),
    )
  })
  await times(90, Object.keys(PROOFS), async (kind) => {
    const index = pick([0, 1, 3], below)
    await attempt(`a proof: ${kind}`, PROOFS[kind]?.(copy.files, index) ?? copy.files)
  })
  const account = JSON.parse(text(copy.files, 'log/document/1.json')) as Snapshot
  await times(110, Object.keys(PAGES), async (kind) => {
    const path = 'incidents/a-fire/v/2.html'
    const page = PAGES[kind]?.(text(copy.files, path), account, below) ?? ''
    expect(page, kind).not.toBe(text(copy.files, path))
    await attempt(`a page: ${kind}`, replaced(copy.files, path, page))
  })
  expect([...tried.values()].reduce((sum, count) => sum + count, 0)).toBe(1000)
  expect(missed).toEqual([])
})

test('a page that says more than was published, or otherwise, is found wherever it does', async () => {
  const below = chanceOf(seedOf('more'))
  const account = JSON.parse(text(copy.files, 'log/document/1.json')) as Snapshot
  const path = 'incidents/a-fire/v/2.html'
  const page = text(copy.files, path)
  const missed: string[] = []
  for (const [kind, alter] of Object.entries(MORE))
    for (let round = 0; round < 2; round++) {
      const altered = alter(page, account, below)
      if (altered === page) missed.push(`${kind}: changes nothing`)
      const found = await verify(siteOf(replaced(copy.files, path, altered)), { key, words }).catch(
        (error: unknown) => error,
      )
      const at = Array.from(altered).findIndex((letter, index) => letter !== page[index])
      if (!(found instanceof Wrong))
        missed.push(`${kind}: ${found instanceof Error ? (found.stack ?? '') : altered.slice(at - 80, at + 120)}`)
    }
  expect(missed).toEqual([])
})

/** What a stylesheet can do to a page that is itself as it was published. */
const STYLES = [
  '#c-0123456789{display:none}',
  '.account p{display:none!important}',
  '.reading b{visibility:hidden}',
  '.reading{opacity:0}',
  '.reading{opacity:.01}',
  '.reading{font-size:0}',
  '.reading{color:transparent}',
  '.reading{color:#0000}',
  '.reading{clip-path:inset(100%)}',
  '.reading{max-height:0;overflow:hidden}',
  '.reading{text-indent:-9999px}',
  '.reading{position:absolute;left:-9999px}',
  '.reading{unicode-bidi:bidi-override;direction:rtl}',
  '@media (min-width:1px){.hidden~p{display:none}}',
  '@supports (display:none){.reading{display:none}}',
  '.hidden,.reading{display:none}',
  '.reading{dis\\70lay:none}',
  '.reading:after{content:"Not so."}',
  '.reading:after{content:"✗"}',
  '.reading:after{content:attr(title)}',
  '.reading:before{content:counter(x)}',
  '.reading li{list-style-type:"false "}',
  '.reading{background:url(data:image/svg+xml,x)}',
  '.reading{background-image:image-set("x.png" 1x)}',
  '@import "/more.css";',
  '@counter-style x{system:cyclic;symbols:"no"}',
  '.reading{color:red',
  '}',
]

test('what is true, in another place or order, once more or not at all, is found', async () => {
  const path = 'incidents/a-fire/v/2.html'
  const page = text(copy.files, path)
  const missed: string[] = []
  for (const [kind, alter] of Object.entries(MISPLACED)) {
    const altered = alter(page)
    const files = replaced(copy.files, path, altered)
    const found = await verify(siteOf(files), { key, words }).catch((error: unknown) => error)
    if (altered === page || !(found instanceof Wrong)) missed.push(kind)
  }
  expect(missed).toEqual([])
})

test('a stylesheet that hides or says something is found, whoever signs it, and any other than the signed', async () => {
  const { hidden, css } = { hidden: '.hidden{display:none}', css: SHEET.slice(1) }
  const whole = text(copy.files, css)
  const check = (files: Files) => verify(siteOf(files), { key, words })
  const missed: string[] = []
  for (const [what, files] of [
    ...STYLES.map((said) => [`with the key: ${said}`, new Map([...copy.files, ...lookFiles(whole + said)])] as const),
    ...[`${whole}${hidden}`, ''].map((said) => [`by hand: ${said}`, replaced(copy.files, css, said)] as const),
    ['another font', replaced(copy.files, FONT.slice(1), 'another font')],
    ['no font', new Map([...copy.files].filter(([path]) => path !== FONT.slice(1)))],
    ['no stylesheet', new Map([...copy.files].filter(([path]) => path !== css))],
    ['no list', new Map([...copy.files].filter(([path]) => path !== 'log/styles'))],
    ['another list', replaced(copy.files, 'log/styles', `x${text(copy.files, 'log/styles')}`)],
    ['the checkpoint for a list', replaced(copy.files, 'log/styles', text(copy.files, 'log/checkpoint'))],
  ] as const) {
    const found = await check(files).catch((error: unknown) => error)
    if (!(found instanceof Wrong)) missed.push(`${what}: ${found instanceof Error ? (found.stack ?? '') : 'nothing'}`)
  }
  expect(missed).toEqual([])
  const honest = [
    '.md\\:sr-only{clip-path:inset(50%)}',
    '.x{color:#fff;opacity:.9;margin:-1px}',
    '[hidden]{display:none}',
  ]
  await expect(check(new Map([...copy.files, ...lookFiles(whole + honest.join(''))]))).resolves.toMatchObject({
    size: 17,
  })
})

test('two builds may stand side by side, each in a frame of its own', async () => {
  const other = '/_next/static/chunks/other.css'
  const css = text(copy.files, SHEET.slice(1))
  const signed = new Map([...copy.files, ...lookFiles(css, undefined, [[other, `${css}.hidden{display:none}`]])])
  const path = [...copy.files.keys()].find((each) => /^incidents\/[^/]+\/v\/1\.html$/.test(each)) ?? ''
  const page = text(copy.files, path).replace('class="flex flex-col"', 'class="flex"')
  const check = (said: string) => verify(siteOf(replaced(signed, path, said)), { key, words })
  await expect(check(page.replace('site.css', 'other.css'))).resolves.toMatchObject({ size: 17 })
  await expect(check(page)).rejects.toThrow(Wrong)
})

test('an account that has another address now is found there, and a page that leads elsewhere is none', async () => {
  const to = (href: string) =>
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><meta http-equiv="refresh" content="0; url=${href}"/><title>Moved</title></head><body><p><a href="${href}">It has moved here.</a></p></body></html>`
  const renamed = (leads: (number: number) => string) => {
    const moved = [...copy.files].map(([path, bytes]): [string, Uint8Array] => {
      if (!/^(?:api\/v1\/)?incidents\/a-flood\/v\//.test(path)) return [path, bytes]
      const said = text(copy.files, path).replaceAll('/incidents/a-flood', '/incidents/a-deluge')
      return [
        path.replace('a-flood', 'a-deluge'),
        Buffer.from(said.replaceAll('"slug":"a-flood","url"', '"slug":"a-deluge","url"')),
      ]
    })
    const ways = [1, 2].map((number): [string, Uint8Array] => [
      `incidents/a-flood/v/${number}/index.html`,
      Buffer.from(to(leads(number))),
    ])
    return verify(siteOf(new Map([...moved, ...ways])), { key, words })
  }
  const way = (number: number) => `../../../a-deluge/v/${number}/index.html`
  await expect(renamed(way)).resolves.toMatchObject({ publications: 10 })
  for (const leads of ['/x', 'https://elsewhere.example/', way(2), '../../../a-fire/v/2/index.html'])
    await expect(renamed(() => leads)).rejects.toThrow(Wrong)
})

test('what readers are told beside the versions is in the log: hidden, reworded or made up it is found', async () => {
  const told = [...copy.files.keys()].filter((path) => text(copy.files, path).includes('A reader wrote'))
  const [data = '', page = ''] = [
    told.find((path) => path.endsWith('.json')),
    told.find((path) => path.endsWith('.html')),
  ]
  const body = JSON.parse(text(copy.files, data)) as { reexamination: { reason: string; since: string } }
  const { reexamination } = body
  const files = (changed: object, html = text(copy.files, page)) =>
    replaced(replaced(copy.files, data, JSON.stringify({ ...body, ...changed })), page, html)
  const other = 'api/v1/incidents/a-fire/v/2.json'
  const madeUp = JSON.stringify({ ...(JSON.parse(text(copy.files, other)) as object), reexamination })
  const wrong = [
    files({ reexamination: null }),
    files(
      { reexamination: { ...reexamination, reason: 'Nothing much.' } },
      text(copy.files, page).replaceAll(reexamination.reason, 'Nothing much.'),
    ),
    files({ reexamination: { ...reexamination, since: '2026-01-01T00:00:00.000Z' } }),
    files({}, text(copy.files, page).replaceAll(reexamination.reason, '')),
    replaced(copy.files, other, madeUp),
  ]
  for (const each of wrong) await expect(verify(siteOf(each), { key, words })).rejects.toThrow(Wrong)
  const translated = told.find((path) => path.endsWith('/v/2.json')) ?? ''
  const its = JSON.parse(text(copy.files, translated)) as { redactions: { kind: string }[] }
  const gone = its.redactions.filter(({ kind }) => kind === 'translation')
  const hidden = { ...its, redactions: its.redactions.filter(({ kind }) => kind !== 'translation') }
  const index = copy.entries.findIndex(({ kind }) => kind === 'translation')
  const otherBody = JSON.parse(text(copy.files, other)) as { redactions: object[] }
  for (const [each, said] of [
    [replaced(copy.files, translated, JSON.stringify(hidden)), 'does not tell of a redaction'],
    [
      replaced(copy.files, other, JSON.stringify({ ...otherBody, redactions: [...otherBody.redactions, ...gone] })),
      'tells of a redaction that no entry is of',
    ],
    [new Map([...copy.files, [`log/document/${index}.json`, Buffer.from('{}')]]), 'is redacted, and still served'],
  ] as const)
    await expect(verify(siteOf(each), { key, words })).rejects.toThrow(said)
  await expect(verify(siteOf(files({})), { key, words })).resolves.toMatchObject({ size: 17 })
})

test('what became of a version stands on its page', async () => {
  for (const [path, notice] of [
    ['incidents/a-flood/v/1.html', /<div role="note"[^>]*><p[^>]*>This account was retracted[^]*?<\/p><\/div><\/div>/],
    ['incidents/a-fire/v/1.html', /<p class="font-semibold">This is version 1[^]*?<\/p>/],
  ] as const) {
    const page = text(copy.files, path)
    expect(page).toMatch(notice)
    const altered = replaced(copy.files, path, page.replace(notice, ''))
    await expect(verify(siteOf(altered), { key, words })).rejects.toThrow('does not say what became of it')
  }
})

test('a witness’s cosignature is asked for where its key is given', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const own = {
    name: 'witness.test/w',
    kind: COSIGNATURE,
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32),
  }
  const witnesses = [readKey(writeVerifierKey(own))]
  const note = text(copy.files, 'log/checkpoint')
  const said = readNote(note)?.text ?? ''
  const cosigned = (seconds: bigint, signedAt = seconds, name = own.name) => {
    const time = Buffer.alloc(8)
    time.writeBigUInt64BE(seconds)
    const signature = Buffer.concat([time, sign(null, Buffer.from(cosignedText(said, signedAt)), privateKey)])
    return replaced(copy.files, 'log/checkpoint', note + signatureLine({ name, keyId: keyIdOf(own), signature }))
  }
  const asked = { key, words, witnesses }
  await expect(verify(siteOf(cosigned(1_700_000_000n)), asked)).resolves.toMatchObject({ size: 17 })
  await expect(look(siteOf(cosigned(1_700_000_000n)), asked)).resolves.toMatchObject({ size: 17 })
  for (const files of [copy.files, cosigned(1_700_000_000n, 1_700_000_001n), cosigned(1n, 1n, 'witness.test/v')])
    for (const check of [verify, look])
      await expect(check(siteOf(files), asked)).rejects.toThrow('is not signed by the witness witness.test/w')
})

test('how many approved is in the entry, and from the first that tells it in each', async () => {
  const approved = copy.entries.flatMap((entry, index) => ('approvals' in entry ? [{ entry, index }] : []))
  const [first, second] = approved
  if (first === undefined || second === undefined) throw new Error('no two entries tell by how many they were approved')
  const data = `api/v1/incidents/${first.entry.slug}/v/${first.entry.number}.json`
  const more = text(copy.files, data).replace('"approvals":1', '"approvals":3')
  const raised = verify(siteOf(replaced(copy.files, data, more)), { key, words })
  await expect(raised).rejects.toThrow('was approved by another number than its entry says')
  const untold = copy.entries.map((entry, index) => {
    if (index !== second.index || !('approvals' in entry)) return entry
    const { approvals: _approvals, ...rest } = entry
    return rest
  })
  const forged = new Map([...copy.files, ...logFiles(untold.map(entryBytes))])
  await expect(verify(siteOf(forged), { key, words })).rejects.toThrow('leaves out how many approved it')
})

test('a watcher tells a log that went on from one that was rolled back or is another', async () => {
  const fact = { number: 1, publishedAt: new Date(0), hash: '0'.repeat(64), approvals: 1, correction: null }
  const all = Array.from({ length: 701 }, (_, index) => entryBytes(publicationEntry({ ...fact, slug: `a-${index}` })))
  const logOf = (length: number, from = 0) => siteOf(logFiles(all.slice(from, from + length)))
  // 256 and 512: tiles that are full, and a row of them.
  const sizes = [0, 1, 255, 256, 257, 512, 513, 700]
  for (const [at, size] of sizes.entries()) {
    const { note } = await look(logOf(size), { key })
    for (const later of sizes.slice(at)) expect((await look(logOf(later), { key, kept: note })).size).toBe(later)
    for (const earlier of sizes.slice(0, at))
      await expect(look(logOf(earlier), { key, kept: note })).rejects.toThrow('HISTORY WAS REWRITTEN')
    if (size > 0) await expect(look(logOf(size, 1), { key, kept: note })).rejects.toThrow(/REWRITTEN|missing/)
  }
  const { files } = siteOf(logFiles(all.slice(0, 700)))
  expect([...(files?.keys() ?? [])]).toContain('log/tile/1/000.p/2')
  const stranger = readKey(readSigningKey(makeSigningKey('log.test/log'))?.verifierKey ?? '')
  await expect(look(logOf(3), { key: stranger })).rejects.toThrow('is not signed by log.test/log')
})

test('as a command it ends with 0, with 1 and the first thing that is wrong, or with 2', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'assay-copy-'))
  const state = path.join(folder, '..', `${path.basename(folder)}.json`)
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [
      ...['verifier/assay-verify.mjs', ...args],
      ...['--key', testVerifierKey, '--words', words],
    ]).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (error: unknown) => {
        const { code, stderr } = error as { code: number; stderr: string }
        return { code, said: stderr }
      },
    )
  const write = async (files: Files) => {
    for (const [file, bytes] of files) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
      await writeFile(path.join(folder, file), bytes)
    }
  }
  try {
    await write(listed(copy.files))
    const whole = await run(folder, '--state', state)
    expect(whole).toMatchObject({ code: 0, said: expect.stringContaining('Every file is the one that was exported') })
    expect(whole.said).toContain('incidents/dark/v/1: redacted\n')
    expect(whole.said).toContain(' 10 publications are what the log says.')
    const some = await run(folder, '--only', 'a-fire', '--languages', 'en')
    expect(some).toMatchObject({ code: 0, said: expect.stringMatching(/^NOT READ: pages in ar, de, ru, uk\n/) })
    expect(some.said).toContain(' 2 publications, as far as they were read, are what the log says.')
    expect(await run('watch', folder, '--state', state, '--once')).toMatchObject({ code: 0 })
    await write(logFiles(entries().slice(0, -1)))
    const rolled = await run('watch', folder, '--state', state, '--once')
    expect(rolled).toMatchObject({
      code: 1,
      said: expect.stringContaining('WRONG: log/checkpoint: HISTORY WAS REWRITTEN'),
    })
    expect(await run(folder, '--every', '0')).toMatchObject({ code: 2 })
    expect(await run(folder, '--unknown')).toMatchObject({ code: 2 })
  } finally {
    await rm(folder, { recursive: true })
    await rm(state, { force: true })
  }
})
