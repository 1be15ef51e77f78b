import { serveHttp, type Site } from './pages'

export const DEPOT = 'http://courier.example.org/depot'
export const TITLE = 'Depot near Orvelsk destroyed, residents say'
/** The first stands in the page for good, the second until it has been read once. */
export const STAYS = 'The fire was seen from the other bank of the river until the morning'
export const GOES = 'One depot near Orvelsk was destroyed on Thursday night'

const facts = JSON.stringify({
  '@type': 'NewsArticle',
  headline: TITLE,
  datePublished: '2024-03-14',
  publisher: { name: 'The New Courier' },
})
const article = (title: string, first: string) => `<!doctype html><html lang="en"><head><title>${title}</title>
  ${title === TITLE ? `<script type="application/ld+json">${facts}</script>` : ''}</head><body>
  <nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>${title}</h1>
  <p>${first}, two residents told the paper by telephone.</p><p>${STAYS}, and the road was closed to lorries.</p>
  </article></body></html>`

/** Stands for the whole Internet: an article that is changed once it has been read, others that never are, and nothing else. */
export function serveNews(): Promise<Site> {
  let read = 0
  return serveHttp(({ url = '' }, response) => {
    const other = /^\/other\/(\w+)$/.exec(url)?.[1]
    if (url !== '/depot' && other === undefined) return response.writeHead(404).end()
    const first = url === '/depot' && read++ > 0 ? 'Two depots near Orvelsk were destroyed on Thursday night' : GOES
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    return response.end(
      other === undefined ? article(TITLE, first) : article(`Report ${other}`, `Of ${other}: ${GOES}`),
    )
  })
}
