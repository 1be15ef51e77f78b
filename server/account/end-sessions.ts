import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { session } from '@/db/schema'

/** Ends every session of an account but, where given, the one in hand; the event of what ended them says so. */
export async function endSessionsOf(tx: Tx, accountId: string, now: Date, except: string | null = null): Promise<void> {
  await tx
    .update(session)
    .set({ endedAt: now })
    .where(
      and(
        eq(session.accountId, accountId),
        isNull(session.endedAt),
        except === null ? undefined : ne(session.id, except),
      ),
    )
}
