import { beforeAll, expect, test } from 'vitest'
import { headingOf, LEVELS } from '@/domain/levels'
import { conclude } from '@/domain/round'
import { buildSnapshot } from '@/domain/snapshot'
import type { Snapshot } from '@/domain/snapshot-schema'
import { manifestOf } from '@/server/log/manifest'
import { rangeRoot } from '@/domain/log/tree'
import { readKey, siteOf, verify } from '../../verifier/assay-verify.mjs'
import { samplePicture } from '../harness/account-picture'
import { testVerifierKey } from '../harness/app'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addDesk, approveAs, publishDraft, writeDraft } from '../harness/desk'
import { setTestEnv } from '../harness/http'
import { addPerson } from '../harness/people'
import { addIncident, publishRetraction, publishSnapshot, redactPublication } from '../harness/publish'
import { copySite, entryBytes, treeOf, type Files } from '../harness/site-copy'

const database = useDatabase()
const key = readKey(testVerifierKey)
let copy: Awaited<ReturnType<typeof copySite>>

/** The sample’s findings are made up, to be looked at; here each is what its ballots lead to. */
function concluded(snapshot: Snapshot): Snapshot {
  const claims = snapshot.claims.map((claim) => {
    if (claim.finding === null) return claim
    const { distribution, dissent } = claim.finding
    const cast = LEVELS.flatMap((level) => Array.from({ length: distribution[level] }, () => level))
    const { level, spread } = conclude(cast.map((each) => ({ level: each, isSuspended: false })))
    const left = dissent.filter((each) => each.level !== level)
    return { ...claim, finding: { ...claim.finding, level, spread, heading: headingOf(level, spread), dissent: left } }
  })
  return { ...snapshot, claims }
}

beforeAll(async () => {
  setTestEnv()
  const { db } = database
  const people = { author: await addPerson(db), reviewer: await addPerson(db) }
  const at = new Date('2026-02-05T12:00:00Z')
  const sample = concluded(buildSnapshot(samplePicture))
  for (const address of ['a-fire', 'a-flood', 'dark']) {
    const snapshot = { ...sample, incident: { ...sample.incident, slug: address } }
    const incidentId = await addIncident(db, people.author, { address, title: address })
    const given = { ...people, incidentId, at }
    const id = await publishSnapshot(db, snapshot, { ...given, number: 1 })
    const correction = { kind: 'correction' as const, note: 'A “word” was wrong.' }
    if (address === 'a-fire')
      await publishSnapshot(db, { ...snapshot, language: 'uk' }, { ...given, number: 2, correction })
    if (address === 'a-flood') await publishRetraction(db, snapshot, 'It was another flood.', { ...given, number: 2 })
    const facts = { publicationId: id, incidentId, reason: 'A court order.' }
    if (address === 'dark') await redactPublication(db, { ...facts, by: people.author, second: people.reviewer })
  }
  const desk = await addDesk(db)
  const draft = await writeDraft(db, desk)
  const call = callAs(db, desk.author)
  await call.revision.chooseByline({ revisionId: draft.id, byline: 'A. Writer' })
  await call.revision.submit({ revisionId: draft.id, version: draft.version })
  await approveAs(db, desk.reviewer, draft.id)
  const { summary } = await call.publication.publish({ revisionId: draft.id })
  const target = { kind: 'byline' as const, publicationId: summary.publications[0]?.id ?? '', byline: 'A. Writer' }
  const { incidentId } = desk
  const asked = await callAs(db, desk.lead).redaction.propose({ incidentId, target, publicReason: 'For safety.' })
  await callAs(db, desk.third).redaction.confirm({ id: asked.redactions.items[0]?.id ?? '' })
  await publishDraft(db, desk, 'One depot burned, at night.', 'More is known.')
  copy = await copySite(db)
})

function listed(files: Files): Files {
  const entries = copy.entries.map(entryBytes)
  const checkpoint = { size: entries.length, root: rangeRoot(0, entries.length, treeOf(entries)) }
  return new Map([...files, ['log/manifest', Buffer.from(manifestOf(checkpoint, files))]])
}

test('nothing is wrong with what the site serves, and what was redacted is called so', async () => {
  const found = await verify(siteOf(copy.files), { key })
  expect(found).toMatchObject({ size: 9, publications: 7, isListed: false })
  expect(found.redacted.map((line) => line.replace(/^incidents\/\S+/, ''))).toEqual([' redacted', ' redacted in part'])
  expect(await verify(siteOf(listed(copy.files)), { key, kept: found.note })).toMatchObject({ isListed: true })
})
