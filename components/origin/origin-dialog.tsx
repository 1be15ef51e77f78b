'use client'

import { useWorkspaceCache } from '@/components/evidence/use-workspace-cache'
import { nameOfSource, type Origin, type Workspace } from '@/components/evidence/view'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Dialog } from '@/components/ui/dialog'
import { UnsavedForm } from '@/components/draft/unsaved-form'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'
import { changeOriginInput, nameOriginInput } from '@/domain/input/origin'
import { draftOfOrigin, emptyOrigin, factsOf, MODE_WORD, originShape, type OriginDraft } from './origin-draft'
import { OriginFacts } from './origin-fields'

type OriginDialogProps = { workspace: Workspace; origin: Origin | null; onClose: () => void }

const fieldId = (path: string) => `origin-${path}`

/** Names an origin, or changes one. */
export function OriginDialog({ workspace, origin, onClose }: OriginDialogProps) {
  const trpc = useTRPC()
  const keep = useWorkspaceCache()
  const { onFault } = useWorkspaceResult()
  const incidentId = workspace.incident.id
  // What there is now, also while somebody else changes it.
  const current = workspace.origins.find((found) => found.id === origin?.id) ?? origin
  const name = { of: `origin.${origin?.id ?? incidentId}`, label: origin === null ? 'A new origin' : 'An origin' }
  const draft = current === null ? emptyOrigin('new') : draftOfOrigin(current)
  // Where a confidential source carried it first, what is said of it may give that source away.
  const isSecret = ({ firstSourceId }: OriginDraft) =>
    workspace.sources.some((source) => source.id === firstSourceId && source.isConfidential)
  const unsaved = useUnsaved(name, originShape, { version: current?.version ?? 0, draft }, isSecret)
  const onDone = (view: Workspace) => {
    unsaved.forget()
    keep(view)
    onClose()
  }
  const naming = useSubmit({ schema: nameOriginInput, mutation: trpc.origin.name.mutationOptions(), onDone })
  const changing = useSubmit({
    schema: changeOriginInput,
    mutation: trpc.origin.change.mutationOptions(),
    onDone,
    onFault,
  })
  const form = current === null ? naming : changing
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={origin === null ? 'Name an origin' : 'Change this origin'}
      size="medium"
    >
      <UnsavedForm
        unsaved={unsaved}
        form={form}
        words={(version) => wordsOf(version, workspace)}
        fieldId={fieldId}
        onSubmit={(version) => {
          const facts = { incidentId, ...factsOf(unsaved.draft) }
          if (current === null) naming.submit(facts)
          else changing.submit({ ...facts, id: current.id, version })
        }}
        onClose={onClose}
      >
        <OriginFacts
          workspace={workspace}
          value={unsaved.draft}
          onChange={unsaved.change}
          errors={form.fault?.fields ?? {}}
          prefix=""
          fieldId={fieldId}
        />
      </UnsavedForm>
    </Dialog>
  )
}

function wordsOf(draft: OriginDraft, { sources }: Workspace): Record<string, string> {
  const first = sources.find((source) => source.id === draft.firstSourceId)
  return {
    'Whose word is it?': draft.party?.name ?? '',
    'How it came out': draft.channel,
    'Observed or asserted?': draft.mode === null ? '' : MODE_WORD[draft.mode],
    'When it came out': draft.dated,
    'Carried first by': first === undefined ? '' : nameOfSource(first),
  }
}
