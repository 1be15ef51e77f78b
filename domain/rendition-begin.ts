import type { DocumentNode } from './document'
import { canonicalJson } from './hash'
import type { TranslationText } from './rendition-document'
import { hasShapeOf } from './rendition-lack'
import { textBlocks, withBlocks } from './rendition-line'
import { said, type OwnWords, type TranslatedWords } from './rendition-words'

type Version = { doc: DocumentNode; words: readonly OwnWords[] }

/**
 * A translation as the one of a newer version begins: what the original says as it did keeps its words; of the rest
 * the citations alone are there. `before`: the original that `text` translates; null for the first translation. `known`:
 * what else is already called something in that language, by its path.
 */
export function beginFrom(
  original: Version,
  before: Version | null,
  text: TranslationText | null,
  known: TranslatedWords = {},
): TranslationText {
  const blocksBefore = new Map<string, readonly DocumentNode[]>()
  if (before !== null && text !== null && hasShapeOf(before.doc, text.doc)) {
    const translated = textBlocks(text.doc)
    for (const [index, { node }] of textBlocks(before.doc).entries())
      blocksBefore.set(canonicalJson(node), translated[index]?.node.content ?? [])
  }
  const blocks = textBlocks(original.doc).map(
    ({ node }) =>
      blocksBefore.get(canonicalJson(node)) ?? (node.content ?? []).filter(({ type }) => type === 'citation'),
  )
  const then = new Map((before?.words ?? []).map(({ what, text: own, path }) => [`${what} ${own}`, path]))
  const words = original.words.flatMap(({ path, what, text: own }) => {
    const from = then.get(`${what} ${own}`)
    const kept = from === undefined || text === null ? said(known, path) : said(text.words, from)
    return kept === '' ? [] : [[path, kept] as const]
  })
  return { doc: withBlocks(original.doc, blocks), words: Object.fromEntries(words) }
}
