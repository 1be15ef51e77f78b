'use client'

import type { SubmitEvent } from 'react'
import { useState } from 'react'
import { useWorkspaceCache } from '@/components/evidence/use-workspace-cache'
import type { Evidence, Workspace } from '@/components/evidence/view'
import { FormFault } from '@/components/form/form-fault'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Actions, Dialog } from '@/components/ui/dialog'
import { addTranslationInput } from '@/domain/input/excerpt'
import { Quotation } from './quotation'
import { EMPTY_TRANSLATION, TranslationFields, type TranslationDraft } from './translation-fields'

type TranslateDialogProps = { workspace: Workspace; evidence: Evidence; onClose: () => void }

export function TranslateDialog({ workspace, evidence, onClose }: TranslateDialogProps) {
  const { excerpt } = evidence
  const trpc = useTRPC()
  const keep = useWorkspaceCache()
  const [draft, setDraft] = useState<TranslationDraft>(() =>
    excerpt.translation === null
      ? EMPTY_TRANSLATION
      : { ...excerpt.translation, translator: excerpt.translation.translator ?? '' },
  )
  const form = useSubmit({
    schema: addTranslationInput,
    mutation: trpc.translation.add.mutationOptions(),
    onDone: (view) => {
      keep(view)
      onClose()
    },
  })
  function submit(event: SubmitEvent) {
    event.preventDefault()
    const translator = draft.method === 'desk' ? null : draft.translator
    form.submit({ ...draft, translator, incidentId: workspace.incident.id, excerptId: excerpt.id })
  }
  const source = workspace.sources.find((candidate) => candidate.id === evidence.sourceId)
  return (
    <Dialog isOpen onOpenChange={onClose} title="Translate this passage" size="medium">
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Quotation exact={excerpt.exact} language={source?.language ?? null} />
        <FormFault fault={form.fault} attempt={form.attempt} />
        <TranslationFields value={draft} onChange={setDraft} errors={form.fault?.fields ?? {}} prefix="" />
        <p className="text-sm text-ink-muted">
          Earlier translations are kept. Voters saw the one before, so a finding that read it goes stale.
        </p>
        <Actions>
          <Button type="submit" variant="primary" isPending={form.isPending}>
            Save the translation
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Cancel
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}
