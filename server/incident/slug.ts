import { like, or, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { slug } from '@/db/schema'
import { numberedSlug, slugify } from '@/domain/slug'

/** Addresses are given out one after another, so that two incidents of one title get two. */
export async function lockSlugs(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('assay.slug'))`)
}

/** The first address free for a title: `depot-raid`, `depot-raid-2`, … Retired ones stay taken. */
export async function freeSlug(tx: Tx, title: string): Promise<string> {
  await lockSlugs(tx)
  const base = slugify(title)
  const stem = numberedSlug(base, 10_000).replace(/-10000$/, '')
  const taken = await tx
    .select({ slug: slug.slug })
    .from(slug)
    .where(or(eq(slug.slug, base), like(slug.slug, `${stem}%`)))
    .limit(100_000)
  const known = new Set(taken.map((row) => row.slug))
  if (!known.has(base)) return base
  for (let number = 2; ; number++) {
    const candidate = numberedSlug(base, number)
    if (!known.has(candidate)) return candidate
  }
}
