import anyAscii from 'any-ascii'
import { allEvidence, claimsOf, nameOfSource, type Evidence, type Workspace } from '@/components/evidence/view'
import type { Stance } from '@/domain/words'

/** A piece of evidence as the editor offers and shows it. */
export type CitationEntry = {
  evidenceId: string
  excerptId: string
  sourceId: string
  /** Null: background. */
  claim: string | null
  stance: Stance | null
  quotation: string
  language: string | null
  translation: { text: string; language: string } | null
  source: string
  /** Outlet and date, as far as they are known. */
  origin: string
  isWithdrawn: boolean
}

export function citationEntries(workspace: Workspace): CitationEntry[] {
  const claims = new Map(claimsOf(workspace).map((claim) => [claim.id, claim.text]))
  const sources = new Map(workspace.sources.map((source) => [source.id, source]))
  return allEvidence(workspace).map((piece) => {
    const source = sources.get(piece.sourceId)
    return {
      evidenceId: piece.id,
      excerptId: piece.excerpt.id,
      sourceId: piece.sourceId,
      claim: piece.claimId === null ? null : (claims.get(piece.claimId) ?? null),
      stance: piece.stance,
      quotation: piece.excerpt.exact,
      language: source?.language ?? null,
      translation: translationOf(piece),
      source: source === undefined ? 'A source of another incident' : nameOfSource(source),
      origin: [source?.outlet?.name, source?.publishedWords].filter(Boolean).join(', '),
      isWithdrawn: piece.isWithdrawn,
    }
  })
}

function translationOf(piece: Evidence): CitationEntry['translation'] {
  const { translation } = piece.excerpt
  return translation === null ? null : { text: translation.text, language: translation.language }
}

/** In Latin letters without accents or case, so that a name is found however it is spelled. */
function plain(text: string): string {
  return anyAscii(text).toLowerCase()
}

const MOST = 8

/** What fits a query, best first: every word of it occurs, or nearly, in the passage, its claim or its source. */
export function searchEntries(entries: readonly CitationEntry[], query: string): CitationEntry[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  return entries
    .filter((entry) => !entry.isWithdrawn)
    .map((entry) => ({ entry, score: scoreOf(entry, words) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ entry }) => entry)
}

function scoreOf(entry: CitationEntry, words: readonly string[]): number {
  if (words.length === 0) return 1
  const fields = [
    plain(`${entry.quotation} ${entry.translation?.text ?? ''}`),
    plain(entry.claim ?? 'background'),
    plain(`${entry.source} ${entry.origin}`),
  ]
  const scores = words.map((word) => Math.max(...fields.map((field) => wordScore(field, word))))
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0)
}

/** 3 at the head of a word, 2 within one, 1 where its letters follow each other in a word; otherwise 0. */
function wordScore(field: string, word: string): number {
  const at = field.indexOf(word)
  if (at >= 0) return at === 0 || !/[a-z0-9]/.test(field[at - 1] ?? ' ') ? 3 : 2
  if (word.length < 3) return 0
  return field.split(/[^a-z0-9]+/).some((part) => isSubsequence(word, part)) ? 1 : 0
}

function isSubsequence(word: string, part: string): boolean {
  let at = 0
  for (const letter of part) if (letter === word[at]) at++
  return at === word.length && part.length <= word.length + 3
}
