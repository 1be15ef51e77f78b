'use client'

import { useState } from 'react'
import { useWorkspaceCache } from '@/components/evidence/use-workspace-cache'
import type { Source, Workspace } from '@/components/evidence/view'
import { useKeptText } from '@/components/draft/use-kept-text'
import { KeptForm } from '@/components/draft/kept-form'
import { useSubmit } from '@/components/form/use-submit'
import { usePlace } from '@/components/source/use-place'
import { useTRPC } from '@/components/trpc'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { announce } from '@/components/ui/status'
import { takeCaptureInput } from '@/domain/input/capture'
import { PasteArea } from './paste-area'

type TakeCaptureDialogProps = { workspace: Workspace; source: Source; onClose: () => void }

/** Pastes the source's text as it is now; what was captured before stays as it is. */
export function TakeCaptureDialog({ workspace, source, onClose }: TakeCaptureDialogProps) {
  const name = { of: `capture.${source.id}`, label: 'The text of a source' }
  const kept = useKeptText(name, source.isConfidential)
  const [evenIfHeld, setEvenIfHeld] = useState(false)
  const trpc = useTRPC()
  const keep = useWorkspaceCache()
  const { go } = usePlace()
  const form = useSubmit({
    schema: takeCaptureInput,
    mutation: trpc.capture.take.mutationOptions(),
    onDone: (view) => {
      kept.forget()
      keep(view)
      onClose()
      announce('Captured.')
      const newest = view.sources.find((found) => found.id === source.id)?.captures.at(-1)
      go({ source: source.id, capture: newest?.id ?? null })
    },
  })
  function submit() {
    form.submit({ incidentId: workspace.incident.id, sourceId: source.id, text: kept.text(), evenIfHeld })
  }
  const isFirst = source.captures.length === 0
  return (
    <Dialog isOpen onOpenChange={onClose} title={isFirst ? 'Paste its text' : 'Capture it again'} size="medium">
      <KeptForm
        unsaved={kept}
        form={form}
        fieldId={() => 'capture-text'}
        submitLabel="Capture"
        onSubmit={submit}
        onClose={onClose}
      >
        <PasteArea
          label="Text"
          description="Paste the whole page as it is now. Earlier captures and what is quoted from them stay as they are."
          id="capture-text"
          error={form.errorAt('text')}
          {...kept.field}
        />
        {form.fault?.refusal?.rule === 'capture.held' && (
          <Checkbox isSelected={evenIfHeld} onChange={setEvenIfHeld}>
            Keep it all the same: it shows that the text has not changed
          </Checkbox>
        )}
      </KeptForm>
    </Dialog>
  )
}
