import type { DocumentNode } from './document'
import type { GateItem, GateTarget } from './gate'
import { canonicalJson } from './hash'
import type { Original, TranslationText } from './rendition-document'
import { citationNumbers, citedIn, textBlocks, withBlocks } from './rendition-line'
import { namePath, sharedNames } from './rendition-names'
import { mayStay, said, type OwnWords, type TranslatedWords } from './rendition-words'
import { allowed, refused, type Verdict } from './verdict'

const bare = (doc: DocumentNode) => canonicalJson(withBlocks(doc, []))

/** The same paragraphs, headings, lists and quotations, in the same order. */
export function hasShapeOf(original: DocumentNode, doc: DocumentNode): boolean {
  return bare(original) === bare(doc)
}

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
    const missing = lacking(citedIn(node), citedIn(own))
    const added = lacking(citedIn(own), citedIn(node))
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
  grade: 'The reason of a grade',
  description: 'The description of a source',
  name: 'The name',
  tag: 'The tag',
  related: 'The title of a related account',
}

function wordItems(own: readonly OwnWords[], words: TranslatedWords): GateItem[] {
  return own.flatMap(({ path, what, text }) => {
    const name = `${WHAT[what]} “${shorten(text)}”`
    const target: GateTarget = { kind: 'words', id: path }
    const now = said(words, path)
    if (now === '' && mayStay({ what })) return []
    if (now === '')
      return [{ rule: 'rendition.empty', because: `${name} is not translated.`, lift: 'Write it.', target }]
    if (text.length < LONG || now !== text || mayStay({ what })) return []
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

/** Two that have different names must not seem to be one: readers count origins by them. */
function nameItems(own: readonly OwnWords[], words: TranslatedWords): GateItem[] {
  const names = own.flatMap(({ what, text }) => (what === 'name' ? [text] : []))
  const shared = sharedNames(names, (name) => said(words, namePath(name)) || name)
  return shared.map(([shown, owners]) => ({
    rule: 'rendition.name',
    because: `${owners.map((each) => `“${shorten(each)}”`).join(' and ')} would both be called “${shorten(shown)}”.`,
    lift: 'Give each a name of its own.',
    target: {
      kind: 'words',
      id: namePath(owners.find((each) => said(words, namePath(each)) !== '') ?? owners[0] ?? ''),
    },
  }))
}

/** What a text still lacks of being a translation of this original, in the order of the page. */
export function lackOf(original: Pick<Original, 'doc' | 'words'>, { doc, words }: TranslationText): GateItem[] {
  if (!hasShapeOf(original.doc, doc))
    return [
      {
        rule: 'rendition.shape',
        because: 'It has other paragraphs than the original.',
        lift: 'Begin it anew.',
        target: { kind: 'block', id: '' },
      },
    ]
  return [...wordItems(original.words, words), ...nameItems(original.words, words), ...blockItems(original.doc, doc)]
}

export function isTranslated(original: Pick<Original, 'doc' | 'words'>, text: TranslationText): Verdict {
  const [first, ...rest] = lackOf(original, text)
  if (first === undefined) return allowed
  const more = rest.length === 0 ? '' : ` (and ${rest.length} more)`
  return refused(first.rule, `${first.because}${more}`, first.lift)
}
