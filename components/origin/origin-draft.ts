import { z } from 'zod'
import type { originChoice } from '@/domain/input/evidence'
import type { Origin, Source } from '@/components/evidence/view'
import { ORIGIN_MODES, type OriginMode } from '@/domain/words'

export const partyShape = z.object({ id: z.string(), name: z.string() })

/** What is filled in of an origin, whichever of the three ways is chosen: going back loses nothing. */
export const originShape = z.object({
  /** `unknown`, `new`, or the id of one that is named. */
  choice: z.string(),
  party: partyShape.nullable(),
  channel: z.string(),
  mode: z.enum(ORIGIN_MODES).nullable(),
  dated: z.string(),
  firstSourceId: z.string().nullable(),
})
export type OriginDraft = z.infer<typeof originShape>

export const MODE_WORD: Readonly<Record<OriginMode, string>> = {
  observed: 'Observed: it was there, or shows it',
  asserted: 'Asserted: it says so',
}

export function emptyOrigin(choice = 'unknown'): OriginDraft {
  return { choice, party: null, channel: '', mode: null, dated: '', firstSourceId: null }
}

export function draftOfOrigin(origin: Origin): OriginDraft {
  return {
    choice: 'new',
    party: origin.party,
    channel: origin.channel,
    mode: origin.mode,
    dated: origin.datedWords ?? '',
    firstSourceId: origin.firstSourceId,
  }
}

/** The reporting of the article's own people: the most usual origin that nobody has named yet. */
export function ownReporting(source: Source): OriginDraft {
  return {
    ...emptyOrigin('new'),
    party: source.outlet,
    channel: source.kind === 'own_work' ? 'our own work' : 'own reporter',
    mode: 'observed',
    firstSourceId: source.id,
  }
}

export function factsOf(draft: OriginDraft) {
  return {
    partyId: draft.party?.id ?? null,
    channel: draft.channel,
    // An empty mode is for the schema to refuse at its field.
    mode: draft.mode as OriginMode,
    dated: draft.dated,
    firstSourceId: draft.firstSourceId,
  }
}

export function choiceOf(draft: OriginDraft): z.input<typeof originChoice> {
  if (draft.choice === 'unknown') return { kind: 'unknown' }
  if (draft.choice !== 'new') return { kind: 'named', id: draft.choice }
  return { kind: 'new', ...factsOf(draft) }
}
