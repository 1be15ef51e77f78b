import { z } from 'zod'
import type { addSourceInput, editSourceInput } from '@/domain/input/source'
import { MEDIUMS, SOURCE_KINDS } from '@/domain/words'
import { partyShape } from '@/components/origin/origin-draft'
import type { Source } from '@/components/evidence/view'

/** What is filled in of a source. The pasted text is kept apart: it may be two million characters. */
export const sourceShape = z.object({
  kind: z.enum(SOURCE_KINDS),
  medium: z.enum(MEDIUMS),
  outlet: partyShape.nullable(),
  url: z.string(),
  archiveUrl: z.string(),
  title: z.string(),
  byline: z.string(),
  language: z.string(),
  published: z.string(),
  isConfidential: z.boolean(),
  publicDescription: z.string(),
})
export type SourceDraft = z.infer<typeof sourceShape>

export const EMPTY_SOURCE: SourceDraft = {
  kind: 'document',
  medium: 'article',
  outlet: null,
  url: '',
  archiveUrl: '',
  title: '',
  byline: '',
  language: '',
  published: '',
  isConfidential: false,
  publicDescription: '',
}

export function draftOfSource(source: Source): SourceDraft {
  return {
    kind: source.kind,
    medium: source.medium,
    outlet: source.outlet && { id: source.outlet.id, name: source.outlet.name },
    url: source.url ?? '',
    archiveUrl: source.archiveUrl ?? '',
    title: source.title ?? '',
    byline: source.byline ?? '',
    language: source.language ?? '',
    published: source.publishedWords ?? '',
    isConfidential: source.isConfidential,
    publicDescription: source.publicDescription ?? '',
  }
}

export function factsOf({ kind: _, outlet, ...facts }: SourceDraft) {
  return { ...facts, outletId: outlet?.id ?? null }
}

export function addInput(
  draft: SourceDraft,
  more: { incidentId: string; text: string; evenIfHeld: boolean },
): z.input<typeof addSourceInput> {
  const { incidentId, text, evenIfHeld } = more
  return { ...factsOf(draft), incidentId, kind: draft.kind, text: text.trim() === '' ? null : text, evenIfHeld }
}

export function editInput(
  draft: SourceDraft,
  of: { incidentId: string; id: string; version: number },
): z.input<typeof editSourceInput> {
  return { ...factsOf(draft), ...of }
}
