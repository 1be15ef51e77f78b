import { randomUUID } from 'node:crypto'
import type { Db } from '@/db/client'
import { capture, evidence, excerpt, incidentSource, origin, source } from '@/db/schema'
import { sha256Hex } from '@/domain/hash'
import type { Actor } from '@/domain/policy'
import { codePointLength } from '@/domain/text'
import { store } from '@/server/store'
import { byHand } from './by-hand'
import { callAs } from './caller'
import { addParty } from './material'

const at = new Date('2026-02-01T09:00:00Z')

type Piece = {
  incidentId: string
  claimId: string | null
  /** Who made it. */
  by: Actor
  text?: string
  stance?: 'supports' | 'disputes'
  /** The party of the origin; undefined: the origin is unknown. */
  originPartyId?: string
}

/** A source with one capture, cut whole into an excerpt that bears on the claim: straight into the tables. */
export async function addEvidence(db: Db, piece: Piece) {
  const text = piece.text ?? `A passage of ${randomUUID()}.`
  const [sourceId, captureId, excerptId, evidenceId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const hash = sha256Hex(text)
  const made = { createdBy: piece.by.id, createdAt: at }
  const originId = piece.originPartyId === undefined ? null : randomUUID()
  const events = [
    ['source.added', sourceId],
    ['capture.taken', captureId],
    ['excerpt.cut', excerptId],
    ['origin.named', originId ?? evidenceId],
    ['evidence.attached', evidenceId],
  ] as const
  await byHand(db, events, async (tx) => {
    await tx.insert(source).values({ id: sourceId, kind: 'document', medium: 'article', title: `On ${text}`, ...made })
    await tx.insert(incidentSource).values({ incidentId: piece.incidentId, sourceId, addedAt: at })
    await tx.insert(capture).values({
      id: captureId,
      sourceId,
      number: 1,
      text,
      bytesSha256: await store().put(Buffer.from(text)),
      textSha256: hash,
      textLength: codePointLength(text),
      method: 'paste',
      methodVersion: '1',
      normalisation: 1,
      capturedBy: piece.by.id,
      capturedAt: at,
    })
    await tx.insert(excerpt).values({
      id: excerptId,
      captureId,
      exact: text,
      prefix: '',
      suffix: '',
      start: 0,
      end: codePointLength(text),
      ...made,
    })
    if (originId !== null)
      await tx.insert(origin).values({
        id: originId,
        incidentId: piece.incidentId,
        partyId: piece.originPartyId ?? null,
        channel: 'statement',
        mode: 'asserted',
        createdAt: at,
      })
    await tx.insert(evidence).values({
      id: evidenceId,
      incidentId: piece.incidentId,
      excerptId,
      claimId: piece.claimId,
      stance: piece.claimId === null ? null : (piece.stance ?? 'supports'),
      originId,
      ...made,
    })
  })
  return { sourceId, captureId, excerptId, evidenceId, originId }
}

const nothingSaid = { occurred: null, placeId: null, partyIds: [], tags: [] }

/** An incident with one question and one claim, its central one, made through the procedures. */
export async function beginIncident(db: Db, by: Actor, title = 'A depot on fire') {
  const call = callAs(db, by)
  const made = await call.incident.create({ title, type: 'strike', ...nothingSaid })
  const incidentId = made.incident.id
  const asked = await call.question.add({ incidentId, kind: 'how_many', text: 'How many depots burned?' })
  const questionId = only(asked.questions).id
  const told = await call.claim.add({
    questionId,
    text: 'One depot burned.',
    claimantIds: [],
    firstSourceId: null,
    firstAppeared: null,
  })
  const claimId = only(only(told.questions).claims).id
  return { incidentId, questionId, claimId }
}

/** The same, with evidence from this many independent origins in support of the claim. */
export async function addScene(db: Db, by: Actor, origins = 2) {
  const scene = await beginIncident(db, by)
  const pieces = []
  for (let index = 0; index < origins; index++) {
    const originPartyId = await addParty(db, `Witness ${index} ${randomUUID().slice(0, 4)}`)
    pieces.push(await addEvidence(db, { ...scene, by, originPartyId }))
  }
  return { ...scene, pieces }
}

export function only<Item>(items: readonly Item[]): Item {
  const [item, other] = items
  if (item === undefined || other !== undefined) throw new Error(`expected one, got ${items.length}`)
  return item
}
