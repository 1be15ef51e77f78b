import { eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { buildFile } from '@/db/schema'

/** A stylesheet or font of any build; undefined where there is none. */
export async function findBuildFile(db: Reader, address: string) {
  const [found] = await db
    .select({ contentType: buildFile.contentType, bytes: buildFile.bytes })
    .from(buildFile)
    .where(eq(buildFile.address, address))
  return found
}

/** The SHA-256 of each stylesheet and font, by its address. */
export async function hashesOfBuilds(db: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await db.select({ address: buildFile.address, sha256: buildFile.sha256 }).from(buildFile)
  return new Map(rows.map(({ address, sha256 }) => [address, sha256]))
}
