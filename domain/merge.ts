import type { OriginInput } from './origin'
import { allowed, every, refused, type Verdict } from './verdict'

/** Incidents that one merge may change; beyond it something else is wrong. */
export const MERGE_INCIDENTS_MOST = 1_000

type Merge = {
  isItself: boolean
  incidents: number
  names: number
  namesMost: number
  /** Incidents in which the two stand on two sides. */
  opposed: readonly { title: string; side: string; intoSide: string }[]
}

/** May one record be merged into another? Two that face each other are not one, whatever they are called. */
export function canMerge({ isItself, incidents, names, namesMost, opposed }: Merge): Verdict {
  const [first] = opposed
  return every(
    isItself ? refused('merge.itself', 'A record cannot be merged into itself.', 'Choose another.') : allowed,
    first === undefined
      ? allowed
      : refused(
          'merge.sides',
          `In “${first.title}” the two are on two sides: ${first.side} and ${first.intoSide}.`,
          'Put them on one side there first, if they are one.',
        ),
    names <= namesMost
      ? allowed
      : refused(
          'merge.names',
          `Together they have ${names} names, and ${namesMost} is the most.`,
          'Remove some first.',
        ),
    incidents <= MERGE_INCIDENTS_MOST
      ? allowed
      : refused(
          'merge.incidents',
          `It stands in ${incidents} incidents, and one merge changes ${MERGE_INCIDENTS_MOST} at most.`,
          'Merge the one that stands in fewer.',
        ),
  )
}

/** What rule 3 would read, were the one party the other. */
export function originInputMerged(input: OriginInput, id: string, intoId: string): OriginInput {
  const led = <Id extends string | null>(one: Id) => (one === id ? intoId : one)
  return {
    ...input,
    evidence: input.evidence.map((piece) => ({
      ...piece,
      outletId: led(piece.outletId),
      origin: piece.origin === null ? null : { ...piece.origin, partyId: led(piece.origin.partyId) },
    })),
    sides: input.sides.map((side) => ({ ...side, partyIds: [...new Set(side.partyIds.map(led))] })),
    ...(input.sources && { sources: input.sources.map((one) => ({ ...one, outletId: led(one.outletId) })) }),
  }
}
