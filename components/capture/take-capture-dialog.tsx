'use client'

import { useRef, useState } from 'react'
import { useWorkspaceCache } from '@/components/evidence/use-workspace-cache'
import type { Source, Workspace } from '@/components/evidence/view'
import { SubmitForm } from '@/components/form/submit-form'
import { useSubmit } from '@/components/form/use-submit'
import { usePlace } from '@/components/source/use-place'
import { keptDraft, useKeptDraft } from '@/components/source/use-kept-draft'
import { useTRPC } from '@/components/trpc'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { announce } from '@/components/ui/status'
import { takeCaptureInput } from '@/domain/input/capture'
import { PasteArea } from './paste-area'

type TakeCaptureDialogProps = { workspace: Workspace; source: Source; onClose: () => void }

/** Pastes the source's text as it is now; what was captured before stays as it is. */
export function TakeCaptureDialog({ workspace, source, onClose }: TakeCaptureDialogProps) {
  const key = `assay.capture.${source.id}`
  const [kept] = useState(() => keptDraft<{ text: string }>(key)?.text ?? '')
  const { put } = useKeptDraft<{ text: string }>(key)
  const area = useRef<HTMLTextAreaElement>(null)
  const [length, setLength] = useState(kept.length)
  const [evenIfHeld, setEvenIfHeld] = useState(false)
  const trpc = useTRPC()
  const keep = useWorkspaceCache()
  const { go } = usePlace()
  const form = useSubmit({
    schema: takeCaptureInput,
    mutation: trpc.capture.take.mutationOptions(),
    onDone: (view) => {
      put(null)
      keep(view)
      onClose()
      announce('Captured.')
      const newest = view.sources.find((found) => found.id === source.id)?.captures.at(-1)
      go({ source: source.id, capture: newest?.id ?? null })
    },
  })
  function submit() {
    const text = area.current?.value ?? ''
    form.submit({ incidentId: workspace.incident.id, sourceId: source.id, text, evenIfHeld })
  }
  const isFirst = source.captures.length === 0
  return (
    <Dialog isOpen onOpenChange={onClose} title={isFirst ? 'Paste its text' : 'Capture it again'} size="medium">
      <SubmitForm
        form={form}
        fieldId={() => 'capture-text'}
        submitLabel="Capture"
        onSubmit={submit}
        onCancel={onClose}
        cancelLabel="Close"
      >
        <PasteArea
          label="Text"
          description="Paste the whole page as it is now. Earlier captures and what is quoted from them stay as they are."
          area={area}
          id="capture-text"
          defaultValue={kept}
          length={length}
          error={form.errorAt('text')}
          onInput={(count) => {
            setLength(count)
            put(source.isConfidential ? null : { text: area.current?.value ?? '' })
          }}
        />
        {form.fault?.refusal?.rule === 'capture.held' && (
          <Checkbox isSelected={evenIfHeld} onChange={setEvenIfHeld}>
            Keep it all the same: it shows that the text has not changed
          </Checkbox>
        )}
      </SubmitForm>
    </Dialog>
  )
}
