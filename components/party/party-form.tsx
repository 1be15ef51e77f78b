'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { z } from 'zod'
import { UnsavedForm } from '@/components/draft/unsaved-form'
import { useDebounced } from '@/components/form/use-debounced'
import { useRecordForm, type RecordFormProps } from '@/components/merge/use-record-form'
import { LikeList } from '@/components/merge/like-list'
import { WhereUsed } from '@/components/merge/where-used'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { changePartyInput, createPartyInput } from '@/domain/input/party'
import { LIMITS } from '@/domain/input/text'
import { PARTY_KINDS, type PartyKind } from '@/domain/words'
import { PARTY_KIND_LABEL, PARTY_KIND_OPTIONS } from './words'

export type PartyView = RouterOutputs['party']['get']

const shape = z.object({
  kind: z.enum(PARTY_KINDS).nullable(),
  name: z.string(),
  note: z.string(),
  aliases: z.array(z.object({ name: z.string(), language: z.string() })),
})
type Fields = z.infer<typeof shape>

type PartyFormProps = RecordFormProps<PartyView> & {
  /** The party to change; a new one without it. */
  party?: PartyView
  initialName?: string
  initialKind?: PartyKind | undefined
}

type Beginning = Pick<PartyFormProps, 'party' | 'initialName' | 'initialKind'>

function fieldsOf({ party, initialName, initialKind }: Beginning): Fields {
  if (party === undefined) return { kind: initialKind ?? null, name: initialName ?? '', note: '', aliases: [] }
  const aliases = party.aliases.map((alias) => ({ name: alias.name, language: alias.language ?? '' }))
  return { kind: party.kind, name: party.name, note: party.note, aliases }
}

/** A new one is another draft for each name it was begun with in a picker. */
function nameOf({ party, initialName = '', initialKind }: Beginning) {
  if (party !== undefined) return { of: `party.${party.id}`, label: 'A party' }
  return { of: `party.new.${initialKind ?? ''}.${initialName}`, label: 'A new party' }
}

function wordsOf({ name, kind, note, aliases }: Fields) {
  const others = aliases.map((alias) => (alias.language === '' ? alias.name : `${alias.name} (${alias.language})`))
  return {
    Name: name,
    Kind: kind === null ? '' : PARTY_KIND_LABEL[kind],
    Note: note,
    'Other names': others.join(' · '),
  }
}

/** A party, new or changed. It can stand in a dialog over another form. */
export function PartyForm(props: PartyFormProps) {
  const { party, onCancel } = props
  const trpc = useTRPC()
  const { fields, set, field, use, unsaved, ...rest } = useRecordForm({
    ...props,
    record: party,
    name: nameOf(props),
    shape,
    fieldsOf: (record) => fieldsOf(record === undefined ? props : { party: record }),
    inputOf: (typed) => ({ ...typed, kind: typed.kind as PartyKind }),
    create: { schema: createPartyInput, mutation: trpc.party.create.mutationOptions() },
    change: { schema: changePartyInput, mutation: trpc.party.change.mutationOptions() },
  })
  return (
    <UnsavedForm
      {...rest}
      unsaved={unsaved}
      words={wordsOf}
      submitLabel={party === undefined ? 'Create party' : 'Save'}
      onClose={onCancel}
    >
      <TextField
        label="Name"
        isRequired
        autoFocus={party === undefined && fields.name === ''}
        value={fields.name}
        onChange={(name) => {
          set({ name })
        }}
        maxLength={LIMITS.name}
        {...field('name')}
      />
      {party === undefined && <AlikeParties name={fields.name} onUse={use} />}
      <Select
        label="Kind"
        isRequired
        options={PARTY_KIND_OPTIONS}
        value={fields.kind}
        onChange={(kind) => {
          set({ kind })
        }}
        {...field('kind')}
      />
      <TextArea
        label="Note"
        description="What a reader should know of it, in a sentence."
        rows={2}
        value={fields.note}
        onChange={(note) => {
          set({ note })
        }}
        maxLength={LIMITS.line}
        {...field('note')}
      />
      <Aliases
        aliases={fields.aliases}
        onChange={(aliases) => {
          set({ aliases })
        }}
        field={field}
      />
      {party !== undefined && <UsesOf id={party.id} />}
    </UnsavedForm>
  )
}

function AlikeParties({ name, onUse }: { name: string; onUse: (party: PartyView) => void }) {
  const trpc = useTRPC()
  const typed = useDebounced(name.trim())
  const input = { names: [typed.slice(0, LIMITS.name)] }
  const { data } = useQuery(
    trpc.party.alike.queryOptions(input, { enabled: typed.length > 1, placeholderData: keepPreviousData }),
  )
  const found = typed.length > 1 ? (data ?? []) : []
  return (
    <LikeList
      noun="party"
      records={found.map(({ party, because }) => ({ ...party, about: PARTY_KIND_LABEL[party.kind], because }))}
      onUse={(id) => {
        const party = found.find((one) => one.party.id === id)?.party
        if (party !== undefined) onUse(party)
      }}
    />
  )
}

function UsesOf({ id }: { id: string }) {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.party.uses.queryOptions({ id }, { staleTime: 0 }))
  return <WhereUsed uses={data} />
}

type AliasesProps = {
  aliases: Fields['aliases']
  onChange: (aliases: Fields['aliases']) => void
  field: (path: string) => { id: string; error: string | undefined }
}

function Aliases({ aliases, onChange, field }: AliasesProps) {
  const replace = (index: number, change: Partial<Fields['aliases'][number]>) => {
    onChange(aliases.map((alias, at) => (at === index ? { ...alias, ...change } : alias)))
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1 text-sm font-medium">Other names, in any script</legend>
      {aliases.map((alias, index) => (
        <div key={index} className="flex items-start gap-2">
          <TextField
            label={`Other name ${index + 1}`}
            className="flex-1"
            value={alias.name}
            onChange={(name) => {
              replace(index, { name })
            }}
            {...field(`aliases.${index}.name`)}
          />
          <TextField
            label="Language"
            className="w-32"
            placeholder="uk, ru-Latn"
            value={alias.language}
            onChange={(language) => {
              replace(index, { language })
            }}
            {...field(`aliases.${index}.language`)}
          />
          <Button
            variant="quiet"
            className="mt-5.5"
            aria-label={`Remove other name ${index + 1}`}
            icon={<X aria-hidden />}
            onPress={() => {
              onChange(aliases.filter((_, at) => at !== index))
            }}
          >
            <span className="sr-only">Remove</span>
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="small"
          icon={<Plus aria-hidden />}
          onPress={() => {
            onChange([...aliases, { name: '', language: '' }])
          }}
        >
          Add another name
        </Button>
      </div>
    </fieldset>
  )
}
