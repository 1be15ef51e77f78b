'use client'

import { useState } from 'react'
import type { FieldErrors } from '@/components/evidence/field-errors'
import { PartyPicker } from '@/components/party/party-picker'
import { Checkbox } from '@/components/ui/checkbox'
import { ComboBox } from '@/components/ui/combo-box'
import { Disclosure } from '@/components/ui/disclosure'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { LIMITS } from '@/domain/input/text'
import { MEDIUMS } from '@/domain/words'
import type { SourceDraft } from './source-draft'
import { WhenField } from './when-field'
import { languageOptions, MEDIUM_LABEL } from './words'

type SourceFieldsProps = {
  value: SourceDraft
  onChange: (part: Partial<SourceDraft>) => void
  errors: FieldErrors
  idPrefix: string
  /** Under the address: what the desk already has there. */
  urlHint?: React.ReactNode
  /** Under a field: where what stands in it was read. */
  readFrom?: Partial<Record<'title' | 'byline' | 'outlet' | 'language' | 'published', string>>
  /** Under the outlet: what else can be done about it. */
  underOutlet?: React.ReactNode
}

const MEDIUM_OPTIONS = MEDIUMS.map((id) => ({ id, label: MEDIUM_LABEL[id] }))

/** What is known of a source; any of it may stay empty, which is "not known". */
export function SourceFields(props: SourceFieldsProps) {
  const { value, onChange, errors, idPrefix, urlHint, underOutlet, readFrom = {} } = props
  const isOwn = value.kind === 'own_work'
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Title"
          description={readFrom.title}
          id={`${idPrefix}title`}
          value={value.title}
          maxLength={LIMITS.title}
          onChange={(title) => {
            onChange({ title })
          }}
          error={errors.title}
          className="sm:col-span-2"
        />
        {!isOwn && (
          <div className="flex min-w-0 flex-col gap-2">
            <PartyPicker
              id={`${idPrefix}outletId`}
              label="Outlet"
              description={readFrom.outlet}
              kinds={['outlet', 'agency']}
              placeholder="Not known"
              value={value.outlet}
              onChange={(outlet) => {
                onChange({ outlet })
              }}
              error={errors.outletId}
            />
            {underOutlet}
          </div>
        )}
        <Select
          id={`${idPrefix}medium`}
          label="Medium"
          value={value.medium}
          options={MEDIUM_OPTIONS}
          onChange={(medium) => {
            onChange({ medium })
          }}
          error={errors.medium}
        />
        <WhenField
          label={isOwn ? 'Done' : 'Published'}
          description={readFrom.published}
          id={`${idPrefix}published`}
          value={value.published}
          onChange={(published) => {
            onChange({ published })
          }}
          error={errors.published}
        />
        <LanguageField {...props} />
        {!isOwn && (
          <TextField
            label="Address"
            type="url"
            inputMode="url"
            id={`${idPrefix}url`}
            placeholder="https://"
            value={value.url}
            onChange={(url) => {
              onChange({ url })
            }}
            hint={urlHint}
            error={errors.url}
            className="sm:col-span-2"
          />
        )}
      </div>
      <MoreFields {...props} />
      <Confidential {...props} />
    </>
  )
}

function LanguageField({ value, onChange, errors, idPrefix, readFrom = {} }: SourceFieldsProps) {
  return (
    <ComboBox
      id={`${idPrefix}language`}
      label="Language"
      description={readFrom.language}
      placeholder="Not known"
      options={languageOptions(value.language)}
      value={value.language === '' ? null : value.language}
      onChange={(language) => {
        onChange({ language: language ?? '' })
      }}
      onCreate={(language) => {
        onChange({ language })
      }}
      createLabel={(tag) => `Language tag “${tag}”`}
      error={errors.language}
    />
  )
}

function MoreFields({ value, onChange, errors, idPrefix, readFrom = {} }: SourceFieldsProps) {
  const isUsed = value.byline !== '' || value.archiveUrl !== '' || 'byline' in errors || 'archiveUrl' in errors
  // Once open it stays so: emptied, or its error answered, the field would close under whoever is in it.
  const [isOpen, setIsOpen] = useState(isUsed)
  if (isUsed && !isOpen) setIsOpen(true)
  if (value.kind === 'own_work') return null
  return (
    <Disclosure summary="Byline and archived copy" isOpen={isOpen}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Byline"
          description={readFrom.byline}
          id={`${idPrefix}byline`}
          value={value.byline}
          maxLength={LIMITS.name}
          onChange={(byline) => {
            onChange({ byline })
          }}
          error={errors.byline}
        />
        <TextField
          label="Archived copy"
          type="url"
          id={`${idPrefix}archiveUrl`}
          placeholder="https://"
          value={value.archiveUrl}
          onChange={(archiveUrl) => {
            onChange({ archiveUrl })
          }}
          error={errors.archiveUrl}
        />
      </div>
    </Disclosure>
  )
}

function Confidential({ value, onChange, errors, idPrefix }: SourceFieldsProps) {
  return (
    <div className="flex flex-col gap-3">
      <Checkbox
        isSelected={value.isConfidential}
        onChange={(isConfidential) => {
          onChange({ isConfidential })
        }}
        description="Naming it would harm someone. Readers get your description and nothing else: no outlet, address, quotation or hash."
      >
        Confidential
      </Checkbox>
      {value.isConfidential && (
        <TextArea
          label="What readers are told instead"
          id={`${idPrefix}publicDescription`}
          isRequired
          rows={2}
          placeholder="A resident of the district, whose name is known to us"
          value={value.publicDescription}
          maxLength={LIMITS.line}
          onChange={(publicDescription) => {
            onChange({ publicDescription })
          }}
          error={errors.publicDescription}
        />
      )}
    </div>
  )
}
