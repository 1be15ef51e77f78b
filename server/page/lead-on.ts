const LIST = '/api/v1/incidents'
const LISTS =
  /^(?:\/[a-z]{2})?(?:\/|\/corrections(?:\/[a-z]+)?|\/api\/v1\/incidents|\/incidents\/[^/]+\/changes)?(?:\?(?:cursor|before)=|$)/
const NEXT_ON_PAGE = /<a rel="next" href="([^"&]+)"/
const NEXT_IN_DATA = /"nextCursor":"([^"]+)"/

/** Pages to which a list is turned ahead, in English and in another language; who goes further asks the database. */
const TURNED_MOST = 40
const TURNED_ELSEWHERE = 10
const IS_ELSEWHERE = /^\/[a-z]{2}(?:[/?]|$)/

/** Where a list goes on, and the parts of the sitemap. */
export function leadsOn(path: string, plain: Buffer, done: number): string[] {
  const text = plain.toString()
  if (path === '/sitemap.xml') return text.match(/\/sitemap\/[0-9a-f]+\.xml/g) ?? []
  const most = IS_ELSEWHERE.test(path) ? TURNED_ELSEWHERE : TURNED_MOST
  if (done >= most || !LISTS.test(path)) return []
  const [, next] = (path.startsWith('/api/') ? NEXT_IN_DATA : NEXT_ON_PAGE).exec(text) ?? []
  if (next === undefined) return []
  return [path.startsWith('/api/') ? `${LIST}?${new URLSearchParams({ cursor: next })}` : next]
}

const NARROWED = /href="((?:\/[a-z]{2}|\/)\?(?:level|place|party|tag)=[^"&]+)"/g
const FEEDS = ['atom', 'rss', 'json']

/** Into which parts of the list a front page leads, each with its feeds. */
export function narrowedOn(front: Buffer): string[] {
  const lists = new Set([...front.toString().matchAll(NARROWED)].map(([, list = '']) => list))
  return [...lists].flatMap((list) => {
    const [path = '', question = ''] = list.split('?')
    return [list, ...FEEDS.map((format) => `${path === '/' ? '' : path}/feed.${format}?${question}`)]
  })
}
