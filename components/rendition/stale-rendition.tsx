'use client'

import { Button } from '@/components/ui/button'
import { Actions, Dialog } from '@/components/ui/dialog'
import type { Current } from '@/components/summary/autosave'
import { savedBy } from '@/components/summary/save-line'
import { labelledRows } from './rendition-rows'
import type { RenditionPageView, TypedText } from './view'

type StaleRenditionProps = {
  mine: TypedText
  current: Current<TypedText>
  view: RenditionPageView
  onOpenChange: (isOpen: boolean) => void
  onChoose: (choice: 'mine' | 'theirs') => void
}

/** Two versions of one translation: what differs, side by side; nothing is lost whichever is chosen (rule 15). */
export function StaleRendition({ mine, current, view, onOpenChange, onChoose }: StaleRenditionProps) {
  const isDraft = current.state === 'draft'
  const { who, sentence } = savedBy(current, view.viewer.name)
  const { language } = view.revision
  const theirs = isDraft ? `Saved by ${who}` : 'As it stands'
  const pairs = differences(view, mine, current.document)
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
          ? `${sentence} Both are here; nothing is lost. A row that only one of you changed stays as changed, whichever you keep.`
          : 'It was submitted, or ended, while you were typing. What you typed is here, and you can copy it.'}
      </p>
      <div className="grid max-h-96 gap-x-4 overflow-y-auto border-y border-rule py-2 md:grid-cols-2">
        <p className="label-caps max-md:hidden">Yours</p>
        <p className="label-caps max-md:hidden">{theirs}</p>
        {pairs.flatMap(({ label, own, other }, index) => [
          <div key={`own ${index}`} className="flex flex-col border-t border-rule py-1">
            <p className="text-sm font-medium">
              {label}
              <span className="md:hidden"> · yours</span>
            </p>
            <Words text={own} language={language} />
          </div>,
          <div key={`other ${index}`} className="flex flex-col py-1 md:border-t md:border-rule">
            <p className="text-sm font-medium">
              <span className="sr-only">{label} · </span>
              <span className="md:sr-only">{theirs}</span>
              <span aria-hidden className="max-md:hidden">
                {'\u00a0'}
              </span>
            </p>
            <Words text={other} language={language} />
          </div>,
        ])}
      </div>
      <Actions>
        {isDraft && (
          <>
            <Button variant="primary" onPress={() => onChoose('mine')}>
              Keep mine, and the other aside
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

function Words({ text, language }: { text: string; language: string }) {
  return text === '' ? (
    <p className="text-ink-muted">Nothing</p>
  ) : (
    <p lang={language} dir="auto" className="break-words whitespace-pre-line">
      {text}
    </p>
  )
}

/** The rows in which two texts differ, by what they translate. */
function differences(view: RenditionPageView, mine: TypedText, theirs: TypedText) {
  const others = labelledRows(view, theirs)
  const rows = labelledRows(view, mine).map(({ label, said }, at) => ({
    label,
    own: said,
    other: others[at]?.said ?? '',
  }))
  return rows.filter(({ own, other }) => own !== other)
}
