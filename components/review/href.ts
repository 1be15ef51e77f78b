/** Where a text is read and decided upon: a translation beside its original. */
export function reviewHref({ revisionId, language }: { revisionId: string; language: string | null }): string {
  return `/desk/${language === null ? 'reviews' : 'translations'}/${revisionId}`
}
