'use client'

import { useEffect, useRef, useState } from 'react'
import { FileUp, ListPlus } from 'lucide-react'
import { ActionButton } from '@/components/action/action-button'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { SubmitForm } from '@/components/form/submit-form'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Progress } from '@/components/ui/progress'
import { announce } from '@/components/ui/status'
import { TextField } from '@/components/ui/text-field'
import { askUrlInput } from '@/domain/input/intake'
import { MOST_FETCHES } from '@/domain/intake'
import { z } from 'zod'
import { ListDialog } from './list-dialog'
import { upload } from './upload'
import { useTrayCache, type Tray } from './use-tray'

type TakeInProps = { incidentId: string; tray: Tray }

const ACCEPT = '.html,.htm,.txt,.md,.pdf,.png,.jpg,.jpeg,.webp'

/** How a source begins: an address, files dropped, chosen or pasted, or a list. */
export function TakeIn({ incidentId, tray }: TakeInProps) {
  const files = useUploads(incidentId)
  const [isList, setIsList] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const isOver = useFilesOfPage(files.take, tray.can.ask.allowed)
  return (
    <div
      role="group"
      aria-label="Take in a source"
      className={`flex flex-col gap-2 rounded border border-dashed p-3 ${isOver ? 'border-accent bg-accent-wash' : 'border-rule-strong'}`}
    >
      <AskUrl
        incidentId={incidentId}
        tray={tray}
        more={
          <>
            <ActionButton
              verdict={tray.can.ask}
              variant="quiet"
              icon={<FileUp aria-hidden />}
              onPress={() => {
                picker.current?.click()
              }}
            >
              Choose files
            </ActionButton>
            <ActionButton
              verdict={tray.can.ask}
              variant="quiet"
              icon={<ListPlus aria-hidden />}
              onPress={() => {
                setIsList(true)
              }}
            >
              A list
            </ActionButton>
          </>
        }
      />
      <p className="text-sm text-ink-muted">
        Or drop files here, or paste a picture: HTML, text, PDF, PNG, JPEG or WebP, 25 MB at most.
      </p>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept={ACCEPT}
        aria-label="Files to take in"
        onChange={(event) => {
          if (event.target.files !== null) files.take(event.target.files)
          event.target.value = ''
        }}
      />
      {files.going.map(({ key, name, share }) => (
        <Progress
          key={key}
          label={share === null ? `${name} is next` : `Sending ${name}`}
          value={Math.round((share ?? 0) * 100)}
        />
      ))}
      {isList && (
        <ListDialog
          incidentId={incidentId}
          onClose={() => {
            setIsList(false)
          }}
        />
      )}
    </div>
  )
}

const urlShape = z.object({ url: z.string() })
const NO_URL = { version: 0, draft: { url: '' } }

function AskUrl({ incidentId, tray, more }: TakeInProps & { more: React.ReactNode }) {
  const trpc = useTRPC()
  const keep = useTrayCache()
  const unsaved = useUnsaved({ of: `intake.url.${incidentId}`, label: 'The link to a page' }, urlShape, NO_URL)
  const form = useSubmit({
    schema: askUrlInput,
    mutation: trpc.intake.askUrl.mutationOptions(),
    onDone: (next) => {
      unsaved.forget()
      keep(next)
      announce('The page is being fetched.')
    },
  })
  const isNear = tray.fetches.own > MOST_FETCHES.person * 0.8
  return (
    <SubmitForm
      form={form}
      fieldId={(path) => `intake-${path}`}
      submitLabel="Fetch"
      tone="secondary"
      verdict={tray.can.ask}
      className="!gap-2"
      onSubmit={() => {
        form.submit({ incidentId, url: unsaved.draft.url })
      }}
      more={more}
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
        hint={isNear && `${tray.fetches.own} of ${MOST_FETCHES.person} pages in the last hour.`}
        error={form.errorAt('url')}
      />
    </SubmitForm>
  )
}

/**
 * Files that are dropped or pasted anywhere on the page, but in a dialog: a browser that is left alone with a dropped
 * file leaves the page for it. They are short cuts: the button does the same by keyboard.
 * @returns whether files are held over the page
 */
function useFilesOfPage(take: (files: FileList) => void, isAllowed: boolean): boolean {
  const [isOver, setIsOver] = useState(false)
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const takeFrom = (event: Event, data: DataTransfer | null) => {
      if (data === null || !data.types.includes('Files') || event.defaultPrevented) return
      event.preventDefault()
      const isElsewhere = event.target instanceof Element && event.target.closest('[role=dialog]') !== null
      if (isAllowed && !isElsewhere && data.files.length > 0) latest.current(data.files)
    }
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setIsOver(isAllowed)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false)
    }
    const drop = (event: DragEvent) => {
      setIsOver(false)
      takeFrom(event, event.dataTransfer)
    }
    const paste = (event: ClipboardEvent) => {
      takeFrom(event, event.clipboardData)
    }
    document.addEventListener('dragover', over)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
      document.removeEventListener('paste', paste)
    }
  }, [isAllowed])
  return isOver
}

/** `share` from 0 to 1; null while it waits for those before it. */
type Going = { key: number; name: string; share: number | null }
let nextKey = 1

/** Files on their way, each with its own progress; what fails is said, and the others go on. */
function useUploads(incidentId: string) {
  const keep = useTrayCache()
  const [going, setGoing] = useState<readonly Going[]>([])
  const send = async (file: File, { key, name }: Going): Promise<void> => {
    try {
      const onProgress = (share: number) => {
        setGoing((all) => all.map((one) => (one.key === key ? { ...one, share } : one)))
      }
      keep(await upload({ incidentId, file, onProgress }))
    } catch (error) {
      announce(`${name}: ${error instanceof Error ? error.message : 'This went wrong.'}`, 'failed')
    } finally {
      setGoing((all) => all.filter((one) => one.key !== key))
    }
  }
  const sendAll = async (files: readonly File[]): Promise<void> => {
    const sending = files.map((file) => ({
      file,
      going: { key: nextKey++, name: file.name || 'a picture', share: null },
    }))
    setGoing((all) => [...all, ...sending.map(({ going }) => going)])
    for (const { file, going } of sending) await send(file, going)
  }
  return {
    going,
    take: (files: FileList) => {
      void sendAll([...files])
    },
  }
}
