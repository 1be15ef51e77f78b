import { LEVELS } from '@/domain/levels'
import type { Level } from '@/domain/levels'
import { textOf } from '../harness/desk'
import { remote } from '../harness/remote'
import type { Remote } from '../harness/remote'

const WORDS = 400
/** A text in which every passage occurs once: "word0001 word0002 …", each of eight code points. */
const ARTICLE = Array.from({ length: WORDS }, (_, index) => `word${String(index).padStart(4, '0')}`).join(' ')
const passage = (index: number) => ({
  start: index * 9,
  end: index * 9 + 8,
  exact: ARTICLE.slice(index * 9, index * 9 + 8),
})

export type Desk = { incidentId: string; captureId: string; roundId: string; revisionId: string }

/** An incident under vote, with a draft and a text to cut from. */
export async function setUp(lead: Remote): Promise<Desk> {
  const blank = { occurred: null, placeId: null, partyIds: [], tags: [] }
  const made = await lead.incident.create.mutate({ title: 'A depot on fire', type: 'strike', ...blank })
  const incidentId = made.incident.id
  const asked = await lead.question.add.mutate({ incidentId, kind: 'what', text: 'What burned?' })
  const claim = { text: 'A depot burned.', claimantIds: [], firstSourceId: null, firstAppeared: null }
  const told = await lead.claim.add.mutate({ questionId: asked.questions[0]?.id ?? '', ...claim })
  const claimId = told.questions[0]?.claims[0]?.id ?? ''
  const source = { kind: 'document', medium: 'article', text: ARTICLE } as const
  const added = await lead.source.add.mutate({ incidentId, ...source })
  const captureId = added.sources[0]?.captures[0]?.id ?? ''
  const origin = { kind: 'unknown' } as const
  const bears = { claimId, stance: 'supports' } as const
  await lead.evidence.attach.mutate({ incidentId, captureId, ...passage(0), ...bears, origin })
  const opened = await lead.round.open.mutate({ claimId, lastRoundId: null, reason: '' })
  const drafted = await lead.revision.draft.mutate({ incidentId })
  const roundId = opened.questions[0]?.claims[0]?.round?.id ?? ''
  return { incidentId, captureId, roundId, revisionId: drafted.summary.working?.id ?? '' }
}

type Ballot = { level: Level; reason: string }
type Saved = { version: number; words: string }

/** What each writer was told was kept, and what it had sent when it last heard nothing. */
export type Ledger = {
  saved: Saved
  sentWords: string | null
  ballots: { kept: Ballot | null; sent: Ballot | null }[]
  attached: Set<string>
  nextPassage: number
  acknowledged: number
}

export function emptyLedger(version: number, voters: number): Ledger {
  return {
    saved: { version, words: '' },
    sentWords: null,
    ballots: Array.from({ length: voters }, () => ({ kept: null, sent: null })),
    attached: new Set(),
    nextPassage: 1,
    acknowledged: 0,
  }
}

/**
 * Saves, votes and attaches until something breaks; ends when every writer has met a failure, or once it is over: a
 * database can be there again before the next time that somebody asks for it.
 */
export async function writeUntilBroken(
  url: string,
  cookies: readonly string[],
  desk: Desk,
  ledger: Ledger,
  isOver: () => boolean,
) {
  const clients = cookies.map((cookie) => remote(url, cookie))
  const untilBroken = async (act: () => Promise<void>): Promise<void> => {
    try {
      while (!isOver()) {
        await act()
        ledger.acknowledged += 1
      }
    } catch {
      // What the caller waits for: the application, or its database, is gone.
    }
  }
  const [lead] = clients
  if (lead === undefined) throw new Error('nobody writes')
  await Promise.all([
    untilBroken(() => save(lead, desk, ledger)),
    untilBroken(() => attach(lead, desk, ledger)),
    ...clients.map((client, index) => untilBroken(() => vote(client, index, desk, ledger))),
  ])
}

async function save(client: Remote, { revisionId }: Desk, ledger: Ledger): Promise<void> {
  const words = `Saved after version ${ledger.saved.version}, at ${Math.random()}.`
  ledger.sentWords = words
  const document = textOf(words)
  const { version } = await client.revision.save.mutate({ revisionId, version: ledger.saved.version, document })
  ledger.saved = { version, words }
  ledger.sentWords = null
}

async function vote(client: Remote, index: number, { roundId }: Desk, ledger: Ledger): Promise<void> {
  const own = ledger.ballots[index]
  if (own === undefined) throw new Error('no such voter')
  const level = LEVELS[1 + Math.floor(Math.random() * (LEVELS.length - 1))] ?? 'unknown'
  const ballot = { level, reason: `Because of ${Math.random()}.` }
  own.sent = ballot
  await client.ballot.cast.mutate({ roundId, ...ballot, isReasonPublic: false })
  own.kept = ballot
  own.sent = null
}

async function attach(client: Remote, { incidentId, captureId }: Desk, ledger: Ledger): Promise<void> {
  const index = ledger.nextPassage++
  const cut = passage(index)
  await client.evidence.attach.mutate({ incidentId, captureId, ...cut, origin: { kind: 'unknown' } })
  ledger.attached.add(cut.exact)
}

/** What the application has of all that; each kept thing, or what came after it and was not answered any more. */
export async function readBack(url: string, cookies: readonly string[], desk: Desk) {
  const [lead = ''] = cookies
  const view = await remote(url, lead).incident.get.query({ id: desk.incidentId })
  const working = view.summary.working
  const ballots = []
  for (const cookie of cookies) {
    const own = await remote(url, cookie).incident.get.query({ id: desk.incidentId })
    ballots.push(own.questions[0]?.claims[0]?.round?.mine ?? null)
  }
  return {
    text: { version: working?.version ?? 0, document: working?.document },
    ballots,
    attached: view.background.map((piece) => piece.excerpt.exact),
  }
}

/** Every event of a kind in the incident's history. */
export async function countEvents(url: string, cookie: string, incidentId: string, kind: string): Promise<number> {
  let count = 0
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<Remote['event']['list']['query']>> = await remote(url, cookie).event.list.query({
      incidentId,
      cursor,
      limit: 100,
    })
    count += page.items.filter((item) => item.kind === kind).length
    cursor = page.nextCursor
  } while (cursor !== null)
  return count
}
