'use client'

import { Button } from '@/components/ui/button'
import { Actions, Dialog } from '@/components/ui/dialog'
import type { Current } from '@/components/summary/autosave'
import { clock } from '@/components/summary/save-line'
import type { TypedText } from './view'

type StaleRenditionProps = {
  mine: TypedText
  current: Current<TypedText>
  viewerName: string
  onOpenChange: (isOpen: boolean) => void
  onChoose: (choice: 'mine' | 'theirs') => void
}

/** Two versions of one translation: what differs, side by side; nothing is lost whichever is chosen (rule 15). */
export function StaleRendition({ mine, current, viewerName, onOpenChange, onChoose }: StaleRenditionProps) {
  const isDraft = current.state === 'draft'
  const who = current.by === viewerName ? 'you, in another window' : (current.by ?? 'somebody else')
  const pairs = [
    ...mine.lines.map((line, index) => [line, current.document.lines[index] ?? ''] as const),
    ...[...new Set([...Object.keys(mine.words), ...Object.keys(current.document.words)])].map(
      (path) => [mine.words[path] ?? '', current.document.words[path] ?? ''] as const,
    ),
  ].filter(([own, other]) => own !== other)
  return (
    <Dialog
      isOpen
      onOpenChange={onOpenChange}
      size="large"
      role="alertdialog"
      title={isDraft ? 'There are two versions of this translation' : 'This translation can no longer be edited'}
    >
      <p>
        {isDraft
          ? `Another version was saved by ${who} at ${clock(current.at)}, before yours could be. Both are here; nothing is lost.`
          : 'It was submitted, or ended, while you were typing. What you typed is kept in this browser, and you can copy it from here.'}
      </p>
      <div className="grid max-h-96 gap-x-4 overflow-y-auto border-y border-rule py-2 md:grid-cols-2">
        <p className="label-caps max-md:hidden">Yours</p>
        <p className="label-caps max-md:hidden">{isDraft ? `Saved by ${who}` : 'As it stands'}</p>
        {pairs.flatMap(([own, other], index) => [
          <p key={`own ${index}`} dir="auto" className="border-t border-rule py-1">
            {own}
          </p>,
          <p key={`other ${index}`} dir="auto" className="border-t border-rule py-1 text-ink-muted md:text-ink">
            {other}
          </p>,
        ])}
      </div>
      <Actions>
        {isDraft && (
          <>
            <Button variant="primary" onPress={() => onChoose('mine')}>
              Keep mine
            </Button>
            <Button onPress={() => onChoose('theirs')}>Take the other, and keep mine aside</Button>
          </>
        )}
        <Button variant="quiet" onPress={() => onOpenChange(false)}>
          Decide later
        </Button>
      </Actions>
    </Dialog>
  )
}
