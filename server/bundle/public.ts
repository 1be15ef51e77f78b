import type { PublicEvidence, Snapshot } from '@/domain/snapshot-schema'
import { publicDocumentSchema } from '@/domain/snapshot-schema'
import type { BagInfo, Payload } from './bag'
import { facts, html, indexPage } from './page'
import { annotations, hashIri, json, text } from './payload'

/** A publication as it was made, and nothing of the desk. */
export type Published = {
  number: number
  publishedAt: Date
  hash: string
  document: string
  correctionKind: string | null
  correctionNote: string | null
}

type OpenEvidence = Extract<PublicEvidence, { isConfidential: false }>
const isOpen = (piece: PublicEvidence): piece is OpenEvidence => !piece.isConfidential

export function publicInfo({ number, publishedAt, document }: Published): BagInfo {
  const { organisation, incident } = publicDocumentSchema.parse(JSON.parse(document))
  return [
    ['Source-Organization', organisation.name],
    ['Organization-Address', organisation.address],
    ['Contact-Email', organisation.contact],
    ['External-Identifier', `${incident.slug}/v/${number}`],
    ['External-Description', incident.title],
    ['Bagging-Date', publishedAt.toISOString().slice(0, 10)],
  ]
}

/**
 * What anybody may have of one publication: made from its document alone, so nothing can be in it that was not public
 * (rules 12 and 14, docs/decisions/0028).
 */
// oxlint-disable-next-line typescript/require-await -- the other payload waits for the store at each step
export async function* publicPayload(of: Published): AsyncGenerator<Payload> {
  const { number, publishedAt, hash, correctionKind, correctionNote } = of
  const document = publicDocumentSchema.parse(JSON.parse(of.document))
  yield text('publication.json', of.document)
  yield json('publication-facts.json', {
    number,
    publishedAt: publishedAt.toISOString(),
    sha256OfTheDocumentAsPublished: hash,
    correction: correctionKind === null ? null : { kind: correctionKind, note: correctionNote },
  })
  if (document.kind === 'retraction') {
    const note = html`<p>This account was retracted.</p>
      <p>${document.note}</p>`
    yield indexPage(document.language, document.incident.title, note)
    return
  }
  yield annotations(document.evidence.filter(isOpen).map((piece) => passageOf(of, document, piece)))
  yield json('origins.json', originsOf(document))
  yield indexPage(document.language, document.incident.title, bodyOf(of, document))
}

function passageOf(of: Published, { incident }: Snapshot, piece: OpenEvidence) {
  const { quotation, translation, source, capture } = piece
  const more = {
    number: piece.number,
    claim: piece.claim,
    stance: piece.stance,
    source,
    textSha256: capture.textSha256,
    capturedAt: capture.capturedAt,
    normalisation: capture.normalisation,
    language: quotation.language,
  }
  const id = `urn:assay:${incident.slug}:v${of.number}:${piece.key}`
  return { id, of: hashIri(capture.textSha256), quote: quotation, translation, more }
}

function originsOf({ claims, evidence }: Snapshot) {
  const origins = evidence.filter(isOpen).map(({ number, origin, relays }) => ({ number, origin, relays }))
  return { claims: claims.map(({ key, text: claim, origins: counted }) => ({ key, claim, ...counted })), origins }
}

function bodyOf({ number, publishedAt, hash }: Published, { claims, evidence, organisation }: Snapshot) {
  return html`${facts([
      ['Version', number],
      ['Published', publishedAt.toISOString()],
      ['By', organisation.name],
      ['Contact', organisation.contact],
      ['SHA-256 of the account as published', hash],
    ])}
    <p>
      publication.json is the whole account, as published. The captured pages themselves are not in this bundle: whoever
      holds one can compare it with the hashes below.
    </p>
    <h2>Claims</h2>
    ${claims.map(
      (claim) =>
        html`<h3>${claim.text}</h3>
          ${facts([
            ['Finding', claim.finding?.level ?? null],
            ['Independent origins', claim.origins.count],
            ['Evidence', claim.evidence.join(', ')],
          ])}`,
    )}
    <h2>Evidence</h2>
    ${evidence.map((piece) =>
      isOpen(piece)
        ? openPiece(piece)
        : html`<h3>${piece.number}</h3>
            <p>${piece.description}</p>`,
    )}`
}

function openPiece({ number, quotation, translation, source, capture }: OpenEvidence) {
  return html`<h3>${number}. ${source.outlet ?? source.title ?? ''}</h3>
    <blockquote lang="${quotation.language ?? 'und'}">${quotation.exact}</blockquote>
    ${translation === null ? null : html`<blockquote lang="${translation.language}">${translation.text}</blockquote>`}
    ${facts([
      ['Title', source.title],
      ['Address', source.url],
      ['Archived at', source.archiveUrl],
      ['Captured', capture.capturedAt],
      ['SHA-256 of the captured text', capture.textSha256],
      ['Code points', `${quotation.start}–${quotation.end}`],
    ])}`
}
