'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-area'
import type { DocumentNode } from '@/domain/document'
import type { Language } from '@/domain/language'
import { readLine } from '@/domain/rendition-line'
import { languageWord } from './view'

export type RowFacts = {
  /** Where the gate leads to. */
  id: string
  label: string
  /** What is typed into, where the label says it of several rows. */
  field?: string | undefined
  /** The original's words; citations by their numbers. */
  original: readonly DocumentNode[]
  numbers: ReadonlyMap<string, number>
  language: Language
  originalLanguage: string
  /** As typed. */
  line: string
  lack: readonly { because: string; lift?: string | undefined }[]
}

type RowProps = RowFacts & { onChange?: (line: string) => void }

/** One paragraph or text beside its translation; without `onChange` both are read only. */
export function RenditionRow({
  id,
  label,
  field = label,
  original,
  originalLanguage,
  numbers,
  language,
  line,
  lack,
  onChange,
}: RowProps) {
  return (
    <li id={rowId(id)} tabIndex={-1} className="grid scroll-mt-4 gap-x-6 gap-y-2 py-4 md:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-1">
        <p className="label-caps">{label}</p>
        <p lang={originalLanguage} dir="auto" className="font-serif text-base break-words whitespace-pre-line">
          <Inline content={original} numbers={numbers} />
        </p>
      </div>
      <div className="flex min-w-0 flex-col gap-1">
        {onChange === undefined ? (
          <>
            <p className="label-caps">{languageWord(language)}</p>
            <p lang={language} dir="auto" className="font-serif text-base break-words whitespace-pre-line">
              <Inline content={readLine(line, numbers)} numbers={numbers} />
            </p>
          </>
        ) : (
          <Typed {...{ field, original, numbers, language, line, lack, onChange }} />
        )}
      </div>
    </li>
  )
}

export const rowId = (id: string) => `row-${encodeURIComponent(id)}`

type TypedProps = Required<Pick<RowFacts, 'field'>> &
  Pick<RowFacts, 'original' | 'numbers' | 'language' | 'line' | 'lack'> & {
    onChange: (line: string) => void
  }

function Typed({ field, original, numbers, language, line, lack, onChange }: TypedProps) {
  const box = useRef<HTMLTextAreaElement>(null)
  const cited = citedIn(original, numbers)
  const own = citedIn(readLine(line, numbers), numbers)
  function insert(number: number) {
    const typed = `[${number}]`
    const at = box.current?.selectionEnd ?? line.length
    const end = at + typed.length
    box.current?.focus()
    box.current?.setSelectionRange(at, at)
    // As if it had been typed, so that it can be undone by keyboard.
    // oxlint-disable-next-line typescript/no-deprecated -- nothing else keeps the browser's own list of what to undo
    if (document.execCommand('insertText', false, typed)) return
    onChange(`${line.slice(0, at)}${typed}${line.slice(at)}`)
    requestAnimationFrame(() => {
      box.current?.setSelectionRange(end, end)
    })
  }
  return (
    <>
      <TextArea
        ref={box}
        label={`${field}, ${languageWord(language)}`}
        value={line}
        onChange={onChange}
        lang={language}
        rows={Math.min(10, Math.ceil(lengthOf(original) / 45) + (cited.length > 0 ? 1 : 0))}
      />
      {cited.length > 0 && (
        <p className="flex flex-wrap items-center gap-2 text-sm text-ink-muted">
          Cites here:
          {cited.map((number, index) => {
            const isThere = countOf(own, number) >= countOf(cited.slice(0, index + 1), number)
            return isThere ? (
              <span key={index} className="text-confirmed">
                [{number}]
              </span>
            ) : (
              <Button key={index} size="small" onPress={() => insert(number)}>
                {`Insert [${number}]`}
              </Button>
            )
          })}
        </p>
      )}
      {lack.length > 0 && (
        <ul className="text-sm text-danger">
          {lack.map(({ because, lift }) => (
            <li key={because}>
              <bdi dir="ltr">{because}</bdi> {lift}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const countOf = (numbers: readonly number[], number: number) => numbers.filter((each) => each === number).length
const lengthOf = (content: readonly DocumentNode[]) => content.reduce((sum, { text = '' }) => sum + text.length, 0)
const citedIn = (content: readonly DocumentNode[], numbers: ReadonlyMap<string, number>): number[] =>
  content.flatMap((node) => (node.type === 'citation' ? (numbers.get(String(node.attrs?.evidenceId)) ?? []) : []))

function Inline({ content, numbers }: { content: readonly DocumentNode[]; numbers: ReadonlyMap<string, number> }) {
  return content.map((node, index) => {
    if (node.type === 'citation')
      return (
        <span key={index} className="font-sans text-sm text-accent">
          [{numbers.get(String(node.attrs?.evidenceId))}]
        </span>
      )
    const has = (type: string) => node.marks?.some((mark) => mark.type === type) === true
    const inner = has('italic') ? <em>{node.text}</em> : node.text
    return has('bold') ? <strong key={index}>{inner}</strong> : <span key={index}>{inner}</span>
  })
}
