import type { Change } from '@/domain/snapshot-diff'
import type { MarkedBlock } from '@/domain/summary-diff'

/** What differs between two versions, in sentences, which are English in every language of the page. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  return (
    <ul lang="en" dir="ltr" className="flex max-w-reading list-disc flex-col gap-1 ps-5 text-base">
      {changes.map(({ text }, index) => (
        <li key={index}>
          <bdi>{text}</bdi>
        </li>
      ))}
    </ul>
  )
}

/** The summary with what was taken out and put in marked word by word; each mark is also said to screen readers. */
export function MarkedSummary({ blocks, language }: { blocks: readonly MarkedBlock[]; language: string }) {
  return (
    <div lang={language} className="reading flex flex-col gap-4">
      {blocks.map((block, index) => (
        <p key={index} dir="auto">
          {block.parts.map((part, at) => (
            <Part key={at} kind={part.kind} text={part.text} />
          ))}
        </p>
      ))}
    </div>
  )
}

function Part({ kind, text }: { kind: 'same' | 'added' | 'removed'; text: string }) {
  switch (kind) {
    case 'added':
      return <ins>{text}</ins>
    case 'removed':
      return <del>{text}</del>
    case 'same':
      return <span>{text}</span>
  }
}
