import { sql } from 'drizzle-orm'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, test } from 'vitest'
import { atomFeed, jsonFeed, rssFeed } from '@/app/feed'
import { AccountPage } from '@/components/public/account-page'
import { account } from '@/db/schema'
import { claimReviews } from '@/domain/claim-review'
import { ENGLISH } from '@/domain/english'
import { appRouter } from '@/server/router'
import { byHand } from '../harness/by-hand'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addDesk, approveAs, textOf } from '../harness/desk'
import { setTestEnv } from '../harness/http'
import { addParty, addText, rangeOf } from '../harness/material'
import { publishRendition } from '../harness/rendition'

// Rule 14 from end to end: everything that could give an editor or a confidential source away has a word of its own,
// goes through the commands to a published, corrected and redacted account, and is looked for in every public answer.
const database = useDatabase({ max: 4 })
const SECRET = 'The yard burned, said CANARY-QUOTED.'
const OPEN = 'The yard burned, our reporter saw.'
const none = { firstSourceId: null, dated: null } as const

async function publishedAccount() {
  const { db } = database
  const desk = await addDesk(db)
  const { incidentId, claimId, author, third, reviewer, lead } = desk
  const everybody = await db.select({ id: account.id }).from(account)
  await byHand(
    db,
    everybody.map(({ id }) => ['account.renamed', id] as const),
    (tx) =>
      tx.execute(
        sql`update account set name = 'CANARY-' || left(id::text, 8), email = 'canary-' || id || '@canary.test'`,
      ),
  )
  const call = callAs(db, author)
  const secretOutlet = await addParty(db, 'CANARY-OUTLET')
  const secret = await addText(call, incidentId, SECRET, {
    outletId: secretOutlet,
    title: 'CANARY-TITLE',
    byline: 'CANARY-BYLINE',
    url: 'https://canary.test/secret',
    archiveUrl: 'https://canary.test/archived',
    language: 'de',
    published: '1987-06',
    isConfidential: true,
    publicDescription: 'Somebody who works there',
  })
  const own = await addText(call, incidentId, OPEN, { title: 'A call', byline: 'CANARY-OWN', url: null })
  await byHand(db, [['source.changed', own.sourceId]], (tx) =>
    tx.execute(sql`update source set kind = 'own_work' where id = ${own.sourceId}`),
  )
  const edge = { incidentId, sourceId: own.sourceId, ofId: secret.sourceId, kind: 'scrape' } as const
  await call.lineage.draw({ ...edge, reason: 'CANARY-EDGE', confirm: true })
  const origin = { kind: 'new', channel: 'CANARY-CHANNEL', mode: 'observed', ...none } as const
  const bearing = { incidentId, claimId, stance: 'supports' } as const
  const translation = { text: 'CANARY-TRANSLATED', language: 'en', method: 'desk', translator: null } as const
  await call.evidence.attach({
    ...bearing,
    captureId: secret.captureId,
    ...rangeOf(SECRET, 'The yard burned'),
    origin: { ...origin, partyId: secretOutlet },
    relays: [await addParty(db, 'CANARY-RELAY')],
    translation,
  })
  const carried = { ...origin, channel: 'a video', partyId: null, firstSourceId: secret.sourceId } as const
  await call.evidence.attach({
    ...bearing,
    captureId: own.captureId,
    ...rangeOf(OPEN, 'The yard burned'),
    origin: carried,
    translation: { ...translation, text: 'It burned.' },
  })
  const { version = 0, text = '' } = (await call.incident.get({ id: incidentId })).questions[0]?.claims[0] ?? {}
  const first = { firstSourceId: secret.sourceId, firstAppeared: '1987-06' }
  const view = await call.claim.edit({
    id: claimId,
    version,
    text,
    claimantIds: [await addParty(db, 'The group')],
    ...first,
  })
  const lastRoundId = view.questions[0]?.claims[0]?.finding?.roundId ?? null
  const opened = await call.round.open({ claimId, lastRoundId, reason: 'CANARY-ROUND' })
  const roundId = opened.questions[0]?.claims[0]?.round?.id ?? ''
  for (const voter of [author, third, reviewer])
    await callAs(db, voter).ballot.cast({ roundId, level: 'doubtful', reason: 'CANARY-BALLOT', isReasonPublic: false })
  await callAs(db, lead).ballot.recuse({ roundId, reason: 'CANARY-RECUSAL' })
  await call.round.reveal({ roundId })
  const publish = async (words: string, note: string | null) => {
    const cited =
      (await call.incident.get({ id: incidentId })).questions[0]?.claims[0]?.evidence.map(({ id }) => id) ?? []
    const { summary } = await call.revision.draft({ incidentId })
    const revisionId = summary.working?.id ?? ''
    const saved = await call.revision.save({ revisionId, version: 1, document: textOf(words, ...cited) })
    if (note === null) await call.revision.chooseByline({ revisionId, byline: 'CANARY-CHOSEN' })
    await call.revision.submit({ revisionId, version: saved.version })
    await approveAs(db, reviewer, revisionId)
    const correction = note === null ? null : { kind: 'update' as const, note }
    return call.publication.publish({ revisionId, correction })
  }
  const one = await publish('The yard burned.', null)
  const publicationId = one.summary.publications[0]?.id ?? ''
  const target = { kind: 'byline' as const, publicationId, byline: 'CANARY-CHOSEN' }
  const proposed = await callAs(db, lead).redaction.propose({ incidentId, target, publicReason: 'For safety.' })
  await callAs(db, third).redaction.confirm({ id: proposed.redactions.items[0]?.id ?? '' })
  await call.notice.put({ incidentId, reason: 'A reader wrote.' })
  await publish('The yard burned, at night.', 'More is known.')
  await publishRendition(db, desk, 'uk')
  const hashes = await db.execute<{ hash: string }>(
    sql`select text_sha256 as hash from capture where source_id = ${secret.sourceId}`,
  )
  return { desk, slug: one.incident.slug, hash: hashes.rows[0]?.hash ?? '' }
}

beforeAll(() => setTestEnv())

test('no public answer gives an editor or a confidential source away', async () => {
  const { desk, slug, hash } = await publishedAccount()
  const { log, reading } = callAs(database.db, null)
  const account = await reading.account({ slug })
  const answers = {
    'reading.frame': [await reading.frame()],
    'reading.list': [await reading.list({}), await reading.list({ words: 'yard' })],
    'reading.account': [
      account,
      await reading.account({ slug, number: 1 }),
      await reading.account({ slug, language: 'uk' }),
    ],
    'reading.changes': [await reading.changes({ slug })],
    'reading.corrections': [await reading.corrections({})],
    'reading.browse': [await reading.browse()],
    'reading.called': [await reading.called({ language: 'uk', place: 'yard', party: 'Coast Guard', tag: 'depot' })],
    'reading.settings': [await reading.settings()],
    'reading.feed': [await reading.feed(), await reading.feed({ heading: 'likely' })],
    'reading.addresses': [await reading.addresses({ prefix: '' })],
    'log.checkpoint': [await log.checkpoint()],
    'log.document': [
      await log.document({ index: 0 }),
      await log.document({ index: 3 }),
      await log.document({ index: 4 }),
    ],
    'log.part': [await log.part({ part: 0 })],
    'log.proof': [await log.proof({ index: 1 })],
    'log.records': [await log.records({ first: 0, width: 20 })],
    'log.styles': [await log.styles()],
    'log.tile': [await log.tile({ level: null, index: 0, width: 3 }), await log.tile({ level: 0, index: 0, width: 3 })],
  }
  const known = Object.keys(appRouter._def.procedures).filter((name) => /^(reading|log)\./.test(name))
  expect(known.toSorted()).toEqual(Object.keys(answers).toSorted())
  if (account.outcome !== 'found' || account.document?.kind !== 'account') throw new Error('no account')
  const { document: snapshot, version } = account
  const asked = new URLSearchParams()
  const feed = { words: ENGLISH, frame: await reading.frame(), entries: await reading.feed(), asked }
  const all = [
    JSON.stringify(answers),
    atomFeed(feed),
    rssFeed(feed),
    JSON.stringify(jsonFeed(feed)),
    JSON.stringify(
      claimReviews(snapshot, {
        url: 'https://a.test/',
        datePublished: version.publishedAt.toISOString(),
        organisationUrl: 'https://a.test/',
      }),
    ),
    renderToStaticMarkup(createElement(AccountPage, { snapshot, number: 2, publishedAt: version.publishedAt })),
  ].join('\n')
  expect(all).toContain('Somebody who works there')
  expect(all).toContain('It burned.')
  expect(answers['log.tile'].join()).toContain('"what":"byline"')
  const people = [desk.author, desk.reviewer, desk.third, desk.lead, desk.observer]
  for (const words of ['canary', '1987', hash, desk.incidentId, desk.claimId, ...people.map(({ id }) => id)])
    expect(all.toLowerCase().includes(words.toLowerCase()), words).toBe(false)
  for (const asked of ['CANARY', 'CANARY-OUTLET', 'CANARY-TITLE'])
    for (const found of [await reading.list({ words: asked }), await reading.list({ party: asked })])
      expect(found.items).toEqual([])
})
