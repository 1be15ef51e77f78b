'use client'

import type { ReactNode, RefObject } from 'react'
import { Popover as AriaPopover, Dialog } from 'react-aria-components'
import { OVERLAY } from './styles'

type Placement =
  | 'top'
  | 'bottom'
  | 'start'
  | 'end'
  | 'end top'
  | 'bottom start'
  | 'bottom end'
  | 'top start'
  | 'top end'

const PANEL = `${OVERLAY} max-w-[min(28rem,calc(100vw-1.5rem))] overflow-y-auto`

export type AnchoredPopoverProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** The element it stands beside, such as a marker over a selected passage. */
  anchor: RefObject<Element | null>
  label: string
  placement?: Placement
  /** Leaves the page behind it operable and the selection alive. */
  isNonModal?: boolean
  children: ReactNode
}

/** A panel that opens because of something other than a button: a selection, a click in a text. */
export function AnchoredPopover(props: AnchoredPopoverProps) {
  const { isOpen, onOpenChange, anchor, label, placement = 'bottom start', isNonModal = false, children } = props
  return (
    <AriaPopover
      triggerRef={anchor}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement={placement}
      isNonModal={isNonModal}
      offset={6}
      className={PANEL}
    >
      <Dialog aria-label={label} className="p-3 outline-none">
        {children}
      </Dialog>
    </AriaPopover>
  )
}
