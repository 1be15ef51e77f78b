import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { lt, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { buildFile } from '@/db/schema'
import { sha256Hex } from '@/domain/hash'
import { BUILD_ADDRESS, BUILD_FOLDER, LOOK, namesOfBuild } from './build-files'

const TYPE: Readonly<Record<string, string>> = { '.css': 'text/css; charset=UTF-8', '.woff2': 'font/woff2' }

/** For so long after a build was last started, somebody may have a page of it. */
const KEPT = sql`interval '400 days'`

/**
 * Writes down how the pages of this build look, so that every instance can answer for it and sign it while another build
 * is beside it or has taken its place (decision 56).
 */
export async function recordBuild(db: Db, now: Date): Promise<void> {
  const names = [...namesOfBuild()].filter((name) => LOOK.test(name))
  for (const address of names) {
    const bytes = await readFile(path.join(BUILD_FOLDER, address.slice(BUILD_ADDRESS.length)))
    const contentType = TYPE[path.extname(address)] ?? 'application/octet-stream'
    await db
      .insert(buildFile)
      .values({ address, sha256: sha256Hex(bytes), contentType, bytes, startedAt: now })
      .onConflictDoUpdate({ target: buildFile.address, set: { startedAt: now } })
  }
  await db.delete(buildFile).where(lt(buildFile.startedAt, sql`${now.toISOString()}::timestamptz - ${KEPT}`))
}
