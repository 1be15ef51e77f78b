'use client'

import { ConflictTable } from '@/components/incident/conflict-table'
import { ConfidentialDrafts } from './draft-account'
import { KeptForm, type KeptFormProps } from './kept-form'
import type { Unsaved } from './use-unsaved'

type UnsavedFormProps<Draft> = Omit<KeptFormProps, 'unsaved' | 'onSubmit' | 'submitLabel'> & {
  unsaved: Unsaved<Draft>
  /** A draft in words, for two versions side by side; without it there is only one. */
  words?: (draft: Draft) => Readonly<Record<string, string>>
  submitLabel?: string
  /** With the version that the save is based on. */
  onSubmit: (version: number) => void
}

/** A form of something that others may change too: both versions are shown, and saving goes over the other knowingly. */
export function UnsavedForm<Draft>(props: UnsavedFormProps<Draft>) {
  const { unsaved, words, submitLabel = 'Save', onSubmit, children, ...rest } = props
  const { fault } = rest.form
  return (
    <KeptForm
      {...rest}
      unsaved={unsaved}
      submitLabel={submitLabel}
      onSubmit={() => {
        onSubmit(unsaved.versionFor(fault))
      }}
    >
      {words && unsaved.seesBoth(fault) && <ConflictTable typed={words(unsaved.draft)} current={words(unsaved.now)} />}
      <ConfidentialDrafts isSo={unsaved.isSecret}>{children}</ConfidentialDrafts>
    </KeptForm>
  )
}
