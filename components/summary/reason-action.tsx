'use client'

import { useState, type ReactNode } from 'react'
import type { Verdict } from '@/domain/verdict'
import { LIMITS } from '@/domain/input/text'
import { ActionButton } from '@/components/action/action-button'
import type { ButtonProps } from '@/components/ui/button'
import { ReasonDialog } from '@/components/ui/reason-dialog'

type ReasonActionProps = {
  /** What it does; the button that asks first adds the dots. */
  label: string
  verdict: Verdict
  title: string
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
  const { label, verdict, title, children, reasonLabel, tone, variant, size, isPending, problem, onConfirm } = props
  const [isOpen, setIsOpen] = useState(false)
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
        maxLength={LIMITS.reason}
        isPending={isPending}
        error={problem}
        {...(reasonLabel !== undefined && { reasonLabel })}
        {...(tone !== undefined && { tone })}
        onConfirm={(reason) => {
          onConfirm(reason, () => {
            setIsOpen(false)
          })
        }}
      >
        {children}
      </ReasonDialog>
    </>
  )
}
