import { z } from 'zod'
import type { IncidentHead } from '@/components/workspace/view'
import { INCIDENT_TYPES } from '@/domain/words'

const named = z.object({ id: z.string(), name: z.string() })

/** An incident's details as somebody types them. */
export const incidentDraft = z.object({
  /** Of one that is to be made, once it was sent: the same is sent again. */
  id: z.string().optional(),
  title: z.string(),
  type: z.enum(INCIDENT_TYPES).nullable(),
  occurred: z.string(),
  place: named.nullable(),
  parties: z.array(named),
  tags: z.array(z.string()),
  /** What stands in the field of tags and is none yet. */
  typedTag: z.string().default(''),
})
export type IncidentDraft = z.infer<typeof incidentDraft>

export const EMPTY_INCIDENT: IncidentDraft = {
  title: '',
  type: null,
  occurred: '',
  place: null,
  parties: [],
  tags: [],
  typedTag: '',
}

export function draftOfIncident(incident: IncidentHead): IncidentDraft {
  return {
    title: incident.title,
    type: incident.type,
    occurred: incident.occurredWords ?? '',
    place: incident.place && { id: incident.place.id, name: incident.place.name },
    parties: incident.parties.map(({ id, name }) => ({ id, name })),
    tags: incident.tags,
    typedTag: '',
  }
}

/** As the procedures take it. */
export function inputOfIncident(draft: IncidentDraft) {
  return {
    title: draft.title,
    // The schema says at its field that one has to be chosen.
    type: draft.type as NonNullable<IncidentDraft['type']>,
    occurred: draft.occurred,
    placeId: draft.place?.id ?? null,
    partyIds: draft.parties.map((party) => party.id),
    tags: draft.tags,
  }
}
