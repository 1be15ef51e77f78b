import { Fragment } from 'react'
import { indexText } from '@/domain/text'
import type { Hit } from './hit-link'

/** The passage that was found, with what was looked for marked. */
export function MarkedText({ shown }: { shown: Hit['shown'] }) {
  const index = indexText(shown.text)
  const pieces = shown.marks.map((mark, at) => ({
    before: index.slice(shown.marks[at - 1]?.end ?? 0, mark.start),
    marked: index.slice(mark.start, mark.end),
    at: mark.start,
  }))
  return (
    <>
      {shown.isCutBefore && '… '}
      {pieces.map((piece) => (
        <Fragment key={piece.at}>
          {piece.before}
          <mark className="rounded-xs bg-highlight text-ink">{piece.marked}</mark>
        </Fragment>
      ))}
      {index.slice(shown.marks.at(-1)?.end ?? 0, index.length)}
      {shown.isCutAfter && ' …'}
    </>
  )
}
