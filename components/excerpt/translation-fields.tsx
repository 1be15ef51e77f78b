'use client'

import { z } from 'zod'
import type { FieldErrors } from '@/components/evidence/field-errors'
import { languageOptions } from '@/components/source/words'
import { ComboBox } from '@/components/ui/combo-box'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { LIMITS } from '@/domain/input/text'
import { TRANSLATION_METHODS } from '@/domain/words'

export const translationShape = z.object({
  text: z.string(),
  language: z.string(),
  method: z.enum(TRANSLATION_METHODS),
  translator: z.string(),
})
type TranslationDraft = z.infer<typeof translationShape>

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
  /** The id of the field at a path of `errors`. */
  fieldId: (path: string) => string
}

export function TranslationFields({ value, onChange, errors, prefix, fieldId }: TranslationFieldsProps) {
  const set = (part: Partial<TranslationDraft>) => {
    onChange({ ...value, ...part })
  }
  return (
    <div className="flex flex-col gap-3">
      <TextArea
        id={fieldId(`${prefix}text`)}
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
        <ComboBox
          id={fieldId(`${prefix}language`)}
          label="Into"
          options={languageOptions(value.language)}
          value={value.language === '' ? null : value.language}
          onChange={(language) => {
            set({ language: language ?? '' })
          }}
          onCreate={(language) => {
            set({ language })
          }}
          createLabel={(tag) => `Language tag “${tag}”`}
          error={errors[`${prefix}language`]}
        />
        <Select
          id={fieldId(`${prefix}method`)}
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
          id={fieldId(`${prefix}translator`)}
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
