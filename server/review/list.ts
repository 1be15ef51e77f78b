import type { Db } from '@/db/client'
import type { ListReviewsInput } from '@/domain/input/review'
import { can, type Actor } from '@/domain/policy'
import { query } from '../command'
import { demand } from '../fault'
import { readReviews } from './queries'
import type { ReviewList } from './view'

/** What is in review, or the part of it that waits for the asker. */
export const listReviews = query(
  async ({ db, actor, input }: { db: Db; actor: Actor; input: ListReviewsInput }): Promise<ReviewList> => {
    demand(can(actor, 'desk.read'))
    return readReviews(db, actor, input)
  },
)
