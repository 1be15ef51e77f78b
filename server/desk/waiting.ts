import { can } from '@/domain/policy'
import { query } from '../command'
import { demand } from '../fault'
import { readReviewsWaiting } from '../review/queries'
import { changesAskedOf, openRoundsWithout } from './queries'
import type { WaitingView } from './view'

/** Beyond this a number says "many" to anybody. */
const MOST = 99

/** How much waits for this person, for the desk's navigation: two numbers, cheap enough for every page. */
export const readWaiting = query<undefined, WaitingView>(async ({ db, actor }) => {
  demand(can(actor, 'desk.read'))
  const rounds = can(actor, 'round.vote').allowed ? await openRoundsWithout(db, actor.id, MOST) : []
  const changes = can(actor, 'revision.edit').allowed ? await changesAskedOf(db, actor.id, MOST) : []
  const reviews = await readReviewsWaiting(db, actor, MOST)
  return { desk: Math.min(MOST, rounds.length + changes.length), reviews: reviews.length }
})
