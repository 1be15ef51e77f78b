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

function Inlines({ content, leaf }: { content: readonly PublicInline[]; leaf: Leaf }) {
  return content.map((part, index) => {
    if ('citation' in part)
      return <Citation key={index} number={part.citation} occurrence={leaf.spots.of.get(part) ?? 1} leaf={leaf} />
    const next = content[index + 1]
    // A number stands by the word before it, and is never alone at the head of a line.
    const text = next !== undefined && 'citation' in next ? part.text.trimEnd() : part.text
    const inner = part.isItalic ? <em>{text}</em> : text
    return part.isBold ? <strong key={index}>{inner}</strong> : <span key={index}>{inner}</span>
  })
}
