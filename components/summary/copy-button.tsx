'use client'

import { Button } from '@/components/ui/button'
import { announce } from '@/components/ui/status'

export function CopyButton({ words, children }: { words: string; children: string }) {
  return (
    <Button
      onPress={() => {
        navigator.clipboard.writeText(words).then(
          () => {
            announce('Copied')
          },
          () => {
            announce('This browser does not allow copying. Select the text and copy it by hand.', 'failed')
          },
        )
      }}
    >
      {children}
    </Button>
  )
}
