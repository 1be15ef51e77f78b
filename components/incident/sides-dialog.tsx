'use client'

import { Plus } from 'lucide-react'
import { z } from 'zod'
import { useSubmit } from '@/components/form/use-submit'
import { PartiesPicker } from '@/components/party/party-picker'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import { UnsavedForm } from '@/components/draft/unsaved-form'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'
import type { IncidentHead, Workspace } from '@/components/workspace/view'
import { setSidesInput } from '@/domain/input/incident'
import { LIMITS } from '@/domain/input/text'

type Props = { workspace: Workspace; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

const sidesDraft = z.array(
  z.object({
    key: z.number(),
    id: z.string().nullable(),
    name: z.string(),
    parties: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
)
type SideDraft = z.infer<typeof sidesDraft>[number]

function draftOf(incident: IncidentHead): SideDraft[] {
  return incident.sides.map((side, index) => ({
    key: index,
    id: side.id,
    name: side.name,
    parties: side.parties.map(({ id, name }) => ({ id, name })),
  }))
}

/** The camps of an incident. Parties of one side count as one origin. */
export function SidesDialog(props: Props) {
  return (
    <Dialog isOpen={props.isOpen} onOpenChange={props.onOpenChange} title="Sides" size="medium">
      <SidesForm {...props} />
    </Dialog>
  )
}

function SidesForm({ workspace: { incident }, onOpenChange }: Props) {
  const trpc = useTRPC()
  const { onSuccess, onFault } = useWorkspaceResult()
  const { id, version } = incident
  const name = { of: `sides.${id}`, label: 'The sides of an incident' }
  const unsaved = useUnsaved(name, sidesDraft, { version, draft: draftOf(incident) })
  const sides = unsaved.draft
  const form = useSubmit({
    schema: setSidesInput,
    mutation: trpc.incident.setSides.mutationOptions(),
    onFault,
    onDone: (view) => {
      unsaved.forget()
      onSuccess(view)
      onOpenChange(false)
    },
  })
  return (
    <UnsavedForm
      unsaved={unsaved}
      form={form}
      words={wordsOf}
      fieldId={(path) => `side-${path}`}
      onSubmit={(base) => {
        const asTaken = sides.map((side) => ({
          id: side.id,
          name: side.name,
          partyIds: side.parties.map((party) => party.id),
        }))
        form.submit({ id, version: base, sides: asTaken })
      }}
      onClose={() => {
        onOpenChange(false)
      }}
    >
      <p className="text-sm text-ink-muted">
        A party that belongs to a side is interested. What parties of one side say counts as one origin, so a change
        here can make findings stale.
      </p>
      {sides.map((side, index) => (
        <SideFields
          key={side.key}
          side={side}
          index={index}
          errorAt={form.errorAt}
          onChange={(part) => {
            unsaved.change(sides.map((one) => (one.key === side.key ? { ...one, ...part } : one)))
          }}
          onRemove={() => {
            unsaved.change(sides.filter((one) => one.key !== side.key))
          }}
        />
      ))}
      <div>
        <Button
          size="small"
          icon={<Plus aria-hidden />}
          onPress={() => {
            const key = Math.max(-1, ...sides.map((side) => side.key)) + 1
            unsaved.change([...sides, { key, id: null, name: '', parties: [] }])
          }}
        >
          Add a side
        </Button>
      </div>
    </UnsavedForm>
  )
}

type SideFieldsProps = {
  side: SideDraft
  index: number
  errorAt: (path: string) => string | undefined
  onChange: (part: Partial<SideDraft>) => void
  onRemove: () => void
}

function SideFields({ side, index, errorAt, onChange, onRemove }: SideFieldsProps) {
  return (
    <fieldset className="flex flex-col gap-2 border-t border-rule pt-3">
      <legend className="sr-only">Side {index + 1}</legend>
      <TextField
        id={`side-sides.${index}.name`}
        label="Name of the side"
        value={side.name}
        onChange={(name) => {
          onChange({ name })
        }}
        maxLength={LIMITS.name}
        error={errorAt(`sides.${index}.name`)}
      />
      <PartiesPicker
        id={`side-sides.${index}.partyIds`}
        label="Its parties"
        value={side.parties}
        onChange={(parties) => {
          onChange({ parties: parties.map(({ id, name }) => ({ id, name })) })
        }}
        error={errorAt(`sides.${index}.partyIds`)}
      />
      <div>
        <Button size="small" variant="quiet" onPress={onRemove}>
          Remove this side
        </Button>
      </div>
    </fieldset>
  )
}

function wordsOf(sides: readonly SideDraft[]) {
  const one = ({ name, parties }: SideDraft) => `${name}: ${parties.map((party) => party.name).join(', ')}`
  return { Sides: sides.map(one).join('; ') }
}
