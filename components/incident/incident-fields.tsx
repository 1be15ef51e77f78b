'use client'

import { PartiesPicker } from '@/components/party/party-picker'
import { PlacePicker } from '@/components/place/place-picker'
import { WhenField } from '@/components/source/when-field'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { LIMITS } from '@/domain/input/text'
import { INCIDENT_TYPES } from '@/domain/words'
import { TagsField } from './tags-field'
import type { IncidentDraft } from './use-incident-draft'
import { INCIDENT_TYPE_LABEL } from './words'

export type IncidentFieldsProps = {
  draft: IncidentDraft
  onChange: (part: Partial<IncidentDraft>) => void
  errorAt: (path: string) => string | undefined
}

/** What one incident is: for beginning one and for changing one. Ids of fields are the paths of their errors. */
export function IncidentFields({ draft, onChange, errorAt }: IncidentFieldsProps) {
  return (
    <>
      <TextField
        id="title"
        label="Title"
        isRequired
        value={draft.title}
        onChange={(title) => {
          onChange({ title })
        }}
        maxLength={LIMITS.title}
        error={errorAt('title')}
        description="As the team calls it. It becomes the headline and, at first, the address of the account."
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          id="type"
          label="Kind"
          isRequired
          options={INCIDENT_TYPES.map((type) => ({ id: type, label: INCIDENT_TYPE_LABEL[type] }))}
          value={draft.type}
          onChange={(type) => {
            onChange({ type })
          }}
          error={errorAt('type')}
        />
        <WhenField
          id="occurred"
          label="When it happened"
          value={draft.occurred}
          onChange={(occurred) => {
            onChange({ occurred })
          }}
          error={errorAt('occurred')}
        />
      </div>
      <PlacePicker
        id="placeId"
        label="Where"
        value={draft.place}
        onChange={(place) => {
          onChange({ place })
        }}
        error={errorAt('placeId')}
        description="Search by any of its names, or add one."
      />
      <PartiesPicker
        id="partyIds"
        label="Parties"
        value={draft.parties}
        onChange={(parties) => {
          onChange({ parties: parties.map(({ id, name }) => ({ id, name })) })
        }}
        error={errorAt('partyIds')}
        description="Who is involved: people, armed groups, state bodies."
      />
      <TagsField tags={draft.tags} typed={draft.typedTag} onChange={onChange} error={errorAt('tags')} />
    </>
  )
}
