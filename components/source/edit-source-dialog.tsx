'use client'

import { useWorkspaceCache } from '@/components/evidence/use-workspace-cache'
import type { Source, Workspace } from '@/components/evidence/view'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Dialog } from '@/components/ui/dialog'
import { UnsavedForm } from '@/components/draft/unsaved-form'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'
import { editSourceInput } from '@/domain/input/source'
import { draftOfSource, editInput, sourceShape, type SourceDraft } from './source-draft'
import { SourceFields } from './source-fields'
import { languageName, MEDIUM_LABEL } from './words'

type EditSourceDialogProps = { workspace: Workspace; source: Source; onClose: () => void }

export function EditSourceDialog({ workspace, source, onClose }: EditSourceDialogProps) {
  const trpc = useTRPC()
  const keep = useWorkspaceCache()
  const { onFault } = useWorkspaceResult()
  const { id, version, isConfidential } = source
  const unsaved = useUnsaved(
    { of: `source.${id}`, label: 'What is known of a source' },
    sourceShape,
    { version, draft: draftOfSource(source) },
    (typed) => isConfidential || typed.isConfidential,
  )
  const { draft } = unsaved
  const form = useSubmit({
    schema: editSourceInput,
    mutation: trpc.source.edit.mutationOptions(),
    onFault,
    onDone: (view) => {
      unsaved.forget()
      keep(view)
      onClose()
    },
  })
  return (
    <Dialog isOpen onOpenChange={onClose} title="Edit what is known of this source" size="medium">
      <UnsavedForm
        unsaved={unsaved}
        form={form}
        words={wordsOf}
        fieldId={(path) => `edit-${path}`}
        onSubmit={(base) => {
          form.submit(editInput(draft, { incidentId: workspace.incident.id, id, version: base }))
        }}
        onClose={onClose}
      >
        <SourceFields
          value={draft}
          onChange={(part) => {
            unsaved.change({ ...draft, ...part })
          }}
          errors={form.fault?.fields ?? {}}
          idPrefix="edit-"
        />
      </UnsavedForm>
    </Dialog>
  )
}

function wordsOf(draft: SourceDraft): Record<string, string> {
  return {
    Title: draft.title,
    Outlet: draft.outlet?.name ?? '',
    Medium: MEDIUM_LABEL[draft.medium],
    Published: draft.published,
    Language: draft.language === '' ? '' : languageName(draft.language),
    Address: draft.url,
    'Archived copy': draft.archiveUrl,
    Byline: draft.byline,
    Confidential: draft.isConfidential ? 'yes' : 'no',
    'What readers are told': draft.publicDescription,
  }
}
