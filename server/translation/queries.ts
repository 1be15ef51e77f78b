import { randomUUID } from 'node:crypto'
import { count, desc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { translation } from '@/db/schema'
import type { TranslationFacts } from '@/domain/input/excerpt'
import { refused } from '@/domain/verdict'
import { refusal } from '../fault'

/** Translations of one excerpt, all told. */
const MOST = 50

/**
 * Puts a translation in force. Returns null where it is the one in force already. The caller has locked what the
 * excerpt bears on, and records the event.
 */
export async function insertTranslation(
  tx: Tx,
  excerptId: string,
  facts: TranslationFacts,
  by: { actorId: string; now: Date },
): Promise<string | null> {
  const [inForce] = await tx
    .select()
    .from(translation)
    .where(eq(translation.excerptId, excerptId))
    .orderBy(desc(translation.createdAt), desc(translation.id))
    .limit(1)
  const keys = ['text', 'language', 'method', 'translator'] as const
  if (inForce !== undefined && keys.every((key) => inForce[key] === facts[key])) return null
  const [held] = await tx.select({ all: count() }).from(translation).where(eq(translation.excerptId, excerptId))
  if ((held?.all ?? 0) >= MOST)
    throw refusal(refused('translation.full', `An excerpt has at most ${MOST} translations.`))
  const id = randomUUID()
  // Two within one millisecond would leave it to their ids which is in force.
  const createdAt =
    inForce !== undefined && inForce.createdAt >= by.now ? new Date(inForce.createdAt.getTime() + 1) : by.now
  await tx.insert(translation).values({ id, excerptId, ...facts, createdBy: by.actorId, createdAt })
  return id
}
