'use client'

import { useRef, useState } from 'react'
import { useKeptText } from '@/components/draft/use-kept-text'
import { KeptForm } from '@/components/draft/kept-form'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { PasteArea } from '@/components/capture/paste-area'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { announce } from '@/components/ui/status'
import { askListInput } from '@/domain/input/intake'
import { MOST_FETCHES, MOST_LINES } from '@/domain/intake'
import { useTrayCache } from './use-tray'

type ListDialogProps = { incidentId: string; onClose: () => void }

/** A list of addresses: pasted, or from a file. */
export function ListDialog({ incidentId, onClose }: ListDialogProps) {
  const trpc = useTRPC()
  const keep = useTrayCache()
  const kept = useKeptText({ of: `intake.list.${incidentId}`, label: 'A list of addresses' }, false)
  const picker = useRef<HTMLInputElement>(null)
  const [name, setName] = useState<string | null>(null)
  const form = useSubmit({
    schema: askListInput,
    mutation: trpc.intake.askList.mutationOptions(),
    onDone: (tray) => {
      kept.forget()
      keep(tray)
      onClose()
      announce('The list is being taken in. You can close this page meanwhile.')
    },
  })
  const read = async (file: File): Promise<void> => {
    kept.put(await file.text())
    setName(file.name)
  }
  return (
    <Dialog isOpen onOpenChange={onClose} title="Take in a list" size="medium">
      <KeptForm
        unsaved={kept}
        form={form}
        fieldId={(path) => `list-${path}`}
        submitLabel="Take in the list"
        onSubmit={() => {
          form.submit({ incidentId, name, text: kept.text() })
        }}
        onClose={onClose}
      >
        <PasteArea
          id="list-text"
          label="Addresses"
          description={`One a line, or a CSV whose first line names a column “url”. ${MOST_LINES.toLocaleString('en')} at most; ${MOST_FETCHES.person.toLocaleString('en')} pages an hour are yours. Each page becomes a source by itself, as it was read.`}
          error={form.errorAt('text')}
          {...kept.field}
        />
        <div>
          <Button
            size="small"
            onPress={() => {
              picker.current?.click()
            }}
          >
            Choose a file
          </Button>
          <input
            ref={picker}
            type="file"
            hidden
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            aria-label="A file with a list"
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file !== undefined) void read(file)
              event.target.value = ''
            }}
          />
        </div>
      </KeptForm>
    </Dialog>
  )
}
