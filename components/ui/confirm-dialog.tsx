'use client'

import type { ReactNode } from 'react'
import { Button } from './button'
import { Actions, Dialog } from './dialog'
import { ErrorNotice } from './error-notice'

export type ConfirmDialogProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: string
  /** What will happen, in plain words. */
  children: ReactNode
  confirmLabel: string
  onConfirm: () => void
  tone?: 'normal' | 'danger'
  isPending?: boolean
  /** What the server refused, in a sentence. */
  error?: string | undefined
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onOpenChange, title, children, confirmLabel, onConfirm, tone = 'normal', isPending, error } = props
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={title} role="alertdialog">
      <div>{children}</div>
      {error !== undefined && <ErrorNotice title={error} />}
      <Actions>
        <Button variant={tone === 'danger' ? 'danger' : 'primary'} onPress={onConfirm} isPending={isPending}>
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
    </Dialog>
  )
}
