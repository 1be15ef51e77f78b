import type { ReactNode } from 'react'
import { citationsOf } from '@/domain/citation'
import type { DocumentNode } from '@/domain/document'
import { kerningOf } from '@/components/ui/long-word'

/** A summary to be read: the same blocks, without an editor. */
export function ReadOnlyDocument({ document }: { document: DocumentNode }) {
  const numbers = new Map(citationsOf(document).map(({ evidenceId, number }) => [evidenceId, number]))
  return <div className={`reading flex flex-col gap-3 ${kerningOf(document)}`}>{childrenOf(document, numbers)}</div>
}

type Numbers = ReadonlyMap<string, number>

function childrenOf(node: DocumentNode, numbers: Numbers): ReactNode {
  return (node.content ?? []).map((child, index) => <Part key={index} node={child} numbers={numbers} />)
}

function Part({ node, numbers }: { node: DocumentNode; numbers: Numbers }) {
  const inner = childrenOf(node, numbers)
  switch (node.type) {
    case 'paragraph':
      return <p dir="auto">{inner}</p>
    case 'heading':
      return (
        <p dir="auto" className="font-semibold">
          {inner}
        </p>
      )
    case 'blockquote':
      return <blockquote className="border-s-2 border-rule-strong ps-3">{inner}</blockquote>
    case 'bulletList':
      return <ul className="list-disc ps-6">{inner}</ul>
    case 'orderedList':
      return <ol className="list-decimal ps-6">{inner}</ol>
    case 'listItem':
      return <li>{inner}</li>
    case 'citation':
      return <sup className="text-accent">[{numbers.get(String(node.attrs?.evidenceId)) ?? '?'}]</sup>
    default:
      return <Words node={node} />
  }
}

function Words({ node }: { node: DocumentNode }) {
  const has = (type: string) => node.marks?.some((mark) => mark.type === type) === true
  const inner = has('italic') ? <em>{node.text}</em> : node.text
  return has('bold') ? <strong>{inner}</strong> : <>{inner}</>
}
