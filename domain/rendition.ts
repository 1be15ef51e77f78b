import { z } from 'zod'
import type { DocumentNode } from './document'
import type { GateItem, GateTarget } from './gate'
import { canonicalJson, sha256Hex } from './hash'
import { LANGUAGES, type Language } from './language'
import { citationNumbers, textBlocks, withBlocks, writeLine } from './rendition-line'
import type { OwnWords, TranslatedWords } from './rendition-words'
import { approvalsFor, type ReviewFact } from './review'
import { snapshotSchema, SNAPSHOT_VERSION } from './snapshot-schema'
import { publicBlocks } from './snapshot-summary'
import { allowed, refused, type Verdict } from './verdict'
import { canStart, isWorking, type IncidentState, type RevisionState } from './workflow'

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

type Text = { doc: DocumentNode; words: TranslatedWords }

const headOf = (original: Original, language: Language, title: string) => ({
  schemaVersion: SNAPSHOT_VERSION as typeof SNAPSHOT_VERSION,
  kind: 'translation' as const,
  language,
  organisation: original.organisation,
  translates: { number: original.number, sha256: original.sha256, language: original.language },
  incident: { slug: original.slug, title },
})

/** What publishing this text would make: the same text gives the same bytes. */
export function buildRendition(original: Original, language: Language, { doc, words }: Text): Rendition {
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

const said = (words: TranslatedWords, path: string) => (Object.hasOwn(words, path) ? (words[path] ?? '').trim() : '')

const bare = (doc: DocumentNode) => canonicalJson(withBlocks(doc, []))

/** The same paragraphs, headings, lists and quotations, in the same order. */
export function hasShapeOf(original: DocumentNode, doc: DocumentNode): boolean {
  return bare(original) === bare(doc)
}

const cited = (node: DocumentNode): string[] =>
  (node.content ?? []).flatMap((child) => (child.type === 'citation' ? [String(child.attrs?.evidenceId)] : []))
const textOf = (node: DocumentNode) => (node.content ?? []).map((child) => child.text ?? '').join('')

/** Each thing of `many` that `few` has not, as often as it has it too seldom. */
function lacking(many: readonly string[], few: readonly string[]): string[] {
  const left = [...few]
  return many.filter((each) => {
    const at = left.indexOf(each)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** From so many characters on, words that are the original's letter for letter are taken for words not translated. */
const LONG = 40
const shorten = (text: string) => (text.length <= 60 ? text : `${text.slice(0, 59).trimEnd()}…`)

function blockItems(original: DocumentNode, doc: DocumentNode): GateItem[] {
  const numbers = citationNumbers(original)
  const translated = textBlocks(doc)
  return textBlocks(original).flatMap(({ node, path }, index): GateItem[] => {
    const own = translated[index]?.node ?? { type: 'paragraph' }
    const target: GateTarget = { kind: 'block', id: path.join('.') }
    const name = `“${shorten(textOf(node).trim())}”`
    const numbered = (ids: readonly string[]) => ids.map((id) => `[${numbers.get(id) ?? '?'}]`).join(', ')
    const missing = lacking(cited(node), cited(own))
    const added = lacking(cited(own), cited(node))
    const [before, now] = [textOf(node).trim(), textOf(own).trim()]
    const item = (rule: string, because: string, lift: string) => ({ rule, because, lift, target })
    return [
      ...(before !== '' && now === '' ? [item('rendition.empty', `${name} is not translated.`, 'Write it.')] : []),
      ...(before === '' && now !== ''
        ? [item('rendition.added', `“${shorten(now)}” is not in the original.`, 'Take it out.')]
        : []),
      ...(before.length >= LONG && before === now
        ? [item('rendition.same', `${name} still has the words of the original.`, 'Translate it.')]
        : []),
      ...(missing.length > 0
        ? [
            item(
              'rendition.citation',
              `${name} cites ${numbered(missing)}, and its translation does not.`,
              'Put it in where it belongs.',
            ),
          ]
        : []),
      ...(added.length > 0
        ? [
            item(
              'rendition.citation',
              `The translation of ${name} cites ${numbered(added)}, which the original does not cite there.`,
              'Take it out.',
            ),
          ]
        : []),
    ]
  })
}

const WHAT: Readonly<Record<OwnWords['what'], string>> = {
  title: 'The title',
  note: 'The note on this version',
  question: 'The question',
  claim: 'The claim',
  reason: 'The reason',
  party: 'The note on a party',
  description: 'The description of a source',
}

function wordItems(own: readonly OwnWords[], words: TranslatedWords): GateItem[] {
  return own.flatMap(({ path, what, text }) => {
    const name = `${WHAT[what]} “${shorten(text)}”`
    const target: GateTarget = { kind: 'words', id: path }
    const now = said(words, path)
    if (now === '')
      return [{ rule: 'rendition.empty', because: `${name} is not translated.`, lift: 'Write it.', target }]
    if (text.length < LONG || now !== text) return []
    return [
      {
        rule: 'rendition.same',
        because: `${name} still has the words of the original.`,
        lift: 'Translate it.',
        target,
      },
    ]
  })
}

/** What a text still lacks of being a translation of this original, in the order of the page. */
export function lackOf(original: Pick<Original, 'doc' | 'words'>, { doc, words }: Text): GateItem[] {
  if (!hasShapeOf(original.doc, doc))
    return [
      {
        rule: 'rendition.shape',
        because: 'It has other paragraphs than the original.',
        lift: 'Begin it anew.',
        target: { kind: 'block', id: '' },
      },
    ]
  return [...wordItems(original.words, words), ...blockItems(original.doc, doc)]
}

export function isTranslated(original: Pick<Original, 'doc' | 'words'>, text: Text): Verdict {
  const [first, ...rest] = lackOf(original, text)
  if (first === undefined) return allowed
  const more = rest.length === 0 ? '' : ` (and ${rest.length} more)`
  return refused(first.rule, `${first.because}${more}`, first.lift)
}

/** How the version stands that a translation is of. */
export type Standing = {
  number: number
  isRedacted: boolean
  /** The newest publication of the incident, and whether that is a retraction. */
  newest: { number: number; isRetraction: boolean }
}

/** Only what readers are shown as the account is put into other words. */
export function isTranslatable({ number, isRedacted, newest }: Standing): Verdict {
  if (newest.isRetraction && newest.number !== number)
    return refused('rendition.retracted', 'The account was retracted.', 'Publish it again first.')
  if (isRedacted)
    return refused('rendition.redacted', `Version ${number} was redacted.`, 'Publish another version first.')
  if (newest.number !== number)
    return refused(
      'rendition.outdated',
      `Version ${newest.number} has taken the place of version ${number}, which this translates.`,
      'Discard it, and begin a translation of the newest: paragraphs that did not change keep their words.',
    )
  return allowed
}

/** A new text in a language. `states`: of all texts of the incident in it. */
export function canBegin(input: {
  incidentState: IncidentState
  states: readonly RevisionState[]
  language: Language
  original: string
  standing: Standing
}): Verdict {
  if (input.incidentState !== 'open')
    return refused('revision.closed', 'The incident is closed.', 'A lead can open it again.')
  if (isLanguageOf(input.language, input.original))
    return refused('rendition.language', 'The account is in this language.', 'Choose another.')
  if (input.states.some(isWorking))
    return refused('revision.working', 'A translation into this language is being worked on.', 'Go on with that one.')
  return isTranslatable(input.standing)
}

/** `uk` is the language of `uk-Latn-UA`. */
const isLanguageOf = (language: Language, tag: string) => tag.split('-')[0] === language

export type RenditionGateInput = {
  revisionId: string
  state: RevisionState
  original: Pick<Original, 'doc' | 'words'>
  text: Text
  /** Of what publishing it would make now. */
  hash: string
  authors: readonly string[]
  /** Of this text, oldest first. */
  reviews: readonly ReviewFact[]
  approvalsNeeded: number
  standing: Standing
}

/** Everything that stands between a translation and its publication; empty where nothing does. */
export function renditionGate(input: RenditionGateInput): GateItem[] {
  const target: GateTarget = { kind: 'revision', id: input.revisionId }
  const standing = isTranslatable(input.standing)
  return [
    ...(standing.allowed ? [] : [{ rule: standing.rule, because: standing.because, lift: standing.lift, target }]),
    ...lackOf(input.original, input.text),
    ...approvalItems(input, target),
  ]
}

function approvalItems(
  { state, hash, reviews, authors, approvalsNeeded }: RenditionGateInput,
  target: GateTarget,
): GateItem[] {
  if (state === 'draft')
    return [{ rule: 'gate.submitted', because: 'It is not submitted for review.', lift: 'Submit it.', target }]
  const missing = approvalsNeeded - approvalsFor(hash, reviews, authors).length
  if (missing <= 0 && canStart('publish', state)) return []
  const because = missing === 1 ? 'One approval is missing.' : `${missing} approvals are missing.`
  return [{ rule: 'gate.approval', because, lift: 'An editor who did not write it reviews it.', target }]
}

/** `earlier`: how many translations of this version into this language there were. A note tells readers why it is another. */
export function canPublishRendition(input: RenditionGateInput & { earlier: number; note: string | null }): Verdict {
  if (!canStart('publish', input.state))
    return refused('gate.approval', 'Only an approved text is published.', 'Have it reviewed.')
  const [first] = renditionGate(input)
  if (first !== undefined) return refused(first.rule, first.because, first.lift)
  if (input.earlier === 0)
    return input.note === null
      ? allowed
      : refused('rendition.note', 'The first translation corrects nothing.', 'Leave the note out.')
  return input.note !== null && input.note.trim() !== ''
    ? allowed
    : refused('rendition.note', 'Readers are told why this replaces the translation before it.', 'Give a note.')
}

/** A published translation is taken back once, while there is something to take back. */
export function canTakeBack(input: { isPublished: boolean; isWithdrawn: boolean; isRedacted: boolean }): Verdict {
  if (!input.isPublished) return refused('rendition.none', 'No translation of this version is published.')
  if (input.isRedacted) return refused('rendition.redacted', 'It was redacted with its version.')
  return input.isWithdrawn ? refused('rendition.withdrawn', 'It was taken back already.') : allowed
}

type Version = { doc: DocumentNode; words: readonly OwnWords[] }

/**
 * A translation as the one of a newer version begins: what the original says as it did keeps its words; of the rest
 * the citations alone are there. `before`: the original that `text` translates; null for the first translation.
 */
export function beginFrom(original: Version, before: Version | null, text: Text | null): Text {
  const known = new Map<string, readonly DocumentNode[]>()
  if (before !== null && text !== null && hasShapeOf(before.doc, text.doc)) {
    const translated = textBlocks(text.doc)
    for (const [index, { node }] of textBlocks(before.doc).entries())
      known.set(canonicalJson(node), translated[index]?.node.content ?? [])
  }
  const blocks = textBlocks(original.doc).map(
    ({ node }) => known.get(canonicalJson(node)) ?? (node.content ?? []).filter(({ type }) => type === 'citation'),
  )
  const then = new Map((before?.words ?? []).map(({ what, text: own, path }) => [`${what} ${own}`, path]))
  const words = original.words.flatMap(({ path, what, text: own }) => {
    const from = then.get(`${what} ${own}`)
    const kept = from === undefined || text === null ? '' : said(text.words, from)
    return kept === '' ? [] : [[path, kept] as const]
  })
  return { doc: withBlocks(original.doc, blocks), words: Object.fromEntries(words) }
}

/** Each block of the original and of its translation as lines, side by side. */
export function linesOf(original: DocumentNode, doc: DocumentNode) {
  const numbers = citationNumbers(original)
  const translated = textBlocks(doc)
  return textBlocks(original).map(({ node, path }, index) => ({
    path: path.join('.'),
    node,
    line: writeLine(translated[index]?.node.content ?? [], numbers),
    citations: cited(node).flatMap((id) => numbers.get(id) ?? []),
  }))
}
