import { randomUUID } from 'node:crypto'
import type { Db } from '@/db/client'
import * as table from '@/db/schema'
import { indexText } from '@/domain/text'
import type { PartyKind } from '@/domain/words'
import { byHand } from './by-hand'
import type { Caller } from './caller'

const at = new Date('2026-02-01T00:00:00Z')

/** An incident with one question and `claims` claims, straight into the tables. */
export async function addIncident(db: Db, createdBy: string, claims = 1) {
  const id = randomUUID()
  const row = { id, slug: id, title: 'A depot', type: 'strike' as const, createdBy, createdAt: at, updatedAt: at }
  const question = { id: randomUUID(), incidentId: id, kind: 'how_many' as const, text: 'How many depots?' }
  const claimIds = Array.from({ length: claims }, () => randomUUID())
  await byHand(
    db,
    [
      ['incident.created', id],
      ['claim.added', id],
    ],
    async (tx) => {
      await tx.insert(table.incident).values(row)
      await tx.insert(table.question).values({ ...question, position: 1, createdAt: at })
      for (const [index, claimId] of claimIds.entries())
        await tx.insert(table.claim).values({
          id: claimId,
          incidentId: id,
          questionId: question.id,
          text: `Claim ${index}`,
          isCentral: index === 0,
          createdAt: at,
        })
    },
  )
  return { id, questionId: question.id, claimIds, claimId: claimIds[0] ?? '' }
}

export async function addParty(db: Db, name: string, kind: PartyKind = 'outlet'): Promise<string> {
  const id = randomUUID()
  await byHand(db, [['party.created', id]], (tx) => tx.insert(table.party).values({ id, kind, name, createdAt: at }))
  return id
}

type Facts = Partial<Omit<Parameters<Caller['source']['add']>[0], 'incidentId' | 'text'>>

/** A source of the incident with a pasted text, through the command. */
export async function addText(caller: Caller, incidentId: string, text: string | null, facts: Facts = {}) {
  const view = await caller.source.add({ incidentId, kind: 'document', medium: 'article', ...facts, text })
  const source = view.sources.at(-1)
  if (source === undefined) throw new Error('no source was added')
  return { sourceId: source.id, captureId: source.captures[0]?.id ?? '', view }
}

/** The range of a quotation in a text, in code points. */
export function rangeOf(text: string, exact: string) {
  const index = indexText(text)
  const from = text.indexOf(exact)
  if (from < 0) throw new Error('the text does not hold it')
  return { start: index.toCodePoint(from), end: index.toCodePoint(from + exact.length), exact }
}
