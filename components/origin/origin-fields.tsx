'use client'

import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { nameOfSource, type Source, type Workspace } from '@/components/evidence/view'
import type { FieldErrors } from '@/components/evidence/field-errors'
import { Button } from '@/components/ui/button'
import { PartyPicker } from '@/components/party/party-picker'
import { WhenField } from '@/components/source/when-field'
import { LIMITS } from '@/domain/input/text'
import { MODE_WORD, ownReporting, type OriginDraft } from './origin-draft'

type OriginFactsProps = {
  workspace: Workspace
  value: OriginDraft
  onChange: (draft: OriginDraft) => void
  errors: FieldErrors
  /** Before each field's name in `errors`: `origin.` where it is part of something. */
  prefix: string
  /** The id of the field at a path of `errors`. */
  fieldId: (path: string) => string
}

/** Party, channel, mode, date and first source of an origin. */
export function OriginFacts({ workspace, value, onChange, errors, prefix, fieldId }: OriginFactsProps) {
  const set = (part: Partial<OriginDraft>) => {
    onChange({ ...value, ...part })
  }
  return (
    <div className="flex flex-col gap-3">
      <PartyPicker
        id={fieldId(`${prefix}partyId`)}
        label="Whose word is it?"
        description="The party that saw or said it, not the outlet that passed it on."
        value={value.party}
        onChange={(party) => {
          set({ party })
        }}
        error={errors[`${prefix}partyId`]}
      />
      <TextField
        id={fieldId(`${prefix}channel`)}
        label="How it came out"
        isRequired
        placeholder="video on the group’s channel"
        value={value.channel}
        maxLength={LIMITS.line}
        onChange={(channel) => {
          set({ channel })
        }}
        error={errors[`${prefix}channel`]}
      />
      <RadioGroup
        id={fieldId(`${prefix}mode`)}
        label="Observed or asserted?"
        isRequired
        orientation="horizontal"
        value={value.mode}
        options={[
          { id: 'observed', label: MODE_WORD.observed },
          { id: 'asserted', label: MODE_WORD.asserted },
        ]}
        onChange={(mode) => {
          set({ mode })
        }}
        error={errors[`${prefix}mode`]}
      />
      <WhenField
        id={fieldId(`${prefix}dated`)}
        label="When it came out"
        value={value.dated}
        onChange={(dated) => {
          set({ dated })
        }}
        error={errors[`${prefix}dated`]}
      />
      <Select
        label="Carried first by"
        value={value.firstSourceId ?? 'unknown'}
        options={[
          { id: 'unknown', label: 'Not known' },
          ...workspace.sources.map((source) => ({ id: source.id, label: nameOfSource(source) })),
        ]}
        onChange={(id) => {
          set({ firstSourceId: id === 'unknown' ? null : id })
        }}
        error={errors[`${prefix}firstSourceId`]}
      />
    </div>
  )
}

/** One of the origins already named, a new one, or unknown. */
export function OriginChoice(props: OriginFactsProps & { source: Source }) {
  const { workspace, value, onChange, errors, prefix, source } = props
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <Select
        label="Origin: where does this information first come from?"
        value={value.choice}
        options={[
          { id: 'unknown', label: 'Not known', description: 'Counts for no independent origin' },
          ...workspace.origins.map((origin) => ({
            id: origin.id,
            label: origin.label,
            description: [origin.mode, origin.datedWords].filter(Boolean).join(', '),
          })),
          { id: 'new', label: 'Another one…' },
        ]}
        onChange={(choice) => {
          onChange({ ...value, choice })
        }}
        error={errors[`${prefix}id`]}
      />
      {value.choice === 'new' && (
        <div className="flex flex-col gap-3 border-s-2 border-rule ps-3">
          {value.channel === '' && (
            <Button
              size="small"
              className="self-start"
              onPress={() => {
                onChange(ownReporting(source))
              }}
            >
              {source.kind === 'own_work' ? 'It is our own work' : 'It is the article’s own reporting'}
            </Button>
          )}
          <OriginFacts {...props} />
        </div>
      )}
    </fieldset>
  )
}
