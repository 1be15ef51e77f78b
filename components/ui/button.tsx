'use client'

import type { ReactNode, Ref } from 'react'
import { useId, useState } from 'react'
import { Button as AriaButton, TooltipTrigger } from 'react-aria-components'
import { LoaderCircle } from 'lucide-react'
import type { ButtonSize, ButtonVariant } from './styles'
import { buttonClass, NOT_READY } from './styles'
import { TooltipBubble } from './tooltip'
import { useIsReady } from './use-is-ready'

export type ButtonProps = {
  children: ReactNode
  variant?: ButtonVariant
  size?: ButtonSize
  type?: 'button' | 'submit'
  onPress?: (() => void) | undefined
  isDisabled?: boolean | undefined
  /** Why it is disabled and what would lift that: the button stays in the tab order and says it. */
  explanation?: string | undefined
  isPending?: boolean | undefined
  icon?: ReactNode
  className?: string | undefined
  id?: string
  form?: string
  name?: string
  value?: string
  autoFocus?: boolean
  slot?: string
  ref?: Ref<HTMLButtonElement>
  'aria-label'?: string | undefined
  'aria-describedby'?: string | undefined
  'aria-pressed'?: boolean | undefined
  'aria-expanded'?: boolean | undefined
  'aria-controls'?: string | undefined
}

/** A button. Give `explanation` whenever `isDisabled`: nobody should meet a dead control that does not say why. */
export function Button({ variant, size, isDisabled, explanation, isPending, icon, children, ...rest }: ButtonProps) {
  const { className, ...aria } = rest
  const isReady = useIsReady()
  const style = { ...(variant && { variant }), ...(size && { size }), className }
  if (isDisabled && explanation !== undefined) {
    return (
      <ExplainedButton {...aria} explanation={explanation} className={buttonClass({ ...style, isBlocked: true })}>
        {icon}
        {children}
      </ExplainedButton>
    )
  }
  return (
    <AriaButton
      {...known(aria)}
      isDisabled={(isDisabled ?? false) || !isReady}
      isPending={isPending ?? false}
      className={`${buttonClass({ ...style, isBlocked: isDisabled ?? false })} ${isReady ? '' : NOT_READY}`}
    >
      {isPending ? <LoaderCircle aria-hidden className="animate-spin" /> : icon}
      {children}
    </AriaButton>
  )
}

type Explained = Omit<ButtonProps, 'isDisabled' | 'isPending' | 'icon' | 'variant' | 'size'> & { explanation: string }

/** Focusable, never submits, and shows its explanation on hover, focus and press (touch has no hover). */
function ExplainedButton({ explanation, children, onPress: _blocked, className, ...aria }: Explained) {
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  const describedBy = aria['aria-describedby'] === undefined ? id : `${aria['aria-describedby']} ${id}`
  return (
    <>
      <TooltipTrigger delay={200} isOpen={isOpen} onOpenChange={setIsOpen}>
        <AriaButton
          {...known(aria)}
          type="button"
          aria-disabled="true"
          aria-describedby={describedBy}
          className={className ?? ''}
          onPress={() => {
            setIsOpen(true)
          }}
        >
          {children}
        </AriaButton>
        <TooltipBubble>{explanation}</TooltipBubble>
      </TooltipTrigger>
      <span id={id} hidden>
        {explanation}
      </span>
    </>
  )
}

/** Drops keys that are present but undefined: React Aria's types tell the two apart. */
export function known<T extends object>(props: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
