import { can } from '@/domain/policy'
import { query } from '../command'
import { demand } from '../fault'
import { readReviewsWaiting } from '../review/queries'
import { changesAskedOf, openRoundsWithout, staleFindings } from './queries'
import type { DeskHomeView } from './view'

const HEAD = 8

function headOf<Item>(items: Item[]) {
  return { items: items.slice(0, HEAD), more: items.length > HEAD }
}

/** What waits for this person. Who can neither vote nor review is kept waiting by nothing. */
export const readDeskHome = query<undefined, DeskHomeView>(async ({ db, actor }) => {
  demand(can(actor, 'desk.read'))
  const mayVote = can(actor, 'round.vote').allowed
  const mayEdit = can(actor, 'revision.edit').allowed
  return {
    rounds: headOf(mayVote ? await openRoundsWithout(db, actor.id, HEAD + 1) : []),
    reviews: headOf(await readReviewsWaiting(db, actor, HEAD + 1)),
    changes: headOf(mayEdit ? await changesAskedOf(db, actor.id, HEAD + 1) : []),
    stale: headOf(mayEdit ? await staleFindings(db, actor.id, HEAD + 1) : []),
  }
})
