'use client'

import { useState, type ReactNode } from 'react'
import type { Verdict } from '@/domain/verdict'
import { LIMITS } from '@/domain/input/text'
import { ActionButton } from '@/components/action/action-button'
import type { ButtonProps } from '@/components/ui/button'
import { ReasonDialog } from '@/components/draft/reason-dialog'
import { useReason } from '@/components/draft/use-reason'

type ReasonActionProps = {
  /** What it does; the button that asks first adds the dots. */
  label: string
  verdict: Verdict
  title: string
  /** What the reason is kept under until it is sent. */
  keptAs: string
  children: ReactNode
  reasonLabel?: string
  tone?: 'normal' | 'danger'
  variant?: ButtonProps['variant']
  size?: ButtonProps['size']
  isPending: boolean
  problem: string | undefined
  /** Calls `done` once it went through. */
  onConfirm: (reason: string, done: () => void) => void
}

/** A button that asks for a reason first. What was typed outlives a refusal. */
export function ReasonAction(props: ReasonActionProps) {
  const { label, verdict, title, keptAs, children, reasonLabel, tone, variant, size, isPending, problem, onConfirm } =
    props
  const [isOpen, setIsOpen] = useState(false)
  const reason = useReason({ of: keptAs, label: `${title}: the reason` })
  return (
    <>
      <ActionButton
        verdict={verdict}
        variant={variant ?? 'secondary'}
        size={size ?? 'medium'}
        onPress={() => {
          setIsOpen(true)
        }}
      >
        {`${label}…`}
      </ActionButton>
      <ReasonDialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title={title}
        confirmLabel={label}
        reason={reason}
        maxLength={LIMITS.reason}
        isPending={isPending}
        error={problem}
        {...(reasonLabel !== undefined && { reasonLabel })}
        {...(tone !== undefined && { tone })}
        onConfirm={(given) => {
          onConfirm(given, () => {
            reason.forget()
            setIsOpen(false)
          })
        }}
      >
        {children}
      </ReasonDialog>
    </>
  )
}
