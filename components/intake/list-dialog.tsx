'use client'

import { useRef, useState } from 'react'
import { useKeptText } from '@/components/draft/use-kept-text'
import { SubmitForm } from '@/components/form/submit-form'
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
  const area = useRef<HTMLTextAreaElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const [length, setLength] = useState(kept.start.length)
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
  const typed = (count: number) => {
    setLength(count)
    kept.change(area.current?.value ?? '')
  }
  const read = async (file: File): Promise<void> => {
    const text = await file.text()
    if (area.current === null) return
    area.current.value = text
    setName(file.name)
    typed(text.length)
  }
  return (
    <Dialog isOpen onOpenChange={onClose} title="Take in a list" size="medium">
      <SubmitForm
        form={form}
        fieldId={(path) => `list-${path}`}
        submitLabel="Take in the list"
        onSubmit={() => {
          form.submit({ incidentId, name, text: area.current?.value ?? '' })
        }}
        onCancel={onClose}
        cancelLabel="Close"
      >
        <PasteArea
          id="list-text"
          label="Addresses"
          description={`One a line, or a CSV whose first line names a column “url”. ${MOST_LINES.toLocaleString('en')} at most; ${MOST_FETCHES.person.toLocaleString('en')} pages an hour are yours. Each page becomes a source by itself, as it was read.`}
          area={area}
          defaultValue={kept.start}
          length={length}
          onInput={typed}
          error={form.errorAt('text')}
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
      </SubmitForm>
    </Dialog>
  )
}
