import type { z } from 'zod'
import type { castBallotInput } from '@/domain/input/ballot'
import { command } from '../command'
import type { RoundView } from '../workspace/view'
import { writeBallot } from './write'

export const castBallot = command<z.output<typeof castBallotInput>, RoundView>(({ input, ...scope }) =>
  writeBallot(scope, input.roundId, {
    level: input.level,
    reason: input.reason,
    isReasonPublic: input.isReasonPublic,
  }),
)
