'use client'

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchText } from '@/components/form/use-search-text'
import { useTRPC } from '@/components/trpc'
import { ComboBox } from '@/components/ui/combo-box'
import { Dialog } from '@/components/ui/dialog'
import type { FieldProps } from '@/components/ui/field'
import { TagList } from '@/components/ui/tag-list'
import type { PartyKind } from '@/domain/words'
import { PartyForm, type PartyView } from './party-form'
import { PARTY_KIND_LABEL } from './words'

export type PickedParty = { id: string; name: string; kind?: PartyKind | undefined }

type Common = FieldProps & {
  /** Only these kinds are offered; a new one starts as the first of them. */
  kinds?: readonly PartyKind[] | undefined
  /** False where the person may not make one. */
  canCreate?: boolean
  placeholder?: string
}

type PartyPickerProps = Common & { value: PickedParty | null; onChange: (party: PickedParty | null) => void }

const toOption = (party: PartyView) => ({
  id: party.id,
  label: party.name,
  description: [PARTY_KIND_LABEL[party.kind], ...party.aliases.map((alias) => alias.name)].slice(0, 4).join(' · '),
})

/** One party, searched by any of its names as one types, or made on the spot. */
export function PartyPicker({ value, onChange, kinds, canCreate = true, ...field }: PartyPickerProps) {
  const search = usePartySearch(kinds)
  const [creating, setCreating] = useState<string | null>(null)
  const options = search.parties.map(toOption)
  if (value !== null && !options.some((option) => option.id === value.id))
    options.unshift({ id: value.id, label: value.name, description: value.kind ? PARTY_KIND_LABEL[value.kind] : '' })
  return (
    <div>
      <ComboBox
        {...field}
        onBegin={search.begin}
        options={options}
        value={value?.id ?? null}
        onChange={(id) => {
          onChange(id === null ? null : search.pick(id, value))
        }}
        onSearch={search.look}
        {...search.state}
        emptyText="No party has such a name."
        {...(canCreate && { onCreate: setCreating, createLabel: (text: string) => `New party “${text}”…` })}
      />
      <NewParty
        name={creating}
        kind={kinds?.[0]}
        onClose={() => {
          setCreating(null)
        }}
        onCreated={(party) => {
          search.remember(party)
          onChange(party)
        }}
      />
    </div>
  )
}

type PartiesPickerProps = Common & { value: readonly PickedParty[]; onChange: (parties: PickedParty[]) => void }

/** Several parties, in the order picked. */
export function PartiesPicker({ value, onChange, kinds, canCreate = true, ...field }: PartiesPickerProps) {
  const search = usePartySearch(kinds)
  const [creating, setCreating] = useState<string | null>(null)
  const options = search.parties.filter((party) => !value.some((picked) => picked.id === party.id)).map(toOption)
  return (
    <div className="flex flex-col gap-1.5">
      <ComboBox
        {...field}
        onBegin={search.begin}
        options={options}
        value={null}
        isCleared
        listed={value.length}
        onChange={(id) => {
          const picked = id === null ? null : search.pick(id, null)
          if (picked !== null && !value.some((party) => party.id === picked.id)) onChange([...value, picked])
        }}
        onSearch={search.look}
        {...search.state}
        emptyText="No other party has such a name."
        {...(canCreate && { onCreate: setCreating, createLabel: (text: string) => `New party “${text}”…` })}
      />
      <TagList
        label={`${field.label}: picked`}
        isLabelHidden
        items={value.map((party) => ({ id: party.id, label: party.name }))}
        onRemove={(id) => {
          onChange(value.filter((party) => party.id !== id))
        }}
      />
      <NewParty
        name={creating}
        kind={kinds?.[0]}
        onClose={() => {
          setCreating(null)
        }}
        onCreated={(party) => {
          search.remember(party)
          search.look('')
          if (!value.some((picked) => picked.id === party.id)) onChange([...value, party])
        }}
      />
    </div>
  )
}

function usePartySearch(kinds: readonly PartyKind[] | undefined) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const { text, isBegun, begin, look, state } = useSearchText()
  const input = { text, limit: 20, ...(kinds && { kinds: [...kinds] }) }
  const found = useQuery(trpc.party.search.queryOptions(input, { enabled: isBegun, placeholderData: keepPreviousData }))
  const parties = found.data?.parties ?? []
  return {
    parties,
    state: state(found),
    begin,
    look,
    pick: (id: string, current: PickedParty | null): PickedParty | null => {
      if (current?.id === id) return current
      const party = parties.find((one) => one.id === id)
      return party === undefined ? null : { id: party.id, name: party.name, kind: party.kind }
    },
    remember: (party: PartyView) => {
      client.setQueryData(trpc.party.get.queryKey({ id: party.id }), party)
      void client.invalidateQueries({ queryKey: trpc.party.search.queryKey() })
    },
  }
}

type NewPartyProps = {
  /** What was typed into the box, which keeps it when this is given up; null is closed. */
  name: string | null
  kind: PartyKind | undefined
  onClose: () => void
  onCreated: (party: PartyView) => void
}

function NewParty({ name, kind, onClose, onCreated }: NewPartyProps) {
  return (
    <Dialog
      isOpen={name !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title="New party"
    >
      <PartyForm
        initialName={name ?? ''}
        initialKind={kind}
        onCancel={onClose}
        onDone={(party) => {
          onCreated(party)
          onClose()
        }}
      />
    </Dialog>
  )
}
