import { readFile } from 'node:fs/promises'
import { asc, eq, sql } from 'drizzle-orm'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { logLeaf, logNode, notice, publication, redaction, rendition } from '@/db/schema'
import {
  entryText,
  publicationEntry,
  redactionEntry,
  renditionEntry,
  toldEntry,
  type LogEntry,
} from '@/domain/log/leaf'
import { leafHash, nodeHash, rangeRoot } from '@/domain/log/tree'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addDesk, approveAs, publishDraft, submitDraft, writeDraft } from '../harness/desk'
import { publishRendition } from '../harness/rendition'

const database = useDatabase({ max: 12 })
const publicReason = 'A court order.'

const leaves = () => database.db.select().from(logLeaf).orderBy(asc(logLeaf.index))

/** The log as the database keeps it is a tree over what its leaves say: no gap, no hash of anything else. */
async function expectWhole() {
  const rows = await leaves()
  expect(rows.map(({ index }) => index)).toEqual(rows.map((_, index) => index))
  const hashes = rows.map(({ entry }) => leafHash(utf8ToBytes(entry)))
  const nodes = await database.db.select().from(logNode)
  const known = new Map(nodes.map(({ level, index, hash }) => [`${level} ${index}`, hash]))
  let expected = 0
  for (let width = 1; width <= rows.length; width *= 2) expected += Math.floor(rows.length / width)
  expect(known.size).toBe(expected)
  const fromNodes = rangeRoot(0, rows.length, (level, index) => hexToBytes(known.get(`${level} ${index}`) ?? ''))
  const under = (level: number, index: number): Uint8Array =>
    level === 0
      ? (hashes[index] ?? new Uint8Array())
      : nodeHash(under(level - 1, 2 * index), under(level - 1, 2 * index + 1))
  const fromLeaves = rangeRoot(0, rows.length, under)
  expect(bytesToHex(fromNodes)).toBe(bytesToHex(fromLeaves))
  return rows
}

describe('a leaf for what is published', () => {
  let desk: Awaited<ReturnType<typeof addDesk>>
  beforeAll(async () => {
    desk = await addDesk(database.db)
  })

  test('each publication, retraction and redaction has one, which says what the domain says', async () => {
    const { db } = database
    const { incidentId } = desk
    await publishDraft(db, desk)
    const { renditionId } = await publishRendition(db, desk)
    const note = 'Not as it was said.'
    await callAs(db, desk.lead).rendition.takeBack({ id: renditionId, note })
    const translated = await db.select().from(rendition).orderBy(rendition.number)
    await publishDraft(db, desk, 'One depot burned, at night.', 'More is “known” now: дим.')
    await callAs(db, desk.lead).publication.retract({ incidentId, note: 'It was wrong.' })
    const pages = await db
      .select()
      .from(publication)
      .where(eq(publication.incidentId, incidentId))
      .orderBy(publication.number)
    const target = { kind: 'publication' as const, publicationId: pages[0]?.id ?? '' }
    const { redactions } = await callAs(db, desk.lead).redaction.propose({ incidentId, target, publicReason })
    expect(await leaves()).toHaveLength(5)
    await callAs(db, desk.third).redaction.confirm({ id: redactions.items[0]?.id ?? '' })
    const [gone] = await db.select().from(redaction)
    const slug = (await callAs(db, desk.author).incident.get({ id: incidentId })).incident.slug
    const expected = pages.map(({ number, publishedAt, hash, approvals, correctionKind: kind, correctionNote: note }) =>
      publicationEntry({
        slug,
        number,
        publishedAt,
        hash,
        approvals,
        correction: kind === null ? null : { kind, note },
      }),
    )
    expected.splice(
      1,
      0,
      ...translated.map(({ language, number: translation, publishedAt, hash, note: why, revisionId }) =>
        renditionEntry({
          ...{ slug, number: 1, of: 0, language, translation, publishedAt, hash, note: why },
          isWithdrawal: revisionId === null,
        }),
      ),
    )
    const confirmedAt = gone?.confirmedAt ?? new Date(0)
    expected.push(
      redactionEntry({ what: 'publication', of: 0, slug, number: 1, confirmedAt, publicReason, hash: null }),
    )
    expect((await expectWhole()).map(({ entry }) => entry)).toEqual(expected.map(entryText))
  })

  test('a byline that goes leaves the hash of what remains', async () => {
    const { db } = database
    const other = await addDesk(db)
    const draft = await writeDraft(db, other, 'A depot.')
    await callAs(db, other.author).revision.chooseByline({ revisionId: draft.id, byline: 'A. Writer' })
    await callAs(db, other.author).revision.submit({ revisionId: draft.id, version: draft.version })
    await approveAs(db, other.reviewer, draft.id)
    const { summary } = await callAs(db, other.author).publication.publish({ revisionId: draft.id })
    const publicationId = summary.publications[0]?.id ?? ''
    const target = { kind: 'byline' as const, publicationId, byline: 'A. Writer' }
    const proposal = { incidentId: other.incidentId, target, publicReason }
    const { redactions } = await callAs(db, other.lead).redaction.propose(proposal)
    await callAs(db, other.third).redaction.confirm({ id: redactions.items[0]?.id ?? '' })
    const [page] = await db.select().from(publication).where(eq(publication.id, publicationId))
    const left = await db.execute<{ hash: string }>(
      sql`select log_sha256(document) as hash from publication where id = ${publicationId}`,
    )
    const [first, second] = (await expectWhole()).slice(-2).map(({ entry }) => JSON.parse(entry))
    expect(first).toMatchObject({ kind: 'publication', number: 1, sha256: page?.hash })
    expect(second).toMatchObject({ kind: 'redaction', what: 'byline', of: 6, sha256: left.rows[0]?.hash })
    expect(JSON.stringify([first, second])).not.toContain('Writer')
  })

  test('what readers are told beside the versions has its leaves, of which none can be left out', async () => {
    const { db } = database
    const other = await addDesk(db)
    const call = callAs(db, other.author)
    const { incidentId } = other
    await publishDraft(db, other)
    const before = await leaves()
    await call.notice.put({ incidentId, reason: 'Is it “so”?' })
    await call.notice.lift({ incidentId, reason: 'It is.' })
    await call.notice.put({ incidentId, reason: 'Is it?' })
    await callAs(db, other.lead).publication.retract({ incidentId, note: 'It is not.' })
    const target = { kind: 'capture' as const, captureId: other.pieces[0]?.captureId ?? '' }
    const { redactions } = await callAs(db, other.lead).redaction.propose({ incidentId, target, publicReason })
    await callAs(db, other.third).redaction.confirm({ id: redactions.items[0]?.id ?? '' })
    const said = (await expectWhole()).slice(before.length).map(({ entry }) => JSON.parse(entry) as LogEntry)
    expect(said.map(({ kind }) => kind)).toEqual([
      ...['notice', 'notice-lifted', 'notice', 'retraction', 'notice-lifted', 'capture-redaction'],
    ])
    const notices = await db.select().from(notice).where(eq(notice.incidentId, incidentId)).orderBy(notice.begunAt)
    const [first, second] = notices
    const [gone] = await db.select().from(redaction).where(eq(redaction.incidentId, incidentId))
    const of = before.length - 1
    const { slug } = said[0] ?? { slug: '' }
    const about = { slug, number: 1 }
    const at = (when: Date | null | undefined) => when ?? new Date(0)
    const expected = [
      toldEntry({ ...about, kind: 'notice', of, at: at(first?.begunAt), reason: 'Is it “so”?' }),
      toldEntry({ ...about, kind: 'notice-lifted', of: of + 1, at: at(first?.liftedAt), reason: 'It is.' }),
      toldEntry({ ...about, kind: 'notice', of, at: at(second?.begunAt), reason: 'Is it?' }),
      toldEntry({
        ...about,
        kind: 'notice-lifted',
        of: of + 3,
        at: at(second?.liftedAt),
        reason: second?.liftReason ?? '',
      }),
      toldEntry({
        ...about,
        number: 2,
        kind: 'capture-redaction',
        of: of + 4,
        at: at(gone?.confirmedAt),
        reason: publicReason,
      }),
    ]
    const own = (await leaves()).slice(before.length).filter(({ publicationId }) => publicationId === null)
    expect(own.map(({ entry }) => entry)).toEqual(expected.map(entryText))
    for (const [table, appends] of [
      ['notice', 'notice_is_logged'],
      ['redaction', 'redaction_is_logged'],
    ] as const) {
      const forgotten = db.transaction(async (tx) => {
        await tx.execute(sql.raw(`alter table ${table} disable trigger ${appends}`))
        if (table === 'notice')
          await tx.execute(sql`insert into notice (id, incident_id, reason, begun_by, begun_at)
            values (gen_random_uuid(), ${incidentId}, 'x', ${other.author.id}, now())`)
        else
          await tx.execute(sql`insert into redaction select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid()))).*
            from redaction r where r.id = ${gone?.id ?? ''}`)
        await tx.execute(sql.raw(`set constraints ${table}_stays_logged immediate`))
      })
      await expect(forgotten).rejects.toThrow()
    }
  })

  test('many at once: each has its leaf, none is skipped and none taken twice', async () => {
    const { db } = database
    const before = (await leaves()).length
    const desks = await Promise.all(Array.from({ length: 8 }, () => addDesk(db)))
    const drafts = await Promise.all(
      desks.map(async (each) => {
        const draft = await submitDraft(db, each)
        await approveAs(db, each.reviewer, draft.id)
        return { each, revisionId: draft.id }
      }),
    )
    const done = drafts.map(({ each, revisionId }) => callAs(db, each.author).publication.publish({ revisionId }))
    // One that fails after its leaf was made takes it back, and the next has its index.
    const failing = db.transaction(async (tx) => {
      await tx.execute(sql`insert into publication select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(),
        'number', p.number + 1, 'correction_kind', 'retraction', 'correction_note', 'x', 'revision_id', null))).*
        from publication p where p.number = 3 limit 1`)
      await tx.execute(sql`set constraints publication_is_logged immediate`)
      throw new Error('taken back')
    })
    await expect(failing).rejects.toThrow('taken back')
    await Promise.all(done)
    const rows = await expectWhole()
    expect(rows).toHaveLength(before + 8)
  })

  test('what was published before there was a log gets the same leaves, in its order', async () => {
    const { db } = database
    // There were no translations then.
    const before = (await leaves()).filter(({ renditionId }) => renditionId === null)
    const fillingOf = async (migration: string) =>
      (await readFile(`db/migrations/${migration}.sql`, 'utf8')).split('--> statement-breakpoint').at(-1) ?? ''
    const filling = await fillingOf('0019_publication_log_locks')
    expect(filling).toContain('log_append')
    // What readers had been told besides was logged later still, behind everything else.
    const fillingTold = await fillingOf('0031_notices_in_log')
    expect(fillingTold).toContain('log_append_told')
    const undone = db.transaction(async (tx) => {
      for (const table of ['log_node', 'log_leaf']) {
        await tx.execute(sql.raw(`alter table ${table} disable trigger user`))
        await tx.execute(sql.raw(`delete from ${table}`))
        await tx.execute(sql.raw(`alter table ${table} enable trigger user`))
      }
      await tx.execute(sql.raw(filling))
      const published = await tx.$count(logLeaf)
      await tx.execute(sql.raw(fillingTold))
      const after = await tx.select().from(logLeaf).orderBy(asc(logLeaf.index))
      // Those that were committed together may stand in either order, so what a redaction is of is left out; a notice is
      // of the version that is the newest when it is logged.
      const told = (rows: typeof before) =>
        rows
          .map(({ entry, publicationId }) => {
            return {
              ...JSON.parse(entry),
              of: undefined,
              ...(publicationId === null && { number: undefined }),
            } as object
          })
          .map((entry) => JSON.stringify(entry))
          .toSorted()
      expect(told(after)).toEqual(told(before))
      const times = after.map(({ entry }) => JSON.parse(entry).at as string)
      for (const part of [times.slice(0, published), times.slice(published)]) expect(part).toEqual(part.toSorted())
      expect(after.slice(0, published).every(({ publicationId }) => publicationId !== null)).toBe(true)
      throw new Error('taken back')
    })
    await expect(undone).rejects.toThrow('taken back')
    await expectWhole()
  })
})
