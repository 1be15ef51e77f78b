import type { Operation, OperationResultObservable, TRPCLink } from '@trpc/client'
import type { AnyRouter } from '@trpc/server'
import { share, tap } from '@trpc/server/observable'

type Answer = OperationResultObservable<AnyRouter, unknown>

/**
 * A command that is under way is not sent again: who presses twice before the button shows that it works gets one answer
 * for both. Without it a quick second press makes a second incident, or is refused for what the first one changed.
 */
export function oneAtATime<Router extends AnyRouter>(): TRPCLink<Router> {
  return () => {
    const underWay = new Map<string, Answer>()
    return ({ op, next }) => {
      if (op.type !== 'mutation') return next(op)
      const command = nameOf(op)
      const before = underWay.get(command)
      if (before !== undefined) return before
      const end = () => {
        underWay.delete(command)
      }
      const answer = next(op).pipe(tap({ complete: end, error: end }), share())
      underWay.set(command, answer)
      return answer
    }
  }
}

/** What is asked for, and with what. */
const nameOf = ({ path, input }: Operation): string => JSON.stringify([path, input])
