import type { IntakeKind } from './intake'
import type { Language } from './language'
import type { Level } from './levels'

/** No detail beyond what the row itself says (who, when, which, from, to, why). */
type Bare = Record<string, never>

/** The language of a text that is a translation; not there for an account's own. */
type OfText = { language?: Language }

/** Every named event and what it carries. A ballot's level or reason is in none of them (rule 4). */
export interface EventDetails {
  'account.created': { name: string; role: string; isAdmin: boolean }
  'account.role-set': { name: string; from: string; to: string; isAdmin: boolean }
  'account.suspended': { name: string }
  'account.restored': { name: string }
  'account.password-changed': Bare
  'account.renamed': { from: string; to: string }
  'session.ended': Bare
  'invitation.created': { role: string; isAdmin: boolean }
  'invitation.revoked': Bare
  'reset.created': { name: string }
  'team.changed': { changed: string[] }
  'party.created': { name: string }
  'party.changed': { name: string; changed: string[] }
  /** Of a party: `name` was found to be `into`, and what it stood in is that one's now. */
  'party.merged': { name: string; into: string }
  'party.told-apart': { name: string; other: string }
  'outlet.graded': { name: string; from: string | null; to: string }
  /** With the entry of the gazetteer that it was made from, if it was. */
  'place.created': { name: string; geonamesId?: number }
  'place.changed': { name: string; changed: string[] }
  'place.merged': { name: string; into: string }
  'place.told-apart': { name: string; other: string }
  'incident.created': { title: string }
  'incident.changed': { changed: string[] }
  'incident.joined': Bare
  'incident.left': Bare
  'incident.closed': { reason: string }
  'incident.reopened': Bare
  'question.added': { text: string }
  'question.changed': { from: string; to: string }
  'claim.added': { text: string }
  'claim.changed': { text: string; changed: string[] }
  'claim.made-central': { text: string }
  'claim.withdrawn': { text: string }
  'claim.restored': { text: string }
  'source.added': { title: string | null }
  'source.linked': { title: string | null }
  'source.changed': { changed: string[] }
  /** Its page was read again; `lost`: passages quoted in this incident that stand in it no more. */
  'source.checked': { found: 'first' | 'same' | 'changed' | 'gone'; lost: number }
  'capture.taken': { textSha256: string }
  /** The host alone of an address: a whole one may have to be redacted, and an event never changes. */
  'intake.asked': { kind: IntakeKind; host: string | null }
  'intake.listed': { lines: number }
  'intake.retried': { host: string | null }
  'intake.fetched': { host: string; refusal: string | null }
  'intake.read': { refusal: string | null }
  /** `lines`: of what was left of a list. */
  'intake.cancelled': { host: string | null; lines?: number }
  'exclusion.marked': { start: number; end: number }
  'exclusion.lifted': { start: number; end: number }
  'lineage.drawn': { kind: string }
  'lineage.confirmed': { kind: string }
  'lineage.rejected': { kind: string }
  'lineage.suggested': { kind: string }
  'lineage.hinted': Bare
  'lineage.dismissed': Bare
  'origin.named': { channel: string }
  'origin.changed': { changed: string[] }
  'excerpt.cut': { exact: string }
  'excerpt.withdrawn': { exact: string }
  'translation.added': { language: string }
  'evidence.attached': { exact: string; claim: string | null; stance: string | null }
  'evidence.changed': { changed: string[] }
  'evidence.withdrawn': { exact: string }
  'round.opened': { claim: string; number: number; quorum: number }
  'round.revealed': { claim: string; number: number; level: Level }
  'round.superseded': { claim: string; number: number }
  'ballot.cast': { claim: string }
  'ballot.recused': { claim: string }
  'ballot.recast': Bare
  'revision.drafted': OfText
  'revision.edited': OfText
  'revision.discarded': OfText
  'revision.submitted': OfText
  'revision.withdrawn': OfText
  'revision.approved': OfText
  'revision.changes-requested': OfText
  /** Not the byline itself: it may have to be redacted, and an event never changes. */
  'byline.chosen': { isShown: boolean }
  'publication.published': { number: number; kind: string | null }
  'publication.retracted': { number: number }
  /** `version`: of the account. */
  'rendition.published': { language: Language; version: number; number: number }
  'rendition.withdrawn': { language: Language; version: number }
  /** `number`: of the version that was bundled for the public; null: the incident, for the desk. */
  'bundle.exported': { number: number | null }
  'notice.put': Bare
  'notice.lifted': Bare
  'redaction.proposed': { kind: string }
  'redaction.confirmed': { kind: string }
  'redaction.declined': { kind: string }
}

export type EventKind = keyof EventDetails

/** Every kind once; the record makes the compiler miss none. */
const KINDS: Record<EventKind, true> = {
  'account.created': true,
  'account.role-set': true,
  'account.suspended': true,
  'account.restored': true,
  'account.password-changed': true,
  'account.renamed': true,
  'session.ended': true,
  'invitation.created': true,
  'invitation.revoked': true,
  'reset.created': true,
  'team.changed': true,
  'party.created': true,
  'party.changed': true,
  'party.merged': true,
  'party.told-apart': true,
  'outlet.graded': true,
  'place.created': true,
  'place.changed': true,
  'place.merged': true,
  'place.told-apart': true,
  'incident.created': true,
  'incident.changed': true,
  'incident.joined': true,
  'incident.left': true,
  'incident.closed': true,
  'incident.reopened': true,
  'question.added': true,
  'question.changed': true,
  'claim.added': true,
  'claim.changed': true,
  'claim.made-central': true,
  'claim.withdrawn': true,
  'claim.restored': true,
  'source.added': true,
  'source.linked': true,
  'source.changed': true,
  'source.checked': true,
  'capture.taken': true,
  'intake.asked': true,
  'intake.listed': true,
  'intake.retried': true,
  'intake.fetched': true,
  'intake.read': true,
  'intake.cancelled': true,
  'exclusion.marked': true,
  'exclusion.lifted': true,
  'lineage.drawn': true,
  'lineage.confirmed': true,
  'lineage.rejected': true,
  'lineage.suggested': true,
  'lineage.hinted': true,
  'lineage.dismissed': true,
  'origin.named': true,
  'origin.changed': true,
  'excerpt.cut': true,
  'excerpt.withdrawn': true,
  'translation.added': true,
  'evidence.attached': true,
  'evidence.changed': true,
  'evidence.withdrawn': true,
  'round.opened': true,
  'round.revealed': true,
  'round.superseded': true,
  'ballot.cast': true,
  'ballot.recused': true,
  'ballot.recast': true,
  'revision.drafted': true,
  'revision.edited': true,
  'revision.discarded': true,
  'revision.submitted': true,
  'revision.withdrawn': true,
  'revision.approved': true,
  'revision.changes-requested': true,
  'byline.chosen': true,
  'publication.published': true,
  'publication.retracted': true,
  'rendition.published': true,
  'rendition.withdrawn': true,
  'bundle.exported': true,
  'notice.put': true,
  'notice.lifted': true,
  'redaction.proposed': true,
  'redaction.confirmed': true,
  'redaction.declined': true,
}

export const EVENT_KINDS = Object.keys(KINDS) as [EventKind, ...EventKind[]]

/** Kinds that no query ever returns: that somebody recast a ballot is nobody's to see. */
export const SEALED_EVENTS: ReadonlySet<EventKind> = new Set<EventKind>(['ballot.recast'])
