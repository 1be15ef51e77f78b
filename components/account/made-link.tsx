'use client'

import { Copy } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { announce } from '@/components/ui/status'
import { CONTROL } from '@/components/ui/styles'

/** A link that was just made: here once, and nowhere again. */
export function MadeLink({ url, name }: { url: string; name: string }) {
  const box = useRef<HTMLInputElement>(null)
  async function copy() {
    box.current?.select()
    try {
      await navigator.clipboard.writeText(url)
      announce('The link is copied.')
    } catch {
      // Without https a browser has no clipboard for pages: the link is selected, so Ctrl+C takes it.
      announce('The link is selected. Press Ctrl+C to copy it.')
    }
  }
  return (
    <Notice title={`The link for ${name}`}>
      <p>Send it over a channel you trust. It works once, within 72 hours, and is shown only now.</p>
      <div className="mt-2 flex gap-2">
        <input
          ref={box}
          readOnly
          aria-label={`The link for ${name}`}
          value={url}
          className={CONTROL}
          onFocus={(event) => {
            event.currentTarget.select()
          }}
        />
        <Button icon={<Copy aria-hidden />} onPress={() => void copy()}>
          Copy
        </Button>
      </div>
    </Notice>
  )
}
