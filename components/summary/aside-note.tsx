'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { CopyButton } from './copy-button'
import type { LocalKind, LocalStore } from './local-draft'
import { clock } from './save-line'

type AsideNoteProps<Text> = { store: LocalStore<Text>; kind: LocalKind; wordsOf: (text: Text) => string }

/**
 * The version that gave way where there were two, or one's own that was never sent before the text was frozen: still here,
 * until it is forgotten on purpose.
 */
export function AsideNote<Text>({ store, kind, wordsOf }: AsideNoteProps<Text>) {
  const [forgotten, setForgotten] = useState('')
  const kept = store.read(kind)
  if (kept === null || kept.at === forgotten) return null
  const words = wordsOf(kept.document)
  const which = kept.isOthers === true ? 'The version that yours replaced at' : 'Your own version of'
  const title = `${which} ${clock(kept.at)} is kept in this browser.`
  return (
    <Notice title={title}>
      <Disclosure summary="Read it">
        <p dir="auto" className="max-h-60 overflow-y-auto break-words whitespace-pre-line">
          {words}
        </p>
      </Disclosure>
      <span className="flex flex-wrap gap-2 pt-1">
        <CopyButton words={words}>Copy it</CopyButton>
        <Button
          variant="quiet"
          onPress={() => {
            store.write(kind, null)
            setForgotten(kept.at)
          }}
        >
          Forget it
        </Button>
      </span>
    </Notice>
  )
}
