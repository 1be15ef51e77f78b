'use client'

import type { FieldErrors } from '@/components/evidence/field-errors'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { LIMITS } from '@/domain/input/text'
import type { TranslationMethod } from '@/domain/words'

export type TranslationDraft = { text: string; language: string; method: TranslationMethod; translator: string }

export const EMPTY_TRANSLATION: TranslationDraft = { text: '', language: 'en', method: 'desk', translator: '' }

/** Null where nothing was written. */
export function translationOf(draft: TranslationDraft) {
  if (draft.text.trim() === '') return null
  return { ...draft, translator: draft.method === 'desk' ? null : draft.translator }
}

type TranslationFieldsProps = {
  value: TranslationDraft
  onChange: (draft: TranslationDraft) => void
  errors: FieldErrors
  prefix: string
}

export function TranslationFields({ value, onChange, errors, prefix }: TranslationFieldsProps) {
  const set = (part: Partial<TranslationDraft>) => {
    onChange({ ...value, ...part })
  }
  return (
    <div className="flex flex-col gap-3">
      <TextArea
        label="Translation"
        value={value.text}
        lang={value.language}
        maxLength={LIMITS.quotation * 2}
        rows={3}
        onChange={(text) => {
          set({ text })
        }}
        error={errors[`${prefix}text`]}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Into"
          description="A language tag, such as en"
          value={value.language}
          onChange={(language) => {
            set({ language })
          }}
          error={errors[`${prefix}language`]}
        />
        <Select
          label="Translated by"
          value={value.method}
          options={[
            { id: 'desk', label: 'The desk' },
            { id: 'machine', label: 'A machine' },
            { id: 'published', label: 'As published' },
          ]}
          onChange={(method) => {
            set({ method })
          }}
          error={errors[`${prefix}method`]}
        />
      </div>
      {value.method !== 'desk' && (
        <TextField
          label={value.method === 'machine' ? 'Which machine' : 'Who published it'}
          value={value.translator}
          maxLength={LIMITS.name}
          onChange={(translator) => {
            set({ translator })
          }}
          error={errors[`${prefix}translator`]}
        />
      )}
    </div>
  )
}
