'use client'

import type { ReactNode, SyntheticEvent } from 'react'
import { useState } from 'react'
import { Button } from './button'
import { characters } from './character-count'
import { Actions, Dialog } from './dialog'
import { ErrorNotice } from './error-notice'
import { TextArea } from './text-area'

export type ReasonDialogProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: string
  /** What will happen, and who will read the reason. */
  children?: ReactNode
  confirmLabel: string
  /** The reason, trimmed. Close the dialog once it is done; what was typed stays until then. */
  onConfirm: (reason: string) => void
  reasonLabel?: string
  reasonDescription?: string
  maxLength: number
  isRequired?: boolean
  tone?: 'normal' | 'danger'
  isPending?: boolean
  error?: string | undefined
}

/** Asks for a reason before something happens. A cancelled or refused reason is still there on the next opening. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { isOpen, onOpenChange, title, children, confirmLabel, tone = 'normal', isPending, error } = props
  const form = useReason(props)
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={title}>
      <form noValidate className="flex flex-col gap-4" onSubmit={form.submit}>
        {children !== undefined && <div>{children}</div>}
        <TextArea
          label={props.reasonLabel ?? 'Reason'}
          description={props.reasonDescription}
          value={form.reason}
          onChange={form.change}
          maxLength={props.maxLength}
          isRequired={props.isRequired ?? true}
          error={form.problem}
          rows={4}
          autoFocus
        />
        {error !== undefined && <ErrorNotice title={error}>What you wrote is still here.</ErrorNotice>}
        <Actions>
          <Button type="submit" variant={tone === 'danger' ? 'danger' : 'primary'} isPending={isPending}>
            {confirmLabel}
          </Button>
          <Button
            variant="quiet"
            onPress={() => {
              onOpenChange(false)
            }}
          >
            Cancel
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}

function useReason({ isOpen, onConfirm, maxLength, isRequired = true }: ReasonDialogProps) {
  const [state, setState] = useState({ reason: '', isSent: false, isTried: false, wasOpen: isOpen })
  if (state.wasOpen !== isOpen) {
    // Closed after sending means it went through: the next opening starts empty.
    const isDone = !isOpen && state.isSent
    setState({ reason: isDone ? '' : state.reason, isSent: false, isTried: false, wasOpen: isOpen })
  }
  const problem = problemWith(state.reason, maxLength, isRequired)
  return {
    reason: state.reason,
    problem: state.isTried ? problem : undefined,
    change: (reason: string) => {
      setState((before) => ({ ...before, reason, isSent: false }))
    },
    submit: (event: SyntheticEvent<HTMLFormElement>) => {
      event.preventDefault()
      setState((before) => ({ ...before, isTried: true, isSent: problem === undefined }))
      if (problem === undefined) onConfirm(state.reason.trim())
      else event.currentTarget.querySelector('textarea')?.focus()
    },
  }
}

function problemWith(reason: string, maxLength: number, isRequired: boolean): string | undefined {
  if (isRequired && reason.trim() === '') return 'Give a reason.'
  if (characters(reason, maxLength) > maxLength) return `Shorten it to ${maxLength.toLocaleString('en')} characters.`
  return undefined
}
