'use client'

import { useRef } from 'react'
import { SubmitForm, type SubmitFormProps } from '@/components/form/submit-form'
import type { Submitting } from '@/components/form/use-submit'
import type { FaultView } from '@/components/fault'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { announce } from '@/components/ui/status'
import type { Unsent } from './use-kept'

export type KeptFormProps = Omit<SubmitFormProps, 'form' | 'onCancel' | 'cancelLabel'> & {
  unsaved: Unsent
  form: Omit<Submitting<never>, 'submit'>
  /** The way out, by which what is typed stays; a form that is a part of its page has none. */
  onClose?: () => void
}

/** The frame of every form whose text outlives it: told that it is there, and the way to be rid of it. */
export function KeptForm({ unsaved, form, onClose, more, children, ...rest }: KeptFormProps) {
  return (
    <SubmitForm
      {...rest}
      form={form}
      {...(onClose && {
        onCancel: () => {
          onClose()
        },
        cancelLabel: unsaved.isTyped ? 'Close' : 'Cancel',
      })}
      more={
        <>
          {more}
          <DiscardUnsaved
            unsaved={unsaved}
            onDiscarded={() => {
              form.clear()
              onClose?.()
            }}
          />
        </>
      }
    >
      <FromBefore unsaved={unsaved} fault={form.fault} />
      {children}
    </SubmitForm>
  )
}

/** Above the fields: that they hold what was typed on an earlier visit. */
function FromBefore({ unsaved, fault }: { unsaved: Unsent; fault: FaultView | null }) {
  if (!unsaved.isTyped || unsaved.isFromBefore !== true || fault !== null) return null
  return <Notice>This is what you typed before and did not save. It was kept in this browser.</Notice>
}

type DiscardProps = { unsaved: Unsent; onDiscarded?: () => void }

/** Beside a form's buttons, once something is typed: the way to be rid of it, and where it is kept until then. */
export function DiscardUnsaved({ unsaved, onDiscarded }: DiscardProps) {
  const button = useRef<HTMLButtonElement>(null)
  if (!unsaved.isTyped) return null
  return (
    <>
      <Button
        ref={button}
        variant="quiet"
        onPress={() => {
          const before = neighbourOf(button.current)
          const bringBack = unsaved.forget()
          onDiscarded?.()
          announce('What you typed is discarded.', 'done', { label: 'Undo', onPress: bringBack })
          // This button is gone with what it discards: the focus stays in the row, where a dialog does not take it.
          requestAnimationFrame(() => {
            if (document.activeElement === document.body) before?.focus()
          })
        }}
      >
        Discard
      </Button>
      <span className="text-sm text-ink-muted">{whereKept(unsaved)}</span>
    </>
  )
}

function whereKept({ isSecret, isStored }: Unsent): string {
  if (isStored) return 'What you have is kept in this browser.'
  return isSecret === true
    ? 'Kept while this page is open, and not in this browser, as it is confidential.'
    : 'What you have is kept while this page is open.'
}

function neighbourOf(button: HTMLElement | null): HTMLElement | null {
  const row = Array.from(button?.parentElement?.querySelectorAll<HTMLElement>('button, a') ?? [])
  return row.find((_, at) => row[at + 1] === button) ?? null
}
