import anyAscii from 'any-ascii'

export const SLUG_MAX = 80

/**
 * The address of an incident, from its title in any script: a–z, 0–9 and single hyphens, 1–80 characters,
 * cut between words where possible. A title that leaves nothing becomes `incident`. Uniqueness is the caller's.
 */
export function slugify(title: string): string {
  const words = anyAscii(title.normalize('NFC'))
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return (words.length <= SLUG_MAX ? words : cut(words)) || 'incident'
}

function cut(words: string): string {
  const head = words.slice(0, SLUG_MAX + 1)
  const hyphen = head.lastIndexOf('-')
  return hyphen > SLUG_MAX / 2 ? head.slice(0, hyphen) : words.slice(0, SLUG_MAX).replace(/-+$/, '')
}

/** The slug with a number behind it, for a title that is taken: `depot-raid-2`, still at most 80 characters. */
export function numberedSlug(slug: string, number: number): string {
  const suffix = `-${number}`
  return slug.slice(0, SLUG_MAX - suffix.length).replace(/-+$/, '') + suffix
}

export function isSlug(text: string): boolean {
  return text.length <= SLUG_MAX && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}
