'use client'

import type { ComponentProps, ReactElement, ReactNode } from 'react'
import { Tooltip as AriaTooltip, Focusable, TooltipTrigger } from 'react-aria-components'

type FocusableChild = ComponentProps<typeof Focusable>['children']

export function TooltipBubble({ children }: { children: ReactNode }) {
  return (
    <AriaTooltip
      offset={6}
      className="max-w-xs rounded border border-transparent bg-ink px-2.5 py-1.5 text-sm text-pretty text-paper shadow-overlay"
    >
      {children}
    </AriaTooltip>
  )
}

type TooltipProps = {
  content: ReactNode
  /** A Button, or one focusable DOM element such as a link. */
  children: ReactElement
}

/** A short remark on a control, on hover and on focus. Never the only way to learn something that is needed. */
export function Tooltip({ content, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={400}>
      {typeof children.type === 'string' ? <Focusable>{children as FocusableChild}</Focusable> : children}
      <TooltipBubble>{content}</TooltipBubble>
    </TooltipTrigger>
  )
}
