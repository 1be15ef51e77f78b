import { emptyDocument, parseDocument, type DocumentNode } from '@/domain/document'
import { isWorking } from '@/domain/workflow'
import type { Picture } from './picture'

export type PictureRevision = Picture['revisions'][number]

export function workingRevision(picture: Picture): PictureRevision | null {
  return picture.revisions.find((revision) => isWorking(revision.state)) ?? null
}

/** The document as stored was valid when it was written; one that an older schema wrote reads as empty. */
export function documentOf(revision: { document: unknown }): DocumentNode {
  const parsed = parseDocument(revision.document)
  return parsed.ok ? parsed.doc : emptyDocument
}
