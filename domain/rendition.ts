import type { GateItem, GateTarget } from './gate'
import type { Language } from './language'
import type { Original, TranslationText } from './rendition-document'
import { lackOf } from './rendition-lack'
import { approvalsFor, type ReviewFact } from './review'
import { allowed, refused, type Verdict } from './verdict'
import { canStart, isWorking, type IncidentState, type RevisionState } from './workflow'

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
  text: TranslationText
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
  if (input.isRedacted) return refused('rendition.redacted', 'It was redacted.')
  return input.isWithdrawn ? refused('rendition.withdrawn', 'It was taken back already.') : allowed
}
