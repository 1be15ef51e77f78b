'use client'

import { citedEvidence, documentText } from '@/domain/citation'
import type { DocumentNode } from '@/domain/document'
import { diffSummary } from '@/domain/summary-diff'
import { publicBlocks } from '@/domain/snapshot-summary'
import { MarkedSummary } from '@/components/public/change-list'
import { Button } from '@/components/ui/button'
import { Actions, Dialog } from '@/components/ui/dialog'
import { Disclosure } from '@/components/ui/disclosure'
import { CopyButton } from './copy-button'
import { ReadOnlyDocument } from './read-only-document'
import { savedBy } from './save-line'
import type { Current } from './autosave'

type StaleDialogProps = {
  mine: DocumentNode
  current: Current
  viewerName: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onChoose: (choice: 'mine' | 'theirs') => void
}

/** Two versions of one text, side by side: nothing is lost whichever is chosen (rule 15). */
export function StaleDialog({ mine, current, viewerName, isOpen, onOpenChange, onChoose }: StaleDialogProps) {
  const isDraft = current.state === 'draft'
  const { who, sentence } = savedBy(current, viewerName)
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      size="large"
      role="alertdialog"
      title={isDraft ? 'There are two versions of this text' : 'This text can no longer be edited'}
    >
      <p>
        {isDraft
          ? `${sentence} Both are here; nothing is lost.`
          : 'It was submitted, or ended, while you were typing. What you typed is here, and you can copy it.'}
      </p>
      <div className="grid gap-4 md:grid-cols-2">
        <Version title="Yours" document={mine} />
        <Version title={isDraft ? `Saved by ${who}` : 'As it stands'} document={current.document} />
      </div>
      <Disclosure isOpen summary="What differs, from that version to yours, word by word">
        <MarkedSummary blocks={differences(current.document, mine)} language="" />
      </Disclosure>
      <Actions>
        {isDraft && (
          <>
            <Button
              variant="primary"
              onPress={() => {
                onChoose('mine')
              }}
            >
              Keep mine, and the other aside
            </Button>
            <Button
              onPress={() => {
                onChoose('theirs')
              }}
            >
              Take the other, and keep mine aside
            </Button>
          </>
        )}
        <CopyButton words={documentText(mine)}>Copy mine</CopyButton>
        <Button
          variant="quiet"
          onPress={() => {
            onOpenChange(false)
          }}
        >
          Decide later
        </Button>
      </Actions>
    </Dialog>
  )
}

function Version({ title, document }: { title: string; document: DocumentNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h3 className="font-semibold">{title}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text is scrolled by keyboard */}
      <div tabIndex={0} role="group" aria-label={title} className="max-h-80 overflow-y-auto border border-rule p-3">
        <ReadOnlyDocument document={document} />
      </div>
    </section>
  )
}

function differences(before: DocumentNode, after: DocumentNode) {
  const numbers = new Map([...citedEvidence(before), ...citedEvidence(after)].map((id, index) => [id, index + 1]))
  return diffSummary(publicBlocks(before, numbers), publicBlocks(after, numbers))
}
