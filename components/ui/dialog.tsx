'use client'

import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Button, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { X } from 'lucide-react'

export type DialogProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: string
  children: ReactNode
  size?: 'small' | 'medium' | 'large'
  /** `alertdialog` for what must be answered. */
  role?: 'dialog' | 'alertdialog'
  /** Closing by a click outside; off by default, so that nothing typed is lost by a slip. */
  isDismissable?: boolean
}

const WIDTH = { small: 'max-w-md', medium: 'max-w-2xl', large: 'max-w-5xl' } as const

/** A modal dialog: holds the focus, closes with Escape, gives the focus back. */
export function Dialog(props: DialogProps) {
  const { isOpen, onOpenChange, title, children, size = 'small', role = 'dialog', isDismissable = false } = props
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={isDismissable}
      className="fixed inset-0 z-50 flex items-start justify-center overflow-y-auto bg-[rgb(0_0_0/0.45)] p-3 sm:pt-[10vh]"
    >
      <Modal className={`w-full ${WIDTH[size]} rounded border border-rule-strong bg-paper text-ink shadow-overlay`}>
        <AriaDialog role={role} className="outline-none">
          <header className="flex items-start justify-between gap-3 px-5 pt-4">
            <Heading slot="title" className="text-lg font-semibold">
              {title}
            </Heading>
            <Button
              slot="close"
              aria-label="Close"
              className="-me-2 -mt-0.5 flex size-8 items-center justify-center rounded text-ink-muted hover:text-ink pointer-coarse:size-11"
            >
              <X aria-hidden className="size-4" />
            </Button>
          </header>
          <div className="flex flex-col gap-4 px-5 pt-3 pb-5">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The row of buttons at a dialog's or form's foot, the main one first in reading and tab order. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-2 pt-1">{children}</div>
}
