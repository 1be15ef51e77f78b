import { canonicalJson } from './hash'
import type { Rendition } from './rendition-document'
import { inOtherWords, ownWords, said, type TranslatedWords } from './rendition-words'
import type { PublicBlock, PublicInline, Snapshot } from './snapshot-schema'

/** A version and its translation. */
export type Translated = { original: Snapshot; translation: Pick<Rendition, 'words' | 'summary'> }

/**
 * Two versions in the words of their translations, to tell what changed between them. What the original says in both has
 * the later words in both: that somebody has put it otherwise since is no change of the account.
 */
export function translatedPair(before: Translated, after: Translated): { before: Snapshot; after: Snapshot } {
  const inWords = ({ original }: Translated, words: TranslatedWords, summary: Snapshot['summary']) =>
    inOtherWords(original, { language: original.language, words, summary })
  return {
    before: inWords(before, wordsThen(before, after), summaryThen(before, after)),
    after: inWords(after, after.translation.words, after.translation.summary),
  }
}

function wordsThen(before: Translated, after: Translated): TranslatedWords {
  const now = new Map(ownWords(after.original, null).map(({ what, text, path }) => [`${what} ${text}`, path]))
  const words = ownWords(before.original, null).map(({ what, text, path }): [string, string] => {
    const kept = now.get(`${what} ${text}`)
    return [path, kept === undefined ? said(before.translation.words, path) : said(after.translation.words, kept)]
  })
  return Object.fromEntries(words.filter(([, text]) => text !== ''))
}

type Line = Extract<PublicBlock, { kind: 'paragraph' | 'heading' }>

function summaryThen(before: Translated, after: Translated): Snapshot['summary'] {
  const [own, lines] = [linesOf(before.original.summary), linesOf(before.translation.summary)]
  const [ownNow, linesNow] = [linesOf(after.original.summary), linesOf(after.translation.summary)]
  // A translation has the lines of what it translates, one for one.
  if (own.length !== lines.length || ownNow.length !== linesNow.length) return before.translation.summary
  const keys = (snapshot: Snapshot) => new Map(snapshot.evidence.map(({ number, key }) => [number, key]))
  const [keysThen, keysNow] = [keys(before.original), keys(after.original)]
  const numbersThen = new Map([...keysThen].map(([number, key]) => [key, number]))
  const kept = new Map(ownNow.map((line, at) => [keyed(line, keysNow), linesNow[at]?.content]))
  const back = (part: PublicInline): PublicInline =>
    'citation' in part
      ? { ...part, citation: numbersThen.get(keysNow.get(part.citation) ?? '') ?? part.citation }
      : part
  return withLines(
    before.translation.summary,
    own.map((line, at) => kept.get(keyed(line, keysThen))?.map(back) ?? lines[at]?.content ?? []),
  )
}

/** A line with the keys of what it cites: numbers shift when a citation is added. */
function keyed({ kind, content }: Line, keys: ReadonlyMap<number, string>): string {
  return canonicalJson([kind, content.map((part) => ('citation' in part ? [keys.get(part.citation) ?? null] : part))])
}

/** Every paragraph and heading, in the order of the text. */
function linesOf(blocks: readonly PublicBlock[]): Line[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'quotation') return linesOf(block.blocks)
    return block.kind === 'list' ? block.items.flatMap(linesOf) : [block]
  })
}

/** The same blocks with other words in their lines. */
function withLines(blocks: readonly PublicBlock[], contents: readonly PublicInline[][]): PublicBlock[] {
  let at = 0
  const visit = (block: PublicBlock): PublicBlock => {
    if (block.kind === 'quotation') return { ...block, blocks: block.blocks.map(visit) }
    if (block.kind === 'list') return { ...block, items: block.items.map((item) => item.map(visit)) }
    return { ...block, content: contents[at++] ?? [] }
  }
  return blocks.map(visit)
}
