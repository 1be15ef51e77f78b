import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GET } from '@/app/api/picture/route'
import { closeDb } from '@/db/client'
import { intake } from '@/db/schema'
import { sha256Hex } from '@/domain/hash'
import type { Actor } from '@/domain/policy'
import { env } from '@/env'
import { parseBytes } from '@/server/parse-bytes'
import { store } from '@/server/store'
import { byHand } from '../harness/by-hand'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { openSession, setTestEnv } from '../harness/http'
import { addIncident } from '../harness/material'
import { addPerson } from '../harness/people'

const database = useDatabase()
const incident = { here: '', elsewhere: '' }
let editor: Actor
let cookie = ''
let intakeId = ''
let captureId = ''
let original: Buffer

const get = (asked: Record<string, string>, headers: Record<string, string> = { cookie }) =>
  GET(new Request(`${env().PUBLIC_URL}/api/picture?${new URLSearchParams(asked).toString()}`, { headers }))

/** A photograph that says who took it and where, as one comes out of a telephone; the state in which a job leaves it. */
beforeAll(async () => {
  setTestEnv({ DATABASE_URL: database.url })
  editor = await addPerson(database.db)
  cookie = (await openSession(database.db, editor.id)).cookie
  incident.here = (await addIncident(database.db, editor.id)).id
  incident.elsewhere = (await addIncident(database.db, editor.id)).id
  original = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'teal' } })
    .withExif({
      IFD0: { Artist: 'Ann Other' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 30/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const read = await parseBytes(original, { mediaType: null, charset: null, url: null })
  if (read.kind !== 'image') throw new Error('no picture')
  const [storedSha256, shownSha256] = [await store().put(original), await store().put(read.shown)]
  const { width, height, exif, shownMediaType, mediaType } = read
  intakeId = randomUUID()
  const at = new Date()
  await byHand(database.db, [['intake.asked', intakeId]], (tx) =>
    tx.insert(intake).values({
      ...{ id: intakeId, incidentId: incident.here, kind: 'file', state: 'ready', fileName: 'bridge.jpg' },
      ...{
        askedBy: editor.id,
        askedAt: at,
        startedAt: at,
        endedAt: at,
        storedSha256,
        mediaType,
        text: '',
        textSha256: sha256Hex(''),
        parser: read.parser,
      },
      image: { width, height, exif, shownSha256, shownMediaType },
    }),
  )
  const kept = await callAs(database.db, editor).intake.keep({
    incidentId: incident.here,
    id: intakeId,
    version: 1,
    medium: 'image',
  })
  captureId = kept.captureId
})

afterAll(() => closeDb())

describe('a captured picture', () => {
  test('is shown encoded anew, with nothing that was written into the file, and can do nothing', async () => {
    const response = await get({ incidentId: incident.here, captureId })
    expect(response.status).toBe(200)
    const shown = Buffer.from(await response.arrayBuffer())
    const { format, exif, icc, xmp, orientation } = await sharp(shown).metadata()
    expect({ format, exif, icc, xmp, orientation }).toEqual({ format: 'jpeg' })
    expect(original.includes('Ann Other')).toBe(true)
    expect(shown.includes('Ann Other')).toBe(false)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-security-policy': expect.stringMatching(/default-src 'none'; sandbox;/),
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
    })
  })

  test('goes with what was written into it, and has no text to quote', async () => {
    const capture = await callAs(database.db, editor).capture.read({ incidentId: incident.here, captureId })
    expect(capture).toMatchObject({ text: '', textLength: 0, mediaType: 'image/jpeg' })
    expect(capture.image?.exif).toContainEqual({ name: 'Artist', value: 'Ann Other' })
    expect(capture.image).toMatchObject({ width: 40, height: 60 })
  })

  test('is not sent again to who has it, and is to who has another', async () => {
    const etag = (await get({ incidentId: incident.here, captureId })).headers.get('etag') ?? ''
    const again = await get({ incidentId: incident.here, captureId }, { cookie, 'if-none-match': etag })
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0])
    expect((await get({ incidentId: incident.here, captureId }, { cookie, 'if-none-match': '"x"' })).status).toBe(200)
  })

  test.each<[string, () => Record<string, string>, Record<string, string> | undefined, number]>([
    ['to nobody who is not signed in', () => ({ incidentId: incident.here, captureId }), {}, 401],
    ['in no other incident', () => ({ incidentId: incident.elsewhere, captureId }), undefined, 404],
    ['by no id that is none', () => ({ incidentId: incident.here, captureId: '../x' }), undefined, 404],
    [
      'by nothing more than is asked',
      () => ({ incidentId: incident.here, captureId, type: 'text/html' }),
      undefined,
      404,
    ],
    [
      'once it is kept, no more as what is being taken in',
      () => ({ incidentId: incident.here, intakeId }),
      undefined,
      404,
    ],
  ])('is shown %s', async (_name, asked, headers, status) => {
    const response = await get(asked(), headers)
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'text/plain; charset=utf-8'])
  })
})

/** What reads captured bytes back, and where else HTML is named, each with what it does with it. */
const READERS: Readonly<Record<string, string>> = {
  'server/picture/serve.ts': 'shows pictures that were encoded anew, and has nothing else to show',
  'server/intake/reading.ts': 'hands them to the confined reader',
  'server/bundle/desk.ts': 'puts them into an archive, under names of files',
}
const NAMERS: Readonly<Record<string, string>> = {
  'server/bundle/desk.ts': 'which ending a file has in an archive',
  'server/fetch/ask.ts': 'what is asked of other servers',
  'server/page/render.ts': 'the pages of app/, without their scripts',
  'server/page/answer.ts': 'which of those are for people, and say as of when',
  'server/export/copy.ts': 'which of those a copy of the site holds as pages',
  'app/(public)/incidents/[slug]/account-body.tsx': 'JSON-LD of a publication',
}

test('captured HTML is served as HTML nowhere: whatever could is listed with its reason', () => {
  const files = ['app', 'server', 'components', 'proxy.ts'].flatMap((folder) =>
    folder.endsWith('.ts')
      ? [folder]
      : readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  const ours = files.filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !/^server\/(store|parse)\//.test(file))
  const thatSay = (pattern: RegExp) => ours.filter((file) => pattern.test(readFileSync(file, 'utf8')))
  expect(ours.length).toBeGreaterThan(300)
  const readers = thatSay(/store\(\)\s*\.get\(/)
  expect(readers).toContain('server/picture/serve.ts')
  expect(readers.filter((file) => !(file in READERS))).toEqual([])
  expect(thatSay(/text\/html|dangerouslySetInnerHTML|srcDoc/).filter((file) => !(file in NAMERS))).toEqual([])
})
