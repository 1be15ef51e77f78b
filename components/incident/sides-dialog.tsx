'use client'

import { useState } from 'react'
import { Plus } from 'lucide-react'
import { FormFault } from '@/components/form/form-fault'
import { useSeenVersion } from '@/components/form/use-seen-version'
import { useSubmit } from '@/components/form/use-submit'
import { PartiesPicker } from '@/components/party/party-picker'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Actions, Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'
import type { IncidentHead, Workspace } from '@/components/workspace/view'
import { setSidesInput } from '@/domain/input/incident'
import { LIMITS } from '@/domain/input/text'
import { ConflictTable } from './conflict-table'

type Props = { workspace: Workspace; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

type SideDraft = { key: number; id: string | null; name: string; parties: { id: string; name: string }[] }

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
  const versionFor = useSeenVersion(incident.version)
  const [sides, setSides] = useState(() => draftOf(incident))
  const form = useSubmit({
    schema: setSidesInput,
    mutation: trpc.incident.setSides.mutationOptions(),
    onFault,
    onDone: (view) => {
      onSuccess(view)
      onOpenChange(false)
    },
  })
  const change = (key: number, part: Partial<SideDraft>) => {
    setSides((before) => before.map((side) => (side.key === key ? { ...side, ...part } : side)))
  }
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        form.submit({
          id: incident.id,
          version: versionFor(form.fault),
          sides: sides.map(({ id, name, parties }) => ({ id, name, partyIds: parties.map((party) => party.id) })),
        })
      }}
    >
      <p className="text-sm text-ink-muted">
        A party that belongs to a side is interested. What parties of one side say counts as one origin, so a change
        here can make findings stale.
      </p>
      <FormFault fault={form.fault} attempt={form.attempt} fieldId={(path) => `side-${path}`} />
      {form.fault?.kind === 'conflict' && (
        <ConflictTable typed={{ Sides: wordsOf(sides) }} current={{ Sides: wordsOf(draftOf(incident)) }} />
      )}
      {sides.map((side, index) => (
        <fieldset key={side.key} className="flex flex-col gap-2 border-t border-rule pt-3">
          <legend className="sr-only">Side {index + 1}</legend>
          <TextField
            id={`side-sides.${index}.name`}
            label="Name of the side"
            value={side.name}
            onChange={(name) => {
              change(side.key, { name })
            }}
            maxLength={LIMITS.name}
            error={form.errorAt(`sides.${index}.name`)}
          />
          <PartiesPicker
            label="Its parties"
            value={side.parties}
            onChange={(parties) => {
              change(side.key, { parties: parties.map(({ id, name }) => ({ id, name })) })
            }}
            error={form.errorAt(`sides.${index}.partyIds`)}
          />
          <div>
            <Button
              size="small"
              variant="quiet"
              onPress={() => {
                setSides((before) => before.filter((one) => one.key !== side.key))
              }}
            >
              Remove this side
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          size="small"
          icon={<Plus aria-hidden />}
          onPress={() => {
            setSides((before) => [
              ...before,
              { key: Math.max(-1, ...before.map((side) => side.key)) + 1, id: null, name: '', parties: [] },
            ])
          }}
        >
          Add a side
        </Button>
      </div>
      <Actions>
        <Button type="submit" variant="primary" isPending={form.isPending}>
          Save
        </Button>
        <Button
          variant="quiet"
          onPress={() => {
            onOpenChange(false)
          }}
        >
          Cancel
        </Button>
      </Actions>
    </form>
  )
}

function wordsOf(sides: readonly SideDraft[]): string {
  return sides.map((side) => `${side.name}: ${side.parties.map((party) => party.name).join(', ')}`).join('; ')
}
