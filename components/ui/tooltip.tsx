'use client'

import type { ReactNode } from 'react'
import { Tooltip as AriaTooltip } from 'react-aria-components'

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
