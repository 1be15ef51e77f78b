'use client'

import type { ReactNode, SyntheticEvent } from 'react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { characters } from '@/components/ui/character-count'
import { Actions, Dialog } from '@/components/ui/dialog'
import { ErrorNotice } from '@/components/ui/error-notice'
import { TextArea } from '@/components/ui/text-area'
import { DiscardUnsaved } from './kept-form'
import type { Reason } from './use-reason'

export type ReasonDialogProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: string
  /** What will happen, and who will read the reason. */
  children?: ReactNode
  confirmLabel: string
  /** What is typed: a cancelled or refused reason is there on the next opening. */
  reason: Reason
  /** The reason, trimmed. Close the dialog and forget the text once it is done. */
  onConfirm: (reason: string) => void
  reasonLabel?: string
  reasonDescription?: string
  maxLength: number
  isRequired?: boolean
  tone?: 'normal' | 'danger'
  isPending?: boolean
  error?: string | undefined
}

/** Asks for a reason before something happens. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { isOpen, onOpenChange, title, children, confirmLabel, tone = 'normal', isPending, error } = props
  const { isTried, problem, submit } = useTry(props)
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={title}>
      <form noValidate className="flex flex-col gap-4" onSubmit={submit}>
        {children !== undefined && <div>{children}</div>}
        <TextArea
          label={props.reasonLabel ?? 'Reason'}
          description={props.reasonDescription}
          value={props.reason.text}
          onChange={props.reason.change}
          maxLength={props.maxLength}
          isRequired={props.isRequired ?? true}
          error={problem}
          rows={4}
          autoFocus
        />
        {isTried && error !== undefined && <ErrorNotice title={error}>What you wrote is still here.</ErrorNotice>}
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
            {props.reason.isTyped ? 'Close' : 'Cancel'}
          </Button>
          <DiscardUnsaved
            unsaved={props.reason}
            onDiscarded={() => {
              onOpenChange(false)
            }}
          />
        </Actions>
      </form>
    </Dialog>
  )
}

function useTry({ isOpen, reason, onConfirm, maxLength, isRequired = true }: ReasonDialogProps) {
  const [state, setState] = useState({ isTried: false, wasOpen: isOpen })
  if (state.wasOpen !== isOpen) setState({ isTried: false, wasOpen: isOpen })
  const problem = problemWith(reason.text, maxLength, isRequired)
  return {
    isTried: state.isTried,
    problem: state.isTried ? problem : undefined,
    submit: (event: SyntheticEvent<HTMLFormElement>) => {
      event.preventDefault()
      setState((before) => ({ ...before, isTried: true }))
      if (problem === undefined) onConfirm(reason.text.trim())
      else event.currentTarget.querySelector('textarea')?.focus()
    },
  }
}

function problemWith(reason: string, maxLength: number, isRequired: boolean): string | undefined {
  if (isRequired && reason.trim() === '') return 'Give a reason.'
  if (characters(reason, maxLength) > maxLength) return `Shorten it to ${maxLength.toLocaleString('en')} characters.`
  return undefined
}
