/** More than any honest page states of itself. */
const LONGEST = 512 * 1024
const MOST_NODES = 5_000

export type Thing = Readonly<Record<string, unknown>>

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)

export type LinkedData = {
  /** Everything that is stated, whatever its depth: `@graph`, lists and parts included. */
  things: readonly Thing[]
  /** What a reference (`{ "@id": … }`) stands for. */
  resolve(thing: Thing): Thing
}

/** Reads schema.org JSON-LD, as many blocks as a page has; what is no JSON is as if it were not there. */
export function readLinkedData(blocks: readonly string[]): LinkedData {
  const queue: unknown[] = blocks.flatMap(readBlock)
  const things: Thing[] = []
  const named = new Map<string, Thing>()
  for (let at = 0; at < queue.length && at < MOST_NODES; at++) {
    const value = queue[at]
    if (Array.isArray(value)) queue.push(...(value as unknown[]).slice(0, MOST_NODES))
    if (!isThing(value)) continue
    things.push(value)
    const id = value['@id']
    if (typeof id === 'string' && Object.keys(value).length > 1 && !named.has(id)) named.set(id, value)
    for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) queue.push(part)
  }
  return {
    things,
    resolve: (thing) => (typeof thing['@id'] === 'string' ? (named.get(thing['@id']) ?? thing) : thing),
  }
}

function readBlock(text: string): unknown[] {
  if (text.length > LONGEST) return []
  // Some sites wrap it for readers of thirty years ago, and break lines inside strings.
  const bare = text.replace(/^\s*(<!--|(\/\/\s*)?<!\[CDATA\[)/, '').replace(/((\/\/\s*)?\]\]>|-->)\s*$/, '')
  for (const attempt of [bare, bare.replace(/[\0-\x1f]+/g, ' ')]) {
    try {
      return [JSON.parse(attempt)]
    } catch {
      // Tried as it is, then mended.
    }
  }
  return []
}

/** Most telling first: a page about an article often describes itself, its site and its trail of crumbs as well. */
const ARTICLES = [
  /^(Reportage|Analysis|Opinion|AskPublic|Background|Review)?NewsArticle$/,
  /^(Article|Report|LiveBlogPosting|BlogPosting|SocialMediaPosting|DiscussionForumPosting|ScholarlyArticle|TechArticle)$/,
  /^(VideoObject|AudioObject|ImageObject|PodcastEpisode)$/,
  /^(WebPage|ItemPage|CollectionPage|AboutPage)$/,
]

export function typesOf(thing: Thing): string[] {
  return stringsOf(thing['@type']).map((type) => type.replace(/^.*[/:#]/, ''))
}

/** The things that may be the article itself, most telling first. */
export function articlesOf({ things }: LinkedData): Thing[] {
  return ARTICLES.flatMap((pattern) => things.filter((thing) => typesOf(thing).some((type) => pattern.test(type))))
}

/** One string or several, each in JSON-LD's plain form or as `{ "@value": … }`. */
export function stringsOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? (value as unknown[]).slice(0, 50) : [value]
  return values.flatMap((one) => {
    const bare = isThing(one) ? one['@value'] : one
    return typeof bare === 'string' && bare.trim() !== '' ? [bare] : []
  })
}

/** Names of persons or organisations: strings, things with a name, or references to them. */
export function namesOf(value: unknown, data: LinkedData): string[] {
  const values: unknown[] = Array.isArray(value) ? (value as unknown[]).slice(0, 50) : [value]
  return values.flatMap((one) => (isThing(one) ? stringsOf(data.resolve(one)['name']) : stringsOf(one)))
}
