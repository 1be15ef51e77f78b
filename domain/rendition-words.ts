import { namePath, namesOf, renamed } from './rendition-names'
import type { PublicClaim, Snapshot } from './snapshot-schema'

export const OWN_WORDS = [
  'title',
  'note',
  'question',
  'claim',
  'reason',
  'party',
  'grade',
  'description',
  'name',
  'tag',
  'related',
] as const

/** One text of an account that is the desk's own and stands outside its summary. `path`: where, the same on every version. */
export type OwnWords = { path: string; what: (typeof OWN_WORDS)[number]; text: string }

const MAY_STAY: ReadonlySet<OwnWords['what']> = new Set(['name', 'tag', 'related'])
/** A name, a tag and the title of another account may stay as they are: where nothing is written for one, it does. */
export const mayStay = ({ what }: Pick<OwnWords, 'what'>): boolean => MAY_STAY.has(what)

/** Where the translation of a tag stands, and that of the title of a related account. */
export const tagPath = (tag: string): string => `tag/${tag}`
export const relatedPath = (slug: string): string => `related/${slug}`

/** Translated words by their paths. */
export type TranslatedWords = Readonly<Record<string, string>>

/** '' for what is not translated. */
export const said = (words: TranslatedWords, path: string): string =>
  Object.hasOwn(words, path) ? (words[path] ?? '').trim() : ''

const questionPath = (claim: PublicClaim) => `question/${claim.key}`
const sameQuestion = (a: PublicClaim, b: PublicClaim) =>
  a.question.kind === b.question.kind && a.question.text === b.question.text

/** Why outlets are graded as they are, each reason once. */
const gradeReasons = ({ evidence }: Snapshot): string[] => [
  ...new Set(evidence.flatMap((piece) => (piece.isConfidential ? [] : (piece.source.grade?.reason ?? [])))),
]

/**
 * The desk's own words on an account besides its summary, in the order of the page, and the names in it: what a
 * translation translates. Quotations and their translations, outlets, their titles and numbers are none. `note`: why this
 * version replaced the one before.
 */
export function ownWords(snapshot: Snapshot, note: string | null): OwnWords[] {
  const firsts = snapshot.claims.filter(
    (claim, index, all) => all.findIndex((each) => sameQuestion(each, claim)) === index,
  )
  const words: OwnWords[] = [
    { path: 'title', what: 'title', text: snapshot.incident.title },
    { path: 'note', what: 'note', text: note ?? '' },
    ...snapshot.claims.flatMap((claim) => [
      ...(firsts.includes(claim)
        ? [{ path: questionPath(claim), what: 'question' as const, text: claim.question.text }]
        : []),
      { path: `claim/${claim.key}`, what: 'claim' as const, text: claim.text },
      ...(claim.finding?.dissent ?? []).map(({ reason }, index) => ({
        path: `reason/${claim.key}/${index + 1}`,
        what: 'reason' as const,
        text: reason,
      })),
    ]),
    ...snapshot.incident.parties.map(({ note: text }, index) => ({
      path: `party/${index + 1}`,
      what: 'party' as const,
      text,
    })),
    ...gradeReasons(snapshot).map((text, index) => ({ path: `grade/${index + 1}`, what: 'grade' as const, text })),
    ...snapshot.evidence.flatMap((piece) =>
      piece.isConfidential
        ? [{ path: `description/${piece.key}`, what: 'description' as const, text: piece.description }]
        : [],
    ),
    ...namesOf(snapshot).map((text) => ({ path: namePath(text), what: 'name' as const, text })),
    ...snapshot.incident.tags.map((text) => ({ path: tagPath(text), what: 'tag' as const, text })),
    // One that is related in two ways has one title.
    ...[...new Map(snapshot.related.map(({ slug, title }) => [slug, title]))].map(([slug, text]) => ({
      path: relatedPath(slug),
      what: 'related' as const,
      text,
    })),
  ]
  return words.filter(({ text }) => text.trim() !== '')
}

/** The account in other words and names: everything that is neither stays what it is. */
export function inOtherWords(
  original: Snapshot,
  { language, words, summary }: { language: string; words: TranslatedWords; summary: Snapshot['summary'] },
): Snapshot {
  const say = (path: string, text: string) => said(words, path) || text
  const asked = (claim: PublicClaim) => original.claims.find((each) => sameQuestion(each, claim)) ?? claim
  const grades = gradeReasons(original)
  const snapshot = renamed(original, (name) => say(namePath(name), name))
  return {
    ...snapshot,
    language,
    summary,
    related: snapshot.related.map((other) => ({ ...other, title: say(relatedPath(other.slug), other.title) })),
    incident: {
      ...snapshot.incident,
      title: say('title', snapshot.incident.title),
      tags: snapshot.incident.tags.map((tag) => say(tagPath(tag), tag)),
      parties: snapshot.incident.parties.map((party, index) => ({
        ...party,
        note: say(`party/${index + 1}`, party.note),
      })),
    },
    claims: snapshot.claims.map((claim) => ({
      ...claim,
      text: say(`claim/${claim.key}`, claim.text),
      question: { ...claim.question, text: say(questionPath(asked(claim)), claim.question.text) },
      finding: claim.finding && {
        ...claim.finding,
        dissent: claim.finding.dissent.map(({ level, reason }, index) => ({
          level,
          reason: say(`reason/${claim.key}/${index + 1}`, reason),
        })),
      },
    })),
    evidence: snapshot.evidence.map((piece) =>
      piece.isConfidential
        ? { ...piece, description: say(`description/${piece.key}`, piece.description) }
        : { ...piece, source: graded(piece.source, (reason) => say(`grade/${grades.indexOf(reason) + 1}`, reason)) },
    ),
  }
}

type Source = Extract<Snapshot['evidence'][number], { isConfidential: false }>['source']

const graded = (source: Source, say: (reason: string) => string): Source =>
  source.grade === null ? source : { ...source, grade: { ...source.grade, reason: say(source.grade.reason) } }
