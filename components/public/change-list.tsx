import { ENGLISH } from '@/domain/english'
import type { ReactNode } from 'react'
import type { Change, Said } from '@/domain/change'
import { messageOf, saidAt, saidText, type SaidTag } from '@/domain/change-words'
import type { MarkedBlock } from '@/domain/summary-diff'
import type { Words } from '@/domain/wording'
import { kerningOf } from '@/components/ui/long-word'

type ChangeListProps = {
  changes: readonly Change[]
  /** Of the account, whose own words stand in the sentences. */
  language: string
  words?: Words
}

/** What differs between two versions, in sentences; those of one claim or passage stand under it. */
export function ChangeList({ changes, language, words = ENGLISH }: ChangeListProps) {
  return (
    <ul className="flex max-w-reading list-disc flex-col gap-1.5 ps-5 text-base">
      {runsOf(changes).map(({ subject, all }, index) => {
        const items = all.map(({ says }, at) => (
          <li key={at}>
            <Sentence says={says} language={language} words={words} />
          </li>
        ))
        if (subject === null) return items
        return (
          <li key={`of-${index}`}>
            <p className="font-medium">
              {words.t.rich(`change.subject.${subject.kind}`, {
                text: () => <Own language={language}>{subject.text}</Own>,
              })}
            </p>
            <ul className="flex list-[circle] flex-col gap-0.5 ps-5">{items}</ul>
          </li>
        )
      })}
    </ul>
  )
}

type Run = { subject: Change['subject']; key: string | null; all: Change[] }

function runsOf(changes: readonly Change[]): Run[] {
  const runs: Run[] = []
  for (const change of changes) {
    const last = runs.at(-1)
    const isSame =
      last !== undefined && last.key === change.key && (last.subject === null) === (change.subject === null)
    if (isSame) last.all.push(change)
    else runs.push({ subject: change.subject, key: change.key, all: [change] })
  }
  return runs
}

/** Words of the account: in its language, and in its direction, whatever stands around them. */
function Own({ language, children }: { language: string; children: ReactNode }) {
  return <bdi lang={language}>{children}</bdi>
}

type SentenceProps = { says: Change['says']; language: string; words: Words }

function Sentence({ says, language, words }: SentenceProps) {
  const { key, what } = messageOf(says, words)
  const put = (tag: SaidTag) => () => {
    const said = saidAt(tag, says)
    if (said === null) return null
    if (says.form === 'note' && said.as === 'text') return <Own language={language}>{said.text}</Own>
    return <SaidNow said={said} language={language} words={words} />
  }
  return <>{words.t.rich(key, { what, before: put('before'), after: put('after'), text: put('text') })}</>
}

function SaidNow({ said, language, words }: { said: Said; language: string; words: Words }) {
  const quoted = (text: ReactNode) => words.t.rich('change.quote', { text: () => text })
  if (said.as === 'text') return <>{quoted(<Own language={language}>{said.text}</Own>)}</>
  return (
    <bdi className="font-medium">
      {saidText(said, words, (text) => words.t.markup('change.quote', { text: () => text }))}
    </bdi>
  )
}

/** The summary with what was taken out and put in marked word by word; each mark is also said to screen readers. */
export function MarkedSummary({ blocks, language }: { blocks: readonly MarkedBlock[]; language: string }) {
  return (
    <div lang={language} className={`reading flex flex-col gap-4 ${kerningOf(blocks)}`}>
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
