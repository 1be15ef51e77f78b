'use client'

import type { ReactNode } from 'react'
import { SubmitForm } from '@/components/form/submit-form'
import type { Submitting } from '@/components/form/use-submit'
import type { FaultView } from '@/components/fault'
import { ConflictTable } from '@/components/incident/conflict-table'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { announce } from '@/components/ui/status'
import { ConfidentialDrafts } from './draft-account'
import type { Unsaved } from './use-unsaved'

type UnsavedFormProps<Draft> = {
  unsaved: Unsaved<Draft>
  form: Omit<Submitting<never>, 'submit'>
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
        <DiscardUnsaved
          unsaved={unsaved}
          onDiscarded={() => {
            form.clear()
            onClose()
          }}
        />
      }
    >
      <FromBefore unsaved={unsaved} fault={form.fault} />
      {words && unsaved.seesBoth(form.fault) && (
        <ConflictTable typed={words(unsaved.draft)} current={words(unsaved.now)} />
      )}
      <ConfidentialDrafts isSo={unsaved.isSecret}>{children}</ConfidentialDrafts>
    </SubmitForm>
  )
}

type PartProps = { unsaved: Pick<Unsaved<never>, 'isTyped' | 'isStored' | 'isFromBefore' | 'forget'> }

/** Above the fields: that they hold what was typed on an earlier visit. */
export function FromBefore({ unsaved, fault }: PartProps & { fault: FaultView | null }) {
  if (!unsaved.isFromBefore || fault !== null) return null
  return <Notice>This is what you typed before and did not save. It was kept in this browser.</Notice>
}

/** Beside a form's buttons, once something is typed: the way to be rid of it, and where it is kept until then. */
export function DiscardUnsaved({ unsaved, onDiscarded }: PartProps & { onDiscarded: () => void }) {
  if (!unsaved.isTyped) return null
  return (
    <>
      <Button
        variant="quiet"
        onPress={() => {
          const bringBack = unsaved.forget()
          onDiscarded()
          announce('What you typed is discarded.', 'done', { label: 'Undo', onPress: bringBack })
        }}
      >
        Discard
      </Button>
      <span className="text-sm text-ink-muted">
        {unsaved.isStored ? 'What you have is kept in this browser.' : 'What you have is kept while this page is open.'}
      </span>
    </>
  )
}
