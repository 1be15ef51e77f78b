/** What a search finds, in the order in which kinds are offered. */
export const SEARCH_KINDS = ['incident', 'claim', 'source', 'passage', 'excerpt', 'party', 'place'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]
