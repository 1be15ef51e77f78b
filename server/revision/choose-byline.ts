import { and, eq } from 'drizzle-orm'
import { revisionAuthor } from '@/db/schema'
import type { ChooseBylineInput } from '@/domain/input/revision'
import { can, type Actor } from '@/domain/policy'
import { canEdit } from '@/domain/revision'
import { refused } from '@/domain/verdict'
import { command, type Scope } from '../command'
import { demand, refusal } from '../fault'
import { readWorkspace } from '../workspace/queries'
import { lockRevision } from './queries'

/** How one is named, if at all, under the public text: each author for themselves, until it is frozen (rule 14). */
export const chooseByline = command(
  async ({ tx, actor, input, record, unchanged }: Scope<Actor, ChooseBylineInput>) => {
    const row = await lockRevision(tx, input.revisionId)
    demand(can(actor, 'revision.edit'))
    demand(canEdit(row.state))
    const own = and(eq(revisionAuthor.revisionId, row.id), eq(revisionAuthor.accountId, actor.id))
    const [before] = await tx.select({ byline: revisionAuthor.byline }).from(revisionAuthor).where(own)
    if (!before)
      throw refusal(refused('revision.author', 'Only an author of this text has a byline.', 'Edit the text first.'))
    if (before.byline === input.byline) unchanged()
    else {
      await tx.update(revisionAuthor).set({ byline: input.byline }).where(own)
      const detail = { isShown: input.byline !== null }
      await record('byline.chosen', { subjectId: row.id, incidentId: row.incidentId, detail })
    }
    return readWorkspace(tx, actor, row.incidentId)
  },
)
