import { and, eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { capture, captureImage, incidentSource, intake } from '@/db/schema'
import { pictureInput, type PictureInput } from '@/domain/input/picture'
import { can } from '@/domain/policy'
import { contextOf } from '../context'
import { describeError, log } from '../log'
import { store, StoredBytesMissing } from '../store'

/** What a shown picture may be, whatever a row says; nothing that can carry a script is among them. */
const SHOWN = new Set(['image/jpeg', 'image/webp'])

/**
 * A captured picture as it was encoded anew, for those who read the desk; the bytes as received are served nowhere.
 * A browser may keep it and asks each time whether it may still show it, so that a redaction holds at once.
 */
export async function servePicture(request: Request): Promise<Response> {
  try {
    const { db, actor } = await contextOf(request.headers)
    if (actor === null || !can(actor, 'desk.read').allowed) return refuse(401, 'Sign in to see this picture.')
    const asked = pictureInput.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    const shown = asked.success ? await shownOf(db, asked.data) : undefined
    if (shown === undefined || !SHOWN.has(shown.mediaType)) return refuse(404, 'There is no such picture.')
    const headers = { ...GUARDS, 'cache-control': 'private, no-cache', etag: `"${shown.sha256}"` }
    if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers })
    const bytes = new Uint8Array(await store().get(shown.sha256))
    return new Response(bytes, { headers: { ...headers, 'content-type': shown.mediaType } })
  } catch (error) {
    if (error instanceof StoredBytesMissing) return refuse(404, 'The file of this picture is missing.')
    log.error('a picture failed', describeError(error))
    return refuse(500, 'This picture cannot be shown now.')
  }
}

/** Opened on its own it is an inert picture; no other site can draw it into a page. */
const GUARDS = {
  'content-security-policy': "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'content-disposition': 'inline',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

function refuse(status: number, message: string): Response {
  const headers = { ...GUARDS, 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' }
  return new Response(message, { status, headers })
}

async function shownOf(reader: Reader, asked: PictureInput) {
  if ('intakeId' in asked) {
    const [row] = await reader
      .select({ image: intake.image })
      .from(intake)
      .where(and(eq(intake.id, asked.intakeId), eq(intake.incidentId, asked.incidentId)))
    return row?.image ? { sha256: row.image.shownSha256, mediaType: row.image.shownMediaType } : undefined
  }
  const [row] = await reader
    .select({ sha256: captureImage.shownSha256, mediaType: captureImage.shownMediaType, text: capture.text })
    .from(captureImage)
    .innerJoin(capture, eq(capture.id, captureImage.captureId))
    .innerJoin(incidentSource, eq(incidentSource.sourceId, capture.sourceId))
    .where(and(eq(captureImage.captureId, asked.captureId), eq(incidentSource.incidentId, asked.incidentId)))
  // Redacted: the row stays for its hash.
  return row === undefined || row.text === null ? undefined : row
}
