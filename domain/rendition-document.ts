import { z } from 'zod'
import type { DocumentNode } from './document'
import { canonicalJson, sha256Hex } from './hash'
import { LANGUAGES, type Language } from './language'
import { citationNumbers } from './rendition-line'
import { said, type OwnWords, type TranslatedWords } from './rendition-words'
import { snapshotSchema, SNAPSHOT_VERSION } from './snapshot-schema'
import { publicBlocks } from './snapshot-summary'

/**
 * The public document of a translation (docs/decisions/0045): the desk's own words of one publication in another
 * language. What it leaves out is read from that publication's own document.
 */
const { organisation, summary } = snapshotSchema.shape
const common = {
  schemaVersion: z.literal(SNAPSHOT_VERSION),
  kind: z.literal('translation'),
  language: z.enum(LANGUAGES),
  organisation,
  /** The publication that it is of, by the SHA-256 of its document. */
  translates: z.strictObject({
    number: z.int().min(1),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    language: z.string(),
  }),
  incident: z.strictObject({ slug: z.string(), title: z.string() }),
}
export const renditionSchema = z.strictObject({ ...common, words: z.record(z.string(), z.string()), summary })
/** What takes a translation back: a notice alone, in the language of the account. */
export const renditionWithdrawalSchema = z.strictObject({ ...common, withdrawn: z.string() })
export const renditionDocumentSchema = z.union([renditionSchema, renditionWithdrawalSchema])

export type Rendition = z.infer<typeof renditionSchema>
export type RenditionWithdrawal = z.infer<typeof renditionWithdrawalSchema>
export type RenditionDocument = z.infer<typeof renditionDocumentSchema>

/** A publication as a translation of it has to know it. */
export type Original = {
  number: number
  sha256: string
  language: string
  slug: string
  organisation: z.infer<typeof organisation>
  /** The summary that was published, with its citations by evidence. */
  doc: DocumentNode
  words: readonly OwnWords[]
}

/** A translation as it is written: its summary, and the other words by their paths. */
export type TranslationText = { doc: DocumentNode; words: TranslatedWords }

const headOf = (original: Original, language: Language, title: string) => ({
  schemaVersion: SNAPSHOT_VERSION as typeof SNAPSHOT_VERSION,
  kind: 'translation' as const,
  language,
  organisation: original.organisation,
  translates: { number: original.number, sha256: original.sha256, language: original.language },
  incident: { slug: original.slug, title },
})

/** What publishing this text would make: the same text gives the same bytes. */
export function buildRendition(original: Original, language: Language, { doc, words }: TranslationText): Rendition {
  const own = Object.fromEntries(
    original.words.flatMap(({ path }) => (said(words, path) === '' ? [] : [[path, said(words, path)]])),
  )
  return renditionSchema.parse({
    ...headOf(original, language, said(words, 'title')),
    words: own,
    summary: publicBlocks(doc, citationNumbers(original.doc)),
  } satisfies Rendition)
}

export function buildWithdrawal(original: Original, language: Language, note: string): RenditionWithdrawal {
  return {
    ...headOf(original, language, original.words.find(({ path }) => path === 'title')?.text ?? ''),
    withdrawn: note,
  }
}

export const renditionText = (document: RenditionDocument): string => canonicalJson(document)
export const renditionHash = (document: RenditionDocument): string => sha256Hex(renditionText(document))
