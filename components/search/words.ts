import type { SearchKind, SearchStatus } from '@/domain/search'

export const KIND_LABEL: Readonly<Record<SearchKind, { one: string; many: string }>> = {
  incident: { one: 'Incident', many: 'Incidents' },
  claim: { one: 'Claim', many: 'Claims' },
  source: { one: 'Source', many: 'Sources' },
  passage: { one: 'Captured text', many: 'Captured texts' },
  excerpt: { one: 'Excerpt', many: 'Excerpts' },
  party: { one: 'Party', many: 'Parties' },
  place: { one: 'Place', many: 'Places' },
}

export const STATUS_WORDS: Readonly<Record<SearchStatus, string>> = {
  open: 'Open, not published',
  published: 'Published',
  retracted: 'Retracted',
  closed: 'Closed',
}
