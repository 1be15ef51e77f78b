import { parse, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { LIMITS } from './limits'
import { ParseRefused } from './parsed'

/** Runs, draws or embeds; none of it is the text, and none of it is kept even to be skipped. */
const DROPPED = new Set(
  'style template svg math iframe object embed applet canvas audio video noframes frameset link portal'.split(' '),
)

const isLinkedData = (element: Tree.Element) =>
  element.attrs.some(({ name, value }) => name === 'type' && /^\s*application\/ld\+json\b/i.test(value))

function isKept(node: Tree.ChildNode): boolean {
  if (node.nodeName === '#comment') return false
  if (node.nodeName === 'script') return isLinkedData(node)
  if (node.nodeName === 'link')
    return node.attrs.some(({ name, value }) => name === 'rel' && /\bcanonical\b/i.test(value))
  return !DROPPED.has(node.nodeName)
}

/**
 * A page as markup without doubt in it: the tree that a browser makes, every element closed, scripts and drawings gone.
 * linkedom alone leaves out what a page without `<html>` or `<body>` says.
 * @throws ParseRefused `too_deep`: how browsers mend markup can nest it deeper than it was written
 */
export function settle(html: string): string {
  const tree = parse(html, { scriptingEnabled: false })
  const queue: { node: Tree.ParentNode; depth: number }[] = [{ node: tree, depth: 0 }]
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const { node, depth } = at
    if (depth > LIMITS.depth * 2) throw new ParseRefused('too_deep', 'This page nests its elements too deeply.')
    node.childNodes = node.childNodes.filter(isKept)
    for (const child of node.childNodes) if ('childNodes' in child) queue.push({ node: child, depth: depth + 1 })
  }
  return serialize(tree)
}

/**
 * The document of what `settle` gave. Nothing in it runs or loads. The package as one file, which is read in an eighth
 * of the time; it can only be imported.
 */
export async function build(settled: string): Promise<Document> {
  const { parseHTML } = await import('linkedom/worker')
  return parseHTML(settled).document
}
