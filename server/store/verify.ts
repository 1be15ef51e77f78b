import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { isNamed } from '../keep-bytes'
import { store, StoredBytesAltered, StoredBytesMissing } from '../store'

type Row = { sha256: string; captureId: string; sourceId: string; what: string; isTextWhole: boolean }

export type Finding = {
  what: 'missing' | 'altered' | 'text altered' | 'left after a redaction' | 'orphaned'
  sha256: string
  captureId?: string
  sourceId?: string
}

export type Verified = { captures: number; files: number; wrong: number; orphaned: number }

type Watch = { found: (finding: Finding) => void; progress: (captures: number) => void }

const PAGE = 500

/**
 * Reads every stored file of every capture, and the hash of its text, beside a running program or without it. Rows and
 * files are walked side by side in the order of their hashes, so it takes no more memory for more of them.
 */
export async function verifyCaptures(db: Db, { found, progress }: Watch): Promise<Verified> {
  const done: Verified = { captures: 0, files: 0, wrong: 0, orphaned: 0 }
  const tell = (finding: Finding): void => {
    if (finding.what === 'orphaned') done.orphaned += 1
    else done.wrong += 1
    found(finding)
  }
  const stored = store().list()[Symbol.asyncIterator]()
  let file = await stored.next()
  let last = { sha256: '', fault: null as Finding['what'] | null }
  const passFiles = async (below: string): Promise<void> => {
    for (; file.done !== true && file.value < below; file = await stored.next()) {
      done.files += 1
      if (file.value !== last.sha256) await leftOver(db, file.value, tell)
    }
  }
  for await (const row of rows(db)) {
    await passFiles(row.sha256)
    if (row.sha256 !== last.sha256) last = { sha256: row.sha256, fault: await faultOf(row.sha256) }
    const { sha256, captureId, sourceId } = row
    if (row.what === 'capture') done.captures += 1
    if (last.fault !== null && (await isNamed(db, sha256))) tell({ what: last.fault, sha256, captureId, sourceId })
    if (!row.isTextWhole) tell({ what: 'text altered', sha256, captureId, sourceId })
    progress(done.captures)
  }
  await passFiles('g')
  return done
}

/** Captures that were not redacted and the pictures they are shown as, by hash. */
async function* rows(db: Db): AsyncGenerator<Row> {
  let [sha256, id] = ['', '00000000-0000-0000-0000-000000000000']
  for (;;) {
    const { rows: page } = await db.execute<Row>(sql`
      select * from (
        (select c.bytes_sha256 as sha256, c.id as "captureId", c.source_id as "sourceId", 'capture' as what,
          encode(sha256(convert_to(c.text, 'UTF8')), 'hex') = c.text_sha256 as "isTextWhole"
        from capture c where c.text is not null and (c.bytes_sha256, c.id) > (${sha256}, ${id}::uuid)
        order by c.bytes_sha256, c.id limit ${PAGE})
        union all
        (select i.shown_sha256, c.id, c.source_id, 'picture', true
        from capture_image i join capture c on c.id = i.capture_id
        where c.text is not null and (i.shown_sha256, c.id) > (${sha256}, ${id}::uuid)
        order by i.shown_sha256, c.id limit ${PAGE})
      ) as named order by 1, 2 limit ${PAGE}`)
    yield* page
    const end = page.at(-1)
    if (end === undefined || page.length < PAGE) return
    ;[sha256, id] = [end.sha256, end.captureId]
  }
}

async function faultOf(sha256: string): Promise<'missing' | 'altered' | null> {
  try {
    await store().get(sha256)
    return null
  } catch (error) {
    if (error instanceof StoredBytesMissing) return 'missing'
    if (error instanceof StoredBytesAltered) return 'altered'
    throw error
  }
}

/** A file that no row walked has named: one that has just been captured, one that waits, or one that is left over. */
async function leftOver(db: Db, sha256: string, tell: (finding: Finding) => void): Promise<void> {
  if (await isNamed(db, sha256)) return
  const { rows: redacted } = await db.execute<{ captureId: string; sourceId: string }>(sql`
    select c.id as "captureId", c.source_id as "sourceId" from capture c where c.bytes_sha256 = ${sha256}
    union all select c.id, c.source_id from capture_image i join capture c on c.id = i.capture_id
      where i.shown_sha256 = ${sha256} limit 1`)
  const [of] = redacted
  tell(of === undefined ? { what: 'orphaned', sha256 } : { what: 'left after a redaction', sha256, ...of })
}
