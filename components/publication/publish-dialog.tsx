'use client'

import { useState } from 'react'
import { z } from 'zod'
import { LIMITS } from '@/domain/input/text'
import { publishInput, REPLACEMENT_KINDS } from '@/domain/input/publication'
import type { Verdict } from '@/domain/verdict'
import { ActionButton } from '@/components/action/action-button'
import { KeptForm } from '@/components/draft/kept-form'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Dialog } from '@/components/ui/dialog'
import { RadioGroup } from '@/components/ui/radio-group'
import { announce } from '@/components/ui/status'
import { TextArea } from '@/components/ui/text-area'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'
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
export function PublishButton(props: PublishDialogProps) {
  const { verdict, earlier } = props
  const [isOpen, setIsOpen] = useState(false)
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
        title={earlier === 0 ? 'Publish the account' : `Publish version ${earlier + 1}`}
      >
        <PublishForm
          {...props}
          onClose={() => {
            setIsOpen(false)
          }}
        />
      </Dialog>
    </>
  )
}

function usePublish({ onDone, onClose }: PublishFormProps, forget: () => void) {
  const trpc = useTRPC()
  const { onSuccess, onFault } = useWorkspaceResult()
  const [changes, setChanges] = useState<readonly string[]>([])
  const form = useSubmit({
    schema: publishInput,
    mutation: trpc.publication.publish.mutationOptions(),
    onFault: (fault) => {
      onFault(fault)
      setChanges(Object.entries(fault.fields).flatMap(([path, text]) => (path.startsWith('changes.') ? [text] : [])))
    },
    onDone: (view) => {
      onClose()
      forget()
      onSuccess(view)
      announce('Published')
      onDone?.()
    },
  })
  return { form, changes: form.fault === null ? [] : changes }
}

type PublishFormProps = PublishDialogProps & { onClose: () => void }

const fieldId = (path: string) => `publish-${path}`

function PublishForm(props: PublishFormProps) {
  const { revisionId, earlier, onClose } = props
  const unsaved = useUnsaved({ of: `publication.${revisionId}`, label: 'A note for readers' }, shape, NOTHING)
  const { kind, note } = unsaved.draft
  const { form, changes } = usePublish(props, unsaved.forget)
  const isFirst = earlier === 0
  return (
    <KeptForm
      unsaved={unsaved}
      form={form}
      fieldId={fieldId}
      submitLabel={isFirst ? 'Publish' : `Publish version ${earlier + 1}`}
      onSubmit={() => {
        // The schema says at its field that a kind has to be chosen.
        form.submit({ revisionId, correction: isFirst ? null : { kind: kind as Kind, note } })
      }}
      onClose={onClose}
    >
      <Changes changes={changes} />
      <p>
        Exactly the page that was approved goes public. It gets an address that never changes, and it cannot be taken
        back, only corrected or retracted.
      </p>
      {!isFirst && (
        <>
          <RadioGroup
            id={fieldId('correction.kind')}
            label="What is it?"
            options={KINDS}
            value={kind}
            onChange={(picked) => {
              unsaved.change({ kind: picked, note })
            }}
            isRequired
            error={form.errorAt('correction.kind')}
          />
          <TextArea
            id={fieldId('correction.note')}
            label="Note for readers"
            description="Stands on the page and in the list of corrections: what changed, and why."
            value={note}
            onChange={(typed) => {
              unsaved.change({ kind, note: typed })
            }}
            maxLength={LIMITS.reason}
            isRequired
            error={form.errorAt('correction.note')}
          />
        </>
      )}
    </KeptForm>
  )
}

/** What is no longer as it was approved. */
function Changes({ changes }: { changes: readonly string[] }) {
  if (changes.length === 0) return null
  return (
    <div>
      <p>Since the approval:</p>
      <ul className="list-disc ps-5">
        {changes.map((text) => (
          <li key={text}>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
