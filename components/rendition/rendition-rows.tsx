'use client'

import { useMemo } from 'react'
import { parseDocument, emptyDocument, type DocumentNode } from '@/domain/document'
import type { GateItem } from '@/domain/gate'
import { lackOf } from '@/domain/rendition-lack'
import { citationNumbers, readLine, textBlocks, withBlocks } from '@/domain/rendition-line'
import { mayStay } from '@/domain/rendition-words'
import { RenditionRow } from './rendition-row'
import { WHAT_LABEL, type RenditionPageView, type TypedText } from './view'

type RowsProps = {
  view: RenditionPageView
  text: TypedText
  onChange?: (text: TypedText) => void
}

const documentOf = (json: unknown): DocumentNode => {
  const parsed = parseDocument(json)
  return parsed.ok ? parsed.doc : emptyDocument
}

/** What the text as it is typed still lacks. */
export function useLack(view: RenditionPageView, text: TypedText) {
  return useMemo(() => {
    const doc = documentOf(view.original.doc)
    const numbers = citationNumbers(doc)
    const translated = withBlocks(
      doc,
      text.lines.map((line) => readLine(line, numbers)),
    )
    return lackOf({ doc, words: view.original.words }, { doc: translated, words: text.words })
  }, [view.original, text])
}

type Block = { path: string; content: readonly DocumentNode[]; label: string; index: number }

/**
 * The rows of the summary, each with what it is called: "Paragraph 2". A line that was left empty has nothing to
 * translate, and stands here only where something was written for it.
 */
function blocksOf(original: DocumentNode, lines: readonly string[]): Block[] {
  let paragraphs = 0
  return textBlocks(original).flatMap(({ node: { type, content = [] }, path }, index) => {
    if (content.length === 0 && (lines[index] ?? '') === '') return []
    const label = type === 'heading' ? 'Heading' : `Paragraph ${++paragraphs}`
    return [{ path: path.join('.'), content, label, index }]
  })
}

/** What a translation says, row by row, each by what it translates. */
export function labelledRows(view: RenditionPageView, text: TypedText): { label: string; said: string }[] {
  return [
    ...blocksOf(documentOf(view.original.doc), text.lines).map(({ label, index }) => ({
      label,
      said: text.lines[index] ?? '',
    })),
    ...view.original.words.map(({ path, what }) => ({ label: WHAT_LABEL[what], said: text.words[path] ?? '' })),
  ]
}

/** How many rows there are, and how many of them lack nothing. */
export function progressOf({ original }: RenditionPageView, lack: readonly Pick<GateItem, 'rule' | 'target'>[]) {
  const rows = original.words.filter((own) => !mayStay(own)).length + blocksOf(documentOf(original.doc), []).length
  const open = new Set(
    lack
      .filter(({ rule, target }) => target.kind !== 'revision' && rule !== 'rendition.name')
      .map(({ target }) => `${target.kind} ${target.id}`),
  )
  return { rows, done: Math.max(0, rows - open.size) }
}

/** The original and its translation, side by side: title and note, the summary paragraph by paragraph, the other words. */
export function RenditionRows({ view, text, onChange }: RowsProps) {
  const { original, revision } = view
  const lack = useLack(view, text)
  const doc = useMemo(() => documentOf(original.doc), [original.doc])
  const numbers = useMemo(() => citationNumbers(doc), [doc])
  const shared = { numbers, language: revision.language, originalLanguage: original.language }
  // What is not begun is told beside, and not at every row.
  const begun = lack.filter(({ rule }) => rule !== 'rendition.empty')
  const lackAt = (kind: string, id: string) => begun.filter(({ target }) => target.kind === kind && target.id === id)
  const wordRow = ({ path, what, text: words }: RenditionPageView['original']['words'][number]) => (
    <RenditionRow
      key={path}
      {...shared}
      id={`words ${path}`}
      label={WHAT_LABEL[what]}
      field={mayStay({ what }) ? words : undefined}
      original={[{ type: 'text', text: words }]}
      numbers={NONE}
      line={text.words[path] ?? ''}
      lack={lackAt('words', path)}
      {...(onChange && {
        onChange: (line: string) => {
          onChange({ ...text, words: { ...text.words, [path]: line } })
        },
      })}
    />
  )
  const isHead = (what: string) => what === 'title' || what === 'note'
  return (
    <div className="flex flex-col gap-6">
      <Section title="Title">{original.words.filter(({ what }) => isHead(what)).map(wordRow)}</Section>
      <Section title="Summary">
        {blocksOf(doc, text.lines).map(({ path, content, label, index }) => (
          <RenditionRow
            key={path}
            {...shared}
            id={`block ${path}`}
            label={label}
            original={content}
            line={text.lines[index] ?? ''}
            lack={lackAt('block', path)}
            {...(onChange && {
              onChange: (line: string) => {
                onChange({ ...text, lines: text.lines.map((each, at) => (at === index ? line : each)) })
              },
            })}
          />
        ))}
      </Section>
      <Section title="Questions, claims and notes">
        {original.words.filter((own) => !isHead(own.what) && !mayStay(own)).map(wordRow)}
      </Section>
      <Section title="Names, tags, related titles" hint="What is left empty here stays as it is.">
        {original.words.filter(mayStay).map(wordRow)}
      </Section>
    </div>
  )
}

const NONE: ReadonlyMap<string, number> = new Map()

function Section({ title, hint, children }: { title: string; hint?: string; children: React.ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <section aria-label={title} className="flex flex-col">
      <h2 className="border-b border-ink pb-1 font-semibold">{title}</h2>
      {hint !== undefined && <p className="pt-2 text-sm text-ink-muted">{hint}</p>}
      <ul className="flex flex-col divide-y divide-rule">{children}</ul>
    </section>
  )
}
