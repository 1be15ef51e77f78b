'use client'

import { useWorkspaceCache } from '@/components/evidence/use-workspace-cache'
import type { Evidence, Workspace } from '@/components/evidence/view'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Dialog } from '@/components/ui/dialog'
import { UnsavedForm } from '@/components/draft/unsaved-form'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { addTranslationInput } from '@/domain/input/excerpt'
import { Quotation } from './quotation'
import { EMPTY_TRANSLATION, translationShape, TranslationFields } from './translation-fields'

type TranslateDialogProps = { workspace: Workspace; evidence: Evidence; onClose: () => void }

const fieldId = (path: string) => `translate-${path}`

export function TranslateDialog({ workspace, evidence, onClose }: TranslateDialogProps) {
  const { excerpt } = evidence
  const trpc = useTRPC()
  const keep = useWorkspaceCache()
  const source = workspace.sources.find((candidate) => candidate.id === evidence.sourceId)
  const draft =
    excerpt.translation === null
      ? { ...EMPTY_TRANSLATION, ...(source?.language === EMPTY_TRANSLATION.language && { language: '' }) }
      : { ...excerpt.translation, translator: excerpt.translation.translator ?? '' }
  const name = { of: `translation.${excerpt.id}`, label: 'A translation' }
  const unsaved = useUnsaved(name, translationShape, { version: 0, draft }, source?.isConfidential ?? true)
  const form = useSubmit({
    schema: addTranslationInput,
    mutation: trpc.translation.add.mutationOptions(),
    onDone: (view) => {
      unsaved.forget()
      keep(view)
      onClose()
    },
  })
  function save() {
    const typed = unsaved.draft
    const translator = typed.method === 'desk' ? null : typed.translator
    form.submit({ ...typed, translator, incidentId: workspace.incident.id, excerptId: excerpt.id })
  }
  return (
    <Dialog isOpen onOpenChange={onClose} title="Translate this passage" size="large">
      <UnsavedForm
        unsaved={unsaved}
        form={form}
        fieldId={fieldId}
        submitLabel="Save the translation"
        onSubmit={save}
        onClose={onClose}
      >
        <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
          <Quotation exact={excerpt.exact} language={source?.language ?? null} />
          <TranslationFields
            value={unsaved.draft}
            onChange={unsaved.change}
            errors={form.fault?.fields ?? {}}
            prefix=""
            fieldId={fieldId}
          />
        </div>
        {excerpt.translation !== null && (
          <p className="text-sm text-ink-muted">
            Earlier translations are kept. Voters saw the one before, so a finding that read it goes stale.
          </p>
        )}
      </UnsavedForm>
    </Dialog>
  )
}
