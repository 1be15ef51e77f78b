import { eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { capture } from '@/db/schema'
import { store, StoredBytesAltered, StoredBytesMissing } from '../store'
import type { Payload } from './bag'
import { facts, html, indexPage } from './page'
import { annotations, hashIri, json, text } from './payload'
import { incidentRows, type CaptureRow, type IncidentRows } from './rows'

export type Incident = { id: string; slug: string; title: string }

const EXTENSIONS: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'text/html': 'html',
  'application/xhtml+xml': 'xhtml',
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
}

/** Everything that an incident rests on, confidential sources with it; nothing that was redacted, and no ballot. */
export async function* deskPayload(db: Reader, incident: Incident): AsyncGenerator<Payload> {
  const rows = await incidentRows(db, incident.id)
  const problems: string[] = []
  for (const [at, { source, outlet }] of rows.sources.entries()) {
    const folder = folderOf(at)
    const { createdBy: _, version: __, ...known } = source
    yield json(`${folder}/source.json`, { ...known, outlet })
    for (const row of rows.captures.filter(({ sourceId }) => sourceId === source.id))
      yield* capturePayload(db, folder, row, problems)
  }
  yield annotations(rows.passages.map(passageOf))
  yield json('lineage.json', rows.lineage)
  yield json('origins.json', originsOf(rows))
  for (const { number, document } of rows.publications)
    if (document !== null) yield text(`publications/${number}.json`, document)
  yield indexPage('en', incident.title, bodyOf(rows, problems))
}

const folderOf = (at: number): string => `sources/${String(at + 1).padStart(4, '0')}`

async function* capturePayload(db: Reader, folder: string, row: CaptureRow, problems: string[]) {
  const place = `${folder}/capture-${row.number}`
  const [found] = await db.select({ text: capture.text }).from(capture).where(eq(capture.id, row.id))
  // Redacted since the export began.
  if (found?.text == null) return
  const { fetch, image, ...known } = row
  yield json(`${place}/capture.json`, { ...known, offsets: 'Unicode code points' })
  if (fetch !== null) yield json(`${place}/fetch.json`, fetch)
  if (image !== null) yield json(`${place}/image.json`, image)
  yield text(`${place}/text.txt`, found.text)
  const content = await bytesOf(row.bytesSha256)
  if (typeof content === 'string') problems.push(`Source ${folder}, capture ${row.number}: ${content}`)
  else yield { name: `${place}/as-received.${EXTENSIONS[row.mediaType] ?? 'bin'}`, content }
}

/** What is wrong in words, where the store has not what it should: the rest of the evidence is given all the same. */
async function bytesOf(sha256: string): Promise<Buffer | string> {
  try {
    return await store().get(sha256)
  } catch (error) {
    if (error instanceof StoredBytesMissing || error instanceof StoredBytesAltered) return error.message
    throw error
  }
}

function passageOf({ excerpt, textSha256, translation, evidenceId, ...bearing }: IncidentRows['passages'][number]) {
  const { claim, stance, originId, withdrawn } = bearing
  return {
    id: `urn:uuid:${evidenceId}`,
    of: hashIri(textSha256),
    quote: excerpt,
    translation,
    more: {
      textSha256,
      captureId: excerpt.captureId,
      claim,
      stance,
      originId,
      withdrawn: withdrawn ?? excerpt.withdrawnReason,
    },
  }
}

function originsOf({ origins, passages }: IncidentRows) {
  const unknown = passages.filter(({ originId }) => originId === null).map(({ evidenceId }) => evidenceId)
  const known = origins.map((origin) => ({
    ...origin,
    evidence: passages.filter(({ originId }) => originId === origin.id).map(({ evidenceId }) => evidenceId),
  }))
  return { origins: known, evidenceOfUnknownOrigin: unknown }
}

function bodyOf({ sources, captures, passages }: IncidentRows, problems: readonly string[]) {
  const isSecret = sources.some(({ source }) => source.isConfidential)
  return html`${isSecret ? html`<p class="warn">This bundle names confidential sources. It is for the desk alone.</p>` : null}
    ${
      problems.length === 0
        ? null
        : html`<div class="warn">
            <h2>What is not in it</h2>
            ${problems.map((line) => html`<p>${line}</p>`)}
          </div>`
    }
    <p>Files named as-received are what came, untouched: open pages among them in nothing that runs their scripts.</p>
    <h2>Sources</h2>
    ${sources.map(({ source, outlet }, at) => {
      const own = captures.filter(({ sourceId }) => sourceId === source.id)
      return html`<h3>${at + 1}. ${source.title ?? outlet ?? 'Untitled'}</h3>
        ${facts([
          ['Confidential', source.isConfidential ? 'yes: never name it in public' : null],
          ['Outlet', outlet],
          ['Byline', source.byline],
          ['Address', source.url],
          ['Archived at', source.archiveUrl],
          ['Published', source.published],
        ])}
        ${own.map((row) =>
          facts([
            ['Capture', row.number],
            ['Taken', `${row.capturedAt.toISOString()}, by ${row.capturedBy} (${row.method} ${row.methodVersion})`],
            ['SHA-256 as received', row.bytesSha256],
            ['SHA-256 of the text', row.textSha256],
            ['In', `data/${folderOf(at)}/capture-${row.number}`],
          ]),
        )}`
    })}
    <h2>Passages</h2>
    ${passages.map(
      ({ excerpt, claim, stance, translation, withdrawn }) =>
        html`<blockquote>${excerpt.exact}</blockquote>
          ${translation === null ? null : html`<blockquote lang="${translation.language}">${translation.text}</blockquote>`}
          ${facts([
            ['Bears on', claim ?? 'the incident, as background'],
            ['Stance', stance],
            ['Withdrawn', withdrawn ?? excerpt.withdrawnReason],
          ])}`,
    )}`
}
