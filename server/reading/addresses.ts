import { and, asc, between, isNotNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Reader } from '@/db/client'
import { listing } from '@/db/schema'
import type { ListAddressesInput } from '@/domain/input/reading'
import type { addressListView } from './view'

/** A sitemap may name 50,000; ids are random, so that parts by their beginnings are about even. */
const EACH = 40_000
const MOST = 50_000

const DIGITS = '0123456789abcdef'.split('')

/** The first and the last id that begin so. */
const ends = (prefix: string): [string, string] => [idOf(prefix.padEnd(32, '0')), idOf(prefix.padEnd(32, 'f'))]
const idOf = (digits: string) => digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** The shortest beginnings, of one length, of which there are so many or more. */
function partsOf(least: number): string[] {
  let parts = DIGITS
  while (parts.length < least && parts.length < 4096)
    parts = parts.flatMap((part) => DIGITS.map((digit) => part + digit))
  return parts
}

/** The address in use. Drizzle would write the column without its table, which within means another. */
const slugInUse = sql<string>`(
  select s.slug from slug s where s.incident_id = listing.incident_id and s.retired_at is null
  order by s.created_at desc, s.slug limit 1)`

/**
 * Where each account that was not redacted is, those whose ids begin with `prefix`; where they are too many for one
 * sitemap, the beginnings to ask for instead. `each`: how many are too many.
 */
export async function listAddresses(
  db: Reader,
  { prefix }: ListAddressesInput,
  each = EACH,
): Promise<z.output<typeof addressListView>> {
  const within = and(between(listing.incidentId, ...ends(prefix)), isNotNull(listing.words))
  const count = prefix === '' ? await db.$count(listing, within) : 0
  if (count > each) return { parts: partsOf(count / each), items: [] }
  const items = await db
    .select({ slug: slugInUse, publishedAt: listing.publishedAt })
    .from(listing)
    .where(within)
    .orderBy(asc(listing.incidentId))
    .limit(MOST)
  return { parts: [], items }
}
