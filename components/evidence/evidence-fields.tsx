'use client'

import { PartiesPicker } from '@/components/party/party-picker'
import { OriginChoice } from '@/components/origin/origin-fields'
import { TranslationFields } from '@/components/excerpt/translation-fields'
import { Disclosure } from '@/components/ui/disclosure'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { BACKGROUND, type EvidenceDraft } from './evidence-draft'
import type { FieldErrors } from './field-errors'
import type { Source, Workspace } from './view'

type EvidenceFieldsProps = {
  workspace: Workspace
  source: Source
  value: EvidenceDraft
  onChange: (draft: EvidenceDraft) => void
  errors: FieldErrors
  /** The id of the field at a path of `errors`. */
  fieldId: (path: string) => string
  /** What it bears on stays as it is; neither is it translated here. */
  isChange?: boolean
}

/** What a passage does: the claim it bears on, stance, origin, relays, translation. */
export function EvidenceFields(props: EvidenceFieldsProps) {
  const { workspace, source, value, onChange, errors, fieldId, isChange = false } = props
  const set = (part: Partial<EvidenceDraft>) => {
    onChange({ ...value, ...part })
  }
  return (
    <>
      {!isChange && (
        <Select
          id={fieldId('claimId')}
          label="Bears on"
          isRequired
          placeholder="Choose a claim…"
          value={value.bears}
          options={bearings(workspace)}
          onChange={(bears) => {
            set({ bears })
          }}
          error={errors.claimId}
        />
      )}
      {value.bears !== null && value.bears !== BACKGROUND && (
        <RadioGroup
          id={fieldId('stance')}
          label="Stance"
          isRequired
          orientation="horizontal"
          value={value.stance}
          options={[
            { id: 'supports', label: 'Supports the claim' },
            { id: 'disputes', label: 'Disputes it' },
          ]}
          onChange={(stance) => {
            set({ stance })
          }}
          error={errors.stance}
        />
      )}
      <OriginChoice
        workspace={workspace}
        source={source}
        value={value.origin}
        onChange={(origin) => {
          set({ origin })
        }}
        errors={errors}
        prefix="origin."
        fieldId={fieldId}
      />
      <PartiesPicker
        id={fieldId('relays')}
        label="Relays"
        description="Who passed it on, in order from the origin to this source: an agency that cites a ministry."
        value={value.relays}
        onChange={(relays) => {
          set({ relays })
        }}
        error={errors.relays ?? errors['relays.0']}
      />
      {!isChange && (
        <Disclosure summary="Translation" isOpen={needsTranslation(source) || value.translation.text !== ''}>
          <TranslationFields
            value={value.translation}
            onChange={(translation) => {
              set({ translation })
            }}
            errors={errors}
            prefix="translation."
            fieldId={fieldId}
          />
        </Disclosure>
      )}
    </>
  )
}

function needsTranslation(source: Source): boolean {
  return source.language !== null && !source.language.startsWith('en')
}

function bearings(workspace: Workspace) {
  const claims = workspace.questions.flatMap((question) =>
    question.claims
      .filter((claim) => claim.withdrawn === null)
      .map((claim) => ({ id: claim.id, label: claim.text, description: question.text })),
  )
  return [...claims, { id: BACKGROUND, label: 'Background', description: 'Cited, but not voted on' }]
}
