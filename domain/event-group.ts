import { EVENT_KINDS, type EventKind } from './event'

type NounOf<K> = K extends `${infer Noun}.${string}` ? Noun : never

/** What a history is narrowed to: the kinds of event, by what they are about. */
const GROUPS = {
  people: { label: 'People and accounts', scope: 'team' },
  settings: { label: 'Settings of the team', scope: 'team' },
  parties: { label: 'Parties, outlets and grades', scope: 'team' },
  places: { label: 'Places', scope: 'team' },
  incident: { label: 'The incident itself', scope: 'incident' },
  claims: { label: 'Questions and claims', scope: 'incident' },
  sources: { label: 'Sources and their texts', scope: 'incident' },
  evidence: { label: 'Evidence and origins', scope: 'incident' },
  votes: { label: 'Rounds and ballots', scope: 'incident' },
  summary: { label: 'Summary and reviews', scope: 'incident' },
  publication: { label: 'Publication and redaction', scope: 'incident' },
} as const satisfies Record<string, { label: string; scope: 'team' | 'incident' }>

export type EventGroup = keyof typeof GROUPS

export const EVENT_GROUPS = Object.keys(GROUPS) as [EventGroup, ...EventGroup[]]

/** The group of every noun, so that the compiler misses no kind. */
const GROUP_OF: Readonly<Record<NounOf<EventKind>, EventGroup>> = {
  account: 'people',
  session: 'people',
  invitation: 'people',
  reset: 'people',
  team: 'settings',
  party: 'parties',
  outlet: 'parties',
  place: 'places',
  incident: 'incident',
  question: 'claims',
  claim: 'claims',
  source: 'sources',
  capture: 'sources',
  intake: 'sources',
  exclusion: 'sources',
  lineage: 'sources',
  origin: 'evidence',
  excerpt: 'evidence',
  translation: 'evidence',
  evidence: 'evidence',
  round: 'votes',
  ballot: 'votes',
  revision: 'summary',
  bundle: 'publication',
  byline: 'publication',
  publication: 'publication',
  rendition: 'publication',
  notice: 'publication',
  redaction: 'publication',
}

export function kindsIn(group: EventGroup): EventKind[] {
  return EVENT_KINDS.filter((kind) => GROUP_OF[kind.split('.')[0] as NounOf<EventKind>] === group)
}

/** The groups that the history of an incident, or of the team, can hold anything of, with their labels. */
export function groupsOf(scope: 'team' | 'incident'): { id: EventGroup; label: string }[] {
  return EVENT_GROUPS.filter((group) => GROUPS[group].scope === scope).map((id) => ({ id, label: GROUPS[id].label }))
}
