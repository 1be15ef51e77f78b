import { Fragment } from 'react'
import { directionOf, isLanguage } from '@/domain/language'
import type { PublicBlock, PublicInline } from '@/domain/snapshot-schema'
import type { Leaf } from './anchors'
import { Citation } from './citation'

/** The summary as it was approved, its citations numbered. `headingBase`: the level of its larger headings. */
export function Summary({ leaf, headingBase = 2 }: { leaf: Leaf; headingBase?: 2 | 3 | 4 }) {
  const { language, summary } = leaf.snapshot
  return (
    // Paragraphs have a direction of their own, so that "auto" would find none here, and bullets stand where it begins.
    <div
      lang={language}
      dir={isLanguage(language) ? directionOf(language) : 'auto'}
      className="reading flex flex-col gap-5"
    >
      <Blocks blocks={summary} leaf={leaf} headingBase={headingBase} />
    </div>
  )
}

type Props = { blocks: readonly PublicBlock[]; leaf: Leaf; headingBase: 2 | 3 | 4 }

function Blocks({ blocks, leaf, headingBase }: Props) {
  return blocks.map((block, index) => <Block key={index} block={block} leaf={leaf} headingBase={headingBase} />)
}

function Block({ block, leaf, headingBase }: Omit<Props, 'blocks'> & { block: PublicBlock }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p dir="auto">
          <Inlines content={block.content} leaf={leaf} />
        </p>
      )
    case 'heading': {
      const Heading = `h${Math.min(6, headingBase + block.level - 2)}` as 'h2' | 'h3' | 'h4'
      return (
        <Heading dir="auto" className={`mt-3 font-semibold ${block.level === 2 ? 'text-lg' : 'text-md'}`}>
          <Inlines content={block.content} leaf={leaf} />
        </Heading>
      )
    }
    case 'quotation':
      return (
        <blockquote className="flex flex-col gap-3 border-s-2 border-rule-strong ps-4 italic">
          <Blocks blocks={block.blocks} leaf={leaf} headingBase={headingBase} />
        </blockquote>
      )
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index} className="ps-1">
          <Blocks blocks={item} leaf={leaf} headingBase={headingBase} />
        </li>
      ))
      return block.isOrdered ? (
        <ol start={block.start} className="flex list-decimal flex-col gap-2 ps-6">
          {items}
        </ol>
      ) : (
        <ul className="flex list-disc flex-col gap-2 ps-6">{items}</ul>
      )
    }
  }
}

type Text = Extract<PublicInline, { text: string }>
type Run = { text: Text; citations: Extract<PublicInline, { citation: number }>[] }

/** A text with the numbers that follow it; a blank between two numbers is none. */
function runsOf(content: readonly PublicInline[]): Run[] {
  const runs: Run[] = []
  for (const [at, part] of content.entries()) {
    const last = runs.at(-1)
    if ('citation' in part) {
      if (last === undefined) runs.push({ text: { text: '' }, citations: [part] })
      else last.citations.push(part)
      continue
    }
    const next = content[at + 1]
    const isBlank = part.text.trim() === '' && next !== undefined && 'citation' in next
    if (!isBlank || last === undefined || last.citations.length === 0) runs.push({ text: part, citations: [] })
  }
  return runs
}

/** Letters of a word that fits a line of the narrowest phone with its numbers. */
const WORD = 20

/** A browser may break a line before a button: so a number is kept on one line with the word before it. */
function Inlines({ content, leaf }: { content: readonly PublicInline[]; leaf: Leaf }) {
  return runsOf(content).map(({ text, citations }, index) => {
    const numbers = citations.map((part) => (
      <Citation
        key={citations.indexOf(part)}
        number={part.citation}
        occurrence={leaf.spots.of.get(part) ?? 1}
        leaf={leaf}
      />
    ))
    if (numbers.length === 0) return <Styled key={index} as={text} text={text.text} />
    const said = text.text.trimEnd()
    const [word = ''] = /\S*$/u.exec(said) ?? []
    const isShort = Array.from(word).length <= WORD
    return (
      <Fragment key={index}>
        <Styled as={text} text={isShort ? said.slice(0, said.length - word.length) : said} />
        <span className={isShort ? 'whitespace-nowrap' : ''}>
          {isShort && <Styled as={text} text={word} />}
          {numbers}
        </span>
      </Fragment>
    )
  })
}

function Styled({ as: { isBold, isItalic }, text }: { as: Text; text: string }) {
  if (text === '') return null
  const inner = isItalic ? <em>{text}</em> : text
  return isBold ? <strong>{inner}</strong> : inner
}
