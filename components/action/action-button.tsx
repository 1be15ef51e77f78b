'use client'

import type { Verdict } from '@/domain/verdict'
import type { ButtonProps } from '@/components/ui/button'
import { Button } from '@/components/ui/button'

export type ActionButtonProps = Omit<ButtonProps, 'isDisabled' | 'explanation'> & {
  /** The server's answer to "may I?", as it came with the view. */
  verdict: Verdict
}

/** A button for something that a rule may forbid: then it says which rule's sentence, and what would lift it. */
export function ActionButton({ verdict, ...button }: ActionButtonProps) {
  return verdict.allowed ? (
    <Button {...button} />
  ) : (
    <Button {...button} isDisabled explanation={explanationOf(verdict)} />
  )
}

/** The refusal in words, for controls other than buttons. */
export function explanationOf(verdict: Verdict): string {
  if (verdict.allowed) return ''
  return verdict.lift === undefined ? verdict.because : `${verdict.because} ${verdict.lift}`
}
