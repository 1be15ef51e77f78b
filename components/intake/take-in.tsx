'use client'

import { useRef } from 'react'
import { FileUp, ListPlus } from 'lucide-react'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { KeptForm } from '@/components/draft/kept-form'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { announce } from '@/components/ui/status'
import { TextField } from '@/components/ui/text-field'
import { askUrlInput } from '@/domain/input/intake'
import { MOST_FETCHES } from '@/domain/intake'
import { z } from 'zod'
import { useTrayCache } from './use-tray'

type TakeInProps = {
  incidentId: string
  /** Pages that one has asked for in the last hour. */
  fetches: number
  onFiles: (files: FileList) => void
  onList: () => void
  /** Something is being taken in. */
  onDone: () => void
}

const ACCEPT = '.html,.htm,.txt,.md,.pdf,.png,.jpg,.jpeg,.webp'

/** How a source comes by itself: an address, files, or a list. */
export function TakeIn(props: TakeInProps) {
  const { onFiles, onList, onDone } = props
  const picker = useRef<HTMLInputElement>(null)
  return (
    <div role="group" aria-label="Take it in" className="flex flex-col gap-2">
      <AskUrl {...props} />
      <div className="flex flex-wrap gap-2">
        <Button
          variant="quiet"
          icon={<FileUp aria-hidden />}
          onPress={() => {
            picker.current?.click()
          }}
        >
          Choose files
        </Button>
        <Button variant="quiet" icon={<ListPlus aria-hidden />} onPress={onList}>
          A list
        </Button>
      </div>
      <p className="text-sm text-ink-muted">
        Files: HTML, text, PDF, PNG, JPEG or WebP, 25 MB at most. They can be dropped, and pictures pasted, anywhere on
        the incident’s page.
      </p>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept={ACCEPT}
        aria-label="Files to take in"
        onChange={({ target }) => {
          if (target.files !== null && target.files.length > 0) {
            onFiles(target.files)
            onDone()
          }
          target.value = ''
        }}
      />
    </div>
  )
}

const urlShape = z.object({ url: z.string() })
const NO_URL = { version: 0, draft: { url: '' } }

function AskUrl({ incidentId, fetches, onDone }: TakeInProps) {
  const trpc = useTRPC()
  const keep = useTrayCache()
  const unsaved = useUnsaved({ of: `intake.url.${incidentId}`, label: 'The link to a page' }, urlShape, NO_URL)
  const form = useSubmit({
    schema: askUrlInput,
    mutation: trpc.intake.askUrl.mutationOptions(),
    onDone: (tray) => {
      unsaved.forget()
      keep(tray)
      announce('The page is being fetched.')
      onDone()
    },
  })
  const isNear = fetches > MOST_FETCHES.person * 0.8
  return (
    <KeptForm
      unsaved={unsaved}
      form={form}
      fieldId={(path) => `intake-${path}`}
      submitLabel="Fetch"
      tone="secondary"
      className="!gap-2"
      onSubmit={() => {
        form.submit({ incidentId, url: unsaved.draft.url })
      }}
    >
      <TextField
        id="intake-url"
        label="Link to a page"
        type="url"
        inputMode="url"
        placeholder="https://"
        value={unsaved.draft.url}
        onChange={(url) => {
          unsaved.change({ url })
        }}
        hint={isNear && `${fetches} of ${MOST_FETCHES.person} pages in the last hour.`}
        error={form.errorAt('url')}
      />
    </KeptForm>
  )
}
