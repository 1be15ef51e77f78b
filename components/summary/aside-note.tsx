'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { readLocal, writeLocal } from './local-draft'
import { clock } from './save-line'
import { CopyButton } from './stale-dialog'
import type { SaveState } from './autosave'

type AsideNoteProps = { accountId: string; revisionId: string; state: SaveState; isEditable: boolean }

/**
 * One's own version, put aside when somebody else's was taken, or never sent before the text was frozen: still here,
 * until it is forgotten on purpose.
 */
export function AsideNote({ accountId, revisionId, state, isEditable }: AsideNoteProps) {
  const [isForgotten, setIsForgotten] = useState(false)
  const kind = isEditable ? 'aside' : 'unsent'
  const aside = readLocal(accountId, revisionId, kind)
  if (aside === null || isForgotten || state.kind === 'stale') return null
  return (
    <Notice title={`Your own version of ${clock(aside.at)} is kept in this browser.`}>
      <span className="flex flex-wrap gap-2 pt-1">
        <CopyButton document={aside.document}>Copy it</CopyButton>
        <Button
          variant="quiet"
          onPress={() => {
            writeLocal(accountId, revisionId, kind, null)
            setIsForgotten(true)
          }}
        >
          Forget it
        </Button>
      </span>
    </Notice>
  )
}
