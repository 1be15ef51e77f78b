import { canonicalJson, hashOf, sha256Hex } from '@/domain/hash'
import { headingOf, LEVELS } from '@/domain/levels'
import { wordList } from '@/domain/log/words'
import { rangeRoot } from '@/domain/log/tree'
import { conclude } from '@/domain/round'
import { buildSnapshot } from '@/domain/snapshot'
import type { Snapshot } from '@/domain/snapshot-schema'
import type { Db } from '@/db/client'
import { manifestOf } from '@/server/log/manifest'
import { readKey } from '../../verifier/assay-verify.mjs'
import { samplePicture } from './account-picture'
import { testVerifierKey } from './app'
import { callAs } from './caller'
import { addDesk, approveAs, publishDraft, writeDraft } from './desk'
import { setTestEnv } from './http'
import { addPerson } from './people'
import { addAddress, publishRetraction, publishSnapshot, redactPublication } from './publish'
import { publishRendition } from './rendition'
import { copySite, entryBytes, logFiles, treeOf, type Files } from './site-copy'

/** What a verifier is told: the key of the tests’ logs, and the words as they are now; which it knows is another test’s affair. */
export const asked = { key: readKey(testVerifierKey), words: sha256Hex(wordList()) }
export type Copy = Awaited<ReturnType<typeof copySite>>

/** The sample’s findings are made up, to be looked at; here each is what its ballots lead to. */
export function concluded(snapshot: Snapshot): Snapshot {
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

/** A site with every kind of entry in its log, as whoever copies it has it. */
export async function publishedSite(db: Db): Promise<Copy> {
  setTestEnv()
  const people = { author: await addPerson(db), reviewer: await addPerson(db) }
  const at = new Date('2026-02-05T12:00:00Z')
  const sample = concluded(buildSnapshot(samplePicture))
  for (const address of ['a-fire', 'a-flood', 'a-storm', 'dark']) {
    const snapshot = { ...sample, incident: { ...sample.incident, slug: address } }
    const incidentId = await addAddress(db, people.author, { address, title: address })
    const given = { ...people, incidentId, at }
    const id = await publishSnapshot(db, snapshot, { ...given, number: 1 })
    const correction = { kind: 'correction' as const, note: 'A “word” was wrong.' }
    if (address === 'a-fire')
      await publishSnapshot(db, { ...snapshot, language: 'uk' }, { ...given, number: 2, correction })
    if (address === 'a-flood' || address === 'a-storm')
      await publishRetraction(db, snapshot, 'It was another flood.', { ...given, number: 2 })
    if (address === 'a-storm') await publishSnapshot(db, snapshot, { ...given, number: 3, correction })
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
  const due = await callAs(db, desk.lead).redaction.propose({ incidentId, target, publicReason: 'For safety.' })
  await callAs(db, desk.third).redaction.confirm({ id: due.redactions.items[0]?.id ?? '' })
  await publishDraft(db, desk, 'One depot burned, at night.', 'More is known.')
  const reason = 'A reader wrote that the hour is wrong.'
  await callAs(db, desk.author).notice.put({ incidentId, reason: 'Something else.' })
  await callAs(db, desk.author).notice.lift({ incidentId, reason: 'It was right.' })
  await callAs(db, desk.author).notice.put({ incidentId, reason })
  const { renditionId } = await publishRendition(db, desk)
  const alone = { kind: 'translation' as const, renditionId }
  const proposed = await callAs(db, desk.lead).redaction.propose({ incidentId, target: alone, publicReason: 'A name.' })
  await callAs(db, desk.author).redaction.confirm({ id: proposed.redactions.items[0]?.id ?? '' })
  return copySite(db)
}

/** With the signed list of all its files. */
export function listed(copy: Copy, files: Files): Files {
  const entries = copy.entries.map(entryBytes)
  const checkpoint = { size: entries.length, root: rangeRoot(0, entries.length, treeOf(entries)) }
  const hashes = new Map([...files].map(([file, bytes]) => [file, sha256Hex(bytes)]))
  return new Map([...files, ['log/manifest', Buffer.from(manifestOf(checkpoint, hashes))]])
}

export const text = (files: Files, path: string) => Buffer.from(files.get(path) ?? []).toString()
export const replaced = (files: Files, path: string, words: string): Files =>
  new Map([...files, [path, Buffer.from(words)]])
export const entriesOf = (copy: Copy) => copy.entries.map(entryBytes)

/** The copy with another log, signed by the true key. */
export const resigned = (copy: Copy, log: Uint8Array[]): Files =>
  new Map([...[...copy.files].filter(([path]) => !/^log\/(checkpoint|tile|proof)/.test(path)), ...logFiles(log)])

/** The last publication of the sample, altered, hashed, put into the log, signed and served in every place. */
export function republished(copy: Copy, alter: (account: Snapshot) => void): Files {
  const index = copy.entries.findIndex(({ slug, number }) => slug === 'a-fire' && number === 2)
  const entry = copy.entries[index]
  if (entry === undefined || !('note' in entry)) throw new Error('no such entry')
  const account = JSON.parse(text(copy.files, `log/document/${index}.json`)) as Snapshot
  alter(account)
  const log = entriesOf(copy).with(index, entryBytes({ ...entry, sha256: hashOf(account) }))
  const files = replaced(resigned(copy, log), `log/document/${index}.json`, canonicalJson(account))
  const path = 'api/v1/incidents/a-fire/v/2.json'
  return replaced(files, path, JSON.stringify({ ...JSON.parse(text(files, path)), document: account }))
}
