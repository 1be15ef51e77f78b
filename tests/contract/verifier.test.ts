import { execFile } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { publicationEntry } from '@/domain/log/leaf'
import { COSIGNATURE, cosignedText, keyIdOf, readNote, signatureLine, writeVerifierKey } from '@/domain/log/note'
import { makeSigningKey, readSigningKey } from '@/server/log/key'
import { look, readKey, siteAt, siteOf, verify, Wrong } from '../../verifier/assay-verify.mjs'
import { testVerifierKey } from '../harness/app'
import { useDatabase } from '../harness/database'
import { asked, entriesOf, listed, publishedSite, replaced, text, type Copy } from '../harness/published-site'
import { entryBytes, logFiles, type Files } from '../harness/site-copy'

const { key, words } = asked
const database = useDatabase()
let copy: Copy

beforeAll(async () => {
  copy = await publishedSite(database.db)
})

test('nothing is wrong with what the site serves, and what was redacted is called so', async () => {
  const found = await verify(siteOf(copy.files), asked)
  expect(found).toMatchObject({ size: 17, publications: 10, isListed: false })
  expect(found.redacted.map((line) => line.replace(/^incidents\/\S+/, ''))).toEqual([
    ' redacted',
    ' redacted in part',
    ' its translation (uk) redacted',
  ])
  expect(await verify(siteOf(listed(copy, copy.files)), { ...asked, kept: found.note, isListed: true })).toMatchObject({
    isListed: true,
  })
})

test('what it was told not to read it does not, and says so', async () => {
  const site = siteOf(copy.files)
  // It is a copy of the log and of accounts alone.
  const bare = (languages: string) => `lists and pages of the site itself in ${languages}: the copy has none`
  expect((await verify(site, asked)).left).toEqual([bare('ar, de, en, ru, uk')])
  const some = await verify(site, { ...asked, languages: ['en'], only: ['a-fire'] })
  expect(some).toMatchObject({ publications: 2, redacted: [] })
  expect(some.left).toEqual([
    'pages in ar, de, ru, uk',
    'proofs, documents, data and pages of 8 other publications',
    'the front page, corrections, feeds, the list of accounts, the sitemap and dumps',
    'the pages of the method and the data, and the description of the interface',
  ])
  const [page, inGerman] = ['incidents/a-fire/v/2.html', 'de/incidents/a-fire/v/2.html']
  const more = text(copy.files, page).replace('<main', '<p>Untrue.</p><main')
  const untrue = siteOf(replaced(copy.files, page, more))
  const abroad = siteOf(replaced(copy.files, inGerman, more.replace('lang="en"', 'lang="de"')))
  expect((await verify(untrue, { ...asked, only: ['dark'] })).redacted).toEqual(['incidents/dark/v/1: redacted'])
  expect((await verify(abroad, { ...asked, languages: ['en', 'uk'] })).left).toEqual([
    'pages, lists and feeds in ar, de, ru',
    bare('en, uk'),
  ])
  await expect(verify(untrue, { ...asked, only: ['a-fire'] })).rejects.toThrow(page.slice(0, -5))
  await expect(verify(abroad, { ...asked, languages: ['de', 'en'] })).rejects.toThrow(inGerman.slice(0, -5))
  await expect(verify(site, { ...asked, languages: ['de'] })).rejects.toThrow('is missing')
  await expect(verify(site, { ...asked, only: ['a-flod'] })).rejects.toThrow('No entry of the log is of a-flod.')
  await expect(verify(site, { ...asked, languages: ['fr'] })).rejects.toThrow('no pages in fr')
})

test('the line for when the database is away is taken and told of, and may say nothing else', async () => {
  const page = 'incidents/a-fire/v/2.html'
  const at = '2026-02-05T12:00:00.000Z'
  const line = `<p role="status" class="x">The record cannot be reached just now. This page is as it was on <time datetime="${at}">5 February 2026 at 12:00 UTC</time>.</p>`
  const shown = (said: string) =>
    siteOf(replaced(copy.files, page, text(copy.files, page).replace('<main', `${said}<main`)))
  expect((await verify(siteOf(copy.files), asked)).asOf).toEqual({ pages: 0, oldest: null })
  expect((await verify(shown(line), asked)).asOf).toEqual({ pages: 1, oldest: at })
  for (const [was, is] of [
    ['just now', 'for ever'],
    ['5 February', '6 February'],
    ['.</p>', '. Trust it.</p>'],
  ] as const)
    await expect(verify(shown(line.replace(was, is)), asked)).rejects.toThrow('of how new it is')
})

test('what search engines are told of an account is what was published, on its newest page alone', async () => {
  const page = await copy.newestPage('a-storm')
  const [script = ''] = /<script type="application\/ld\+json">[^]*?<\/script>/.exec(page) ?? []
  expect(script).toContain('"claimReviewed"')
  const check = (newest: string) => verify(siteOf(replaced(copy.files, 'incidents/a-storm.html', newest)), asked)
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
  await expect(verify(siteOf(told), asked)).rejects.toThrow('tells search engines something else')
})

test('an answer that leads on, runs, hides or is called something else is refused', async () => {
  const quiet = { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'; script-src 'none'" }
  let headers: Record<string, string> = quiet
  const server = createServer((_request, response) => response.writeHead(200, headers).end('<!DOCTYPE html><html>'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const ask = async (other: Record<string, string>) => {
    headers = { ...quiet, ...other }
    return siteAt(`http://127.0.0.1:${port}`).page('log')
  }
  try {
    expect(await ask({})).toHaveLength(21)
    for (const name of ['refresh', 'link', 'set-cookie', 'content-location', 'x-robots-tag'])
      await expect(ask({ [name]: 'noindex' })).rejects.toThrow(`log: comes with ${name}: noindex`)
    for (const policy of ["default-src 'self'; script-src 'none'", "default-src 'none'", ''])
      await expect(ask({ 'content-security-policy': policy })).rejects.toThrow('may run what it likes')
    await expect(ask({ 'content-type': 'text/plain' })).rejects.toThrow('is a page, and comes as text/plain')
  } finally {
    server.close()
  }
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
    return verify(siteOf(new Map([...moved, ...ways])), asked)
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
  for (const each of wrong) await expect(verify(siteOf(each), asked)).rejects.toThrow(Wrong)
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
    await expect(verify(siteOf(each), asked)).rejects.toThrow(said)
  await expect(verify(siteOf(files({})), asked)).resolves.toMatchObject({ size: 17 })
})

test('what became of a version stands on its page', async () => {
  for (const [path, notice] of [
    ['incidents/a-flood/v/1.html', /<div role="note"[^>]*><p[^>]*>This account was retracted[^]*?<\/p><\/div><\/div>/],
    ['incidents/a-fire/v/1.html', /<p class="font-semibold">This is version 1[^]*?<\/p>/],
  ] as const) {
    const page = text(copy.files, path)
    expect(page).toMatch(notice)
    const altered = replaced(copy.files, path, page.replace(notice, ''))
    await expect(verify(siteOf(altered), asked)).rejects.toThrow('does not say what became of it')
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
  const witnessed = { ...asked, witnesses }
  await expect(verify(siteOf(cosigned(1_700_000_000n)), witnessed)).resolves.toMatchObject({ size: 17 })
  await expect(look(siteOf(cosigned(1_700_000_000n)), witnessed)).resolves.toMatchObject({ size: 17 })
  for (const files of [copy.files, cosigned(1_700_000_000n, 1_700_000_001n), cosigned(1n, 1n, 'witness.test/v')])
    for (const check of [verify, look])
      await expect(check(siteOf(files), witnessed)).rejects.toThrow('is not signed by the witness witness.test/w')
})

test('how many approved is in the entry, and from the first that tells it in each', async () => {
  const approved = copy.entries.flatMap((entry, index) => ('approvals' in entry ? [{ entry, index }] : []))
  const [first, second] = approved
  if (first === undefined || second === undefined) throw new Error('no two entries tell by how many they were approved')
  const data = `api/v1/incidents/${first.entry.slug}/v/${first.entry.number}.json`
  const more = text(copy.files, data).replace('"approvals":1', '"approvals":3')
  const raised = verify(siteOf(replaced(copy.files, data, more)), asked)
  await expect(raised).rejects.toThrow('was approved by another number than its entry says')
  const untold = copy.entries.map((entry, index) => {
    if (index !== second.index || !('approvals' in entry)) return entry
    const { approvals: _approvals, ...rest } = entry
    return rest
  })
  const forged = new Map([...copy.files, ...logFiles(untold.map(entryBytes))])
  await expect(verify(siteOf(forged), asked)).rejects.toThrow('leaves out how many approved it')
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
    await write(listed(copy, copy.files))
    const whole = await run(folder, '--state', state)
    expect(whole).toMatchObject({ code: 0, said: expect.stringContaining('Every file is the one that was exported') })
    expect(whole.said).toContain('incidents/dark/v/1: redacted\n')
    expect(whole.said).toContain(' 10 publications, as far as they were read, are what the log says.')
    const some = await run(folder, '--only', 'a-fire', '--languages', 'en')
    const unread = some.said.split('\n').filter((line) => line.startsWith('NOT READ'))
    expect([some.code, ...unread]).toEqual([
      0,
      'NOT READ: pages in ar, de, ru, uk',
      'NOT READ: proofs, documents, data and pages of 8 other publications',
      'NOT READ: the front page, corrections, feeds, the list of accounts, the sitemap and dumps',
      'NOT READ: the pages of the method and the data, and the description of the interface',
    ])
    expect(some.said).toContain(' 2 publications, as far as they were read, are what the log says.')
    expect(await run('watch', folder, '--state', state, '--once')).toMatchObject({ code: 0 })
    await write(logFiles(entriesOf(copy).slice(0, -1)))
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
