'use client'

import { useState } from 'react'
import { ActionButton } from '@/components/action/action-button'
import type { Origin, Workspace } from '@/components/evidence/view'
import { Disclosure } from '@/components/ui/disclosure'
import { OriginDialog } from './origin-dialog'

/** The origins that the incident names. */
export function OriginList({ workspace }: { workspace: Workspace }) {
  const [open, setOpen] = useState<Origin | 'new' | null>(null)
  const { origins } = workspace
  return (
    <Disclosure
      summary={
        origins.length === 0
          ? 'No origins named yet'
          : `${origins.length} ${origins.length === 1 ? 'origin' : 'origins'} named`
      }
    >
      <div className="flex flex-col items-start gap-2">
        {origins.length === 0 && (
          <p className="text-sm text-ink-muted">
            An origin is where information first comes from. It is named when a passage is attached.
          </p>
        )}
        <ul className="flex w-full flex-col divide-y divide-rule">
          {origins.map((origin) => (
            <li key={origin.id} className="flex items-start justify-between gap-3 py-1.5">
              <span className="min-w-0 text-sm">
                <bdi>{origin.label}</bdi>
                <span className="block text-ink-muted">
                  {origin.mode}
                  {origin.datedWords !== null && `, ${origin.datedWords}`}
                </span>
              </span>
              <ActionButton
                verdict={workspace.can.attach}
                size="small"
                variant="quiet"
                aria-label={`Change ${origin.label}`}
                onPress={() => {
                  setOpen(origin)
                }}
              >
                Change
              </ActionButton>
            </li>
          ))}
        </ul>
        <ActionButton
          verdict={workspace.can.attach}
          size="small"
          onPress={() => {
            setOpen('new')
          }}
        >
          Name an origin
        </ActionButton>
      </div>
      {open !== null && (
        <OriginDialog
          workspace={workspace}
          origin={open === 'new' ? null : open}
          onClose={() => {
            setOpen(null)
          }}
        />
      )}
    </Disclosure>
  )
}
