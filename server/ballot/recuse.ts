import type { z } from 'zod'
import type { recuseInput } from '@/domain/input/ballot'
import { command } from '../command'
import type { RoundView } from '../workspace/view'
import { writeBallot } from './write'

/** Steps aside from one round, with a reason; the quorum falls by one (rule 7). */
export const recuse = command<z.output<typeof recuseInput>, RoundView>(({ input, ...scope }) =>
  writeBallot(scope, input.roundId, { level: null, reason: input.reason, isReasonPublic: false }),
)
