'use client'

import { choiceOf } from '@/components/origin/origin-draft'
import { Quotation } from '@/components/excerpt/quotation'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Dialog } from '@/components/ui/dialog'
import { UnsavedForm } from '@/components/draft/unsaved-form'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'
import { changeEvidenceInput } from '@/domain/input/evidence'
import { draftOf, evidenceShape, type EvidenceDraft } from './evidence-draft'
import { EvidenceFields } from './evidence-fields'
import { useWorkspaceCache } from './use-workspace-cache'
import type { Evidence, Source, Workspace } from './view'

type ChangeEvidenceDialogProps = { workspace: Workspace; evidence: Evidence; source: Source; onClose: () => void }

const fieldId = (path: string) => `change-${path}`

export function ChangeEvidenceDialog({ workspace, evidence, source, onClose }: ChangeEvidenceDialogProps) {
  const trpc = useTRPC()
  const keep = useWorkspaceCache()
  const { onFault } = useWorkspaceResult()
  const { id, version, claimId, excerpt } = evidence
  const name = { of: `evidence.${id}`, label: 'A piece of evidence' }
  const unsaved = useUnsaved(name, evidenceShape, { version, draft: draftOf(evidence) }, source.isConfidential)
  const form = useSubmit({
    schema: changeEvidenceInput,
    mutation: trpc.evidence.change.mutationOptions(),
    onFault,
    onDone: (view) => {
      unsaved.forget()
      keep(view)
      onClose()
    },
  })
  const { draft } = unsaved
  return (
    <Dialog isOpen onOpenChange={onClose} title="Change this evidence" size="medium">
      <UnsavedForm
        unsaved={unsaved}
        form={form}
        words={(typed) => wordsOf(typed, workspace)}
        fieldId={fieldId}
        onSubmit={(base) => {
          form.submit({
            incidentId: workspace.incident.id,
            id,
            version: base,
            stance: claimId === null ? null : draft.stance,
            origin: choiceOf(draft.origin),
            relays: draft.relays.map((relay) => relay.id),
          })
        }}
        onClose={onClose}
      >
        <Quotation exact={excerpt.exact} language={source.language} />
        <EvidenceFields
          workspace={workspace}
          source={source}
          value={draft}
          onChange={unsaved.change}
          errors={form.fault?.fields ?? {}}
          fieldId={fieldId}
          isChange
        />
      </UnsavedForm>
    </Dialog>
  )
}

function wordsOf({ stance, origin, relays }: EvidenceDraft, { origins }: Workspace): Record<string, string> {
  const named = origins.find((found) => found.id === origin.choice)?.label ?? ''
  const typed = [origin.party?.name, origin.channel].filter(Boolean).join(': ')
  return {
    Stance: stance ?? 'background',
    Origin: origin.choice === 'unknown' ? 'not known' : origin.choice === 'new' ? typed : named,
    Relays: relays.map((relay) => relay.name).join(', '),
  }
}
