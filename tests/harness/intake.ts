import { randomUUID } from 'node:crypto'
import type { Db } from '@/db/client'
import { intake, intakeList } from '@/db/schema'
import type { IntakeState } from '@/domain/intake'
import { sha256Hex } from '@/domain/hash'
import type { Actor } from '@/domain/policy'
import { store } from '@/server/store'
import { byHand } from './by-hand'

const fact = (value: string, from: string) => ({ value, from })

type Of = {
  incidentId: string
  by: Actor
  state: IntakeState
  url: string
  listId?: string
  line?: number
  pageStarts?: number[]
}

/** What is being taken in, straight into the tables; where it is ready, with what was read of it. */
export async function addIntake(db: Db, { incidentId, by, state, url, listId, line, pageStarts }: Of): Promise<string> {
  const id = randomUUID()
  const text = `A page at ${url}.`
  const storedSha256 = await store().put(Buffer.from(`<p>${text}`))
  const read = {
    storedSha256,
    mediaType: 'text/html',
    parser: 'test 1',
    text,
    textSha256: sha256Hex(text),
    pageStarts: pageStarts ?? null,
    facts: {
      title: fact('Depots burn', 'OpenGraph og:title'),
      byline: fact('A. Reporter', 'schema.org author'),
      outlet: fact('The New Courier', 'OpenGraph og:site_name'),
      language: fact('en', 'html lang'),
      published: fact('2024-03-14', 'schema.org datePublished'),
    },
    fetch: {
      requestedUrl: url,
      finalUrl: url,
      status: 200,
      headers: [['content-type', 'text/html']] as [string, string][],
      redirects: [],
      certificateSha256: null,
      fetchedAt: '2026-01-01T00:00:00.000Z',
    },
  }
  await byHand(db, [['intake.asked', id]], (tx) =>
    tx.insert(intake).values({
      id,
      incidentId,
      kind: 'url',
      state,
      url,
      listId: listId ?? null,
      line: line ?? null,
      askedBy: by.id,
      askedAt: new Date('2026-01-01T00:00:00Z'),
      ...(state === 'ready' && read),
      ...(state === 'failed' && { refusalCode: 'gone', refusal: 'The page is gone.' }),
    }),
  )
  return id
}

/** A list with a line that failed and one that waits. */
export async function addIntakeList(db: Db, { incidentId, by }: Pick<Of, 'incidentId' | 'by'>): Promise<string> {
  const listId = randomUUID()
  await byHand(db, [['intake.listed', listId]], (tx) =>
    tx.insert(intakeList).values({ id: listId, incidentId, name: 'a.csv', askedBy: by.id, askedAt: new Date(0) }),
  )
  await addIntake(db, { incidentId, by, state: 'failed', url: '=HYPERLINK("http://a.test")', listId, line: 1 })
  await addIntake(db, { incidentId, by, state: 'waiting', url: 'http://b.test/', listId, line: 2 })
  return listId
}
