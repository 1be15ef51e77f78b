'use client'

import type { ReactNode } from 'react'
import { SubmitForm } from '@/components/form/submit-form'
import type { Submitting } from '@/components/form/use-submit'
import { ConflictTable } from '@/components/incident/conflict-table'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { announce } from '@/components/ui/status'
import type { Unsaved } from './use-unsaved'

type UnsavedFormProps<Draft> = {
  unsaved: Unsaved<Draft>
  form: Pick<Submitting<never>, 'fault' | 'attempt' | 'isPending' | 'clear'>
  /** A draft in words, for two versions side by side; without it there is only one. */
  words?: (draft: Draft) => Readonly<Record<string, string>>
  fieldId?: (path: string) => string
  submitLabel?: string
  /** With the version that the save is based on. */
  onSubmit: (version: number) => void
  onClose: () => void
  children: ReactNode
}

/** A form whose text outlives it: what was refused, both versions of what others changed too, the fields, the ways out. */
export function UnsavedForm<Draft>(props: UnsavedFormProps<Draft>) {
  const { unsaved, form, words, fieldId, submitLabel = 'Save', onSubmit, onClose, children } = props
  function forget() {
    const bringBack = unsaved.forget()
    form.clear()
    onClose()
    announce('What you typed is discarded.', 'done', { label: 'Undo', onPress: bringBack })
  }
  return (
    <SubmitForm
      form={form}
      fieldId={fieldId}
      submitLabel={submitLabel}
      onSubmit={() => {
        onSubmit(unsaved.versionFor(form.fault))
      }}
      onCancel={() => {
        onClose()
      }}
      cancelLabel={unsaved.isTyped ? 'Close' : 'Cancel'}
      more={
        unsaved.isTyped && (
          <>
            <Button variant="quiet" onPress={forget}>
              Discard
            </Button>
            <span className="text-sm text-ink-muted">What you have is kept in this browser.</span>
          </>
        )
      }
    >
      {unsaved.isFromBefore && form.fault === null && (
        <Notice>This is what you typed before and did not save. It was kept in this browser.</Notice>
      )}
      {words && unsaved.seesBoth(form.fault) && (
        <ConflictTable typed={words(unsaved.draft)} current={words(unsaved.now)} />
      )}
      {children}
    </SubmitForm>
  )
}
