'use client'

import { useState } from 'react'
import { z } from 'zod'
import { LIMITS } from '@/domain/input/text'
import { REPLACEMENT_KINDS } from '@/domain/input/publication'
import type { Verdict } from '@/domain/verdict'
import { ActionButton } from '@/components/action/action-button'
import { useSummaryCommand } from '@/components/summary/use-summary-command'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Actions, Dialog } from '@/components/ui/dialog'
import { ErrorNotice } from '@/components/ui/error-notice'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'
import { useUnsaved } from '@/components/draft/use-unsaved'

type Kind = (typeof REPLACEMENT_KINDS)[number]

const KINDS: readonly { id: Kind; label: string; description: string }[] = [
  { id: 'correction', label: 'Correction', description: 'Something that was published was wrong.' },
  { id: 'update', label: 'Update', description: 'More is known than when it was published.' },
  { id: 'clarification', label: 'Clarification', description: 'Nothing was wrong, but it could be misread.' },
]

const shape = z.object({ kind: z.enum(REPLACEMENT_KINDS).nullable(), note: z.string() })
const NOTHING: { version: number; draft: z.infer<typeof shape> } = { version: 0, draft: { kind: null, note: '' } }

export type PublishDialogProps = {
  revisionId: string
  verdict: Verdict
  /** How many publications the incident has. */
  earlier: number
  onDone?: () => void
}

/** Publishing, with what it is and why from the second time on. */
export function PublishButton({ revisionId, verdict, earlier, onDone }: PublishDialogProps) {
  const trpc = useTRPC()
  const [isOpen, setIsOpen] = useState(false)
  const unsaved = useUnsaved({ of: `publication.${revisionId}`, label: 'A note for readers' }, shape, NOTHING)
  const { kind, note } = unsaved.draft
  const [isTried, setIsTried] = useState(false)
  const publish = useSummaryCommand(trpc.publication.publish.mutationOptions(), 'Published', () => {
    setIsOpen(false)
    unsaved.forget()
    onDone?.()
  })
  const isFirst = earlier === 0
  const isComplete = isFirst || (kind !== null && note.trim() !== '')
  return (
    <>
      <ActionButton
        verdict={verdict}
        variant="primary"
        onPress={() => {
          setIsOpen(true)
        }}
      >
        Publish…
      </ActionButton>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title={isFirst ? 'Publish the account' : `Publish version ${earlier + 1}`}
      >
        <form
          noValidate
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            setIsTried(true)
            if (!isComplete) {
              const wrong = kind === null ? 'input[type=radio]' : 'textarea'
              event.currentTarget.querySelector<HTMLElement>(wrong)?.focus()
              return
            }
            publish.run({ revisionId, correction: isFirst || kind === null ? null : { kind, note } })
          }}
        >
          <p>
            Exactly the page that was approved goes public. It gets an address that never changes, and it cannot be
            taken back, only corrected or retracted.
          </p>
          {!isFirst && (
            <>
              <RadioGroup
                label="What is it?"
                options={KINDS}
                value={kind}
                onChange={(picked) => {
                  unsaved.change({ kind: picked, note })
                }}
                isRequired
                error={isTried && kind === null ? 'Choose what it is.' : undefined}
              />
              <TextArea
                label="Note for readers"
                description="Stands on the page and in the list of corrections: what changed, and why."
                value={note}
                onChange={(typed) => {
                  unsaved.change({ kind, note: typed })
                }}
                maxLength={LIMITS.reason}
                isRequired
                error={
                  isTried && note.trim() === ''
                    ? 'Tell readers what changed, and why.'
                    : publish.fault?.fields['correction.note']
                }
              />
            </>
          )}
          {publish.fault !== null && (
            <ErrorNotice title={publish.problem ?? ''}>
              <Changes fields={publish.fault.fields} />
            </ErrorNotice>
          )}
          <Actions>
            <Button type="submit" variant="primary" isPending={publish.isPending}>
              {isFirst ? 'Publish' : `Publish version ${earlier + 1}`}
            </Button>
            <Button variant="quiet" onPress={() => setIsOpen(false)}>
              Cancel
            </Button>
          </Actions>
        </form>
      </Dialog>
    </>
  )
}

/** What is no longer as it was approved. */
function Changes({ fields }: { fields: Readonly<Record<string, string>> }) {
  const changes = Object.entries(fields).filter(([path]) => path.startsWith('changes.'))
  if (changes.length === 0) return null
  return (
    <>
      <p>Since the approval:</p>
      <ul className="list-disc ps-5">
        {changes.map(([path, text]) => (
          <li key={path}>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
}
