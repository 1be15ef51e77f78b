import { UNKNOWN } from '../world'
import type { World } from '../world'
import type { Who } from '../world-people'

/** What a page answers: a status, or where it leads. */
export type PageOutcome = number | `to ${string}`
type PageCells = Readonly<Record<Who, PageOutcome>>
export type PageRow = { state: string; path: (world: World, who: Who) => string; cells: PageCells }

const all = (outcome: PageOutcome, but: Partial<PageCells> = {}): PageCells => ({
  nobody: outcome,
  observer: outcome,
  editor: outcome,
  author: outcome,
  lead: outcome,
  admin: outcome,
  suspended: outcome,
  ...but,
})
/** A suspended account is nobody: it is asked to sign in. */
const desk = (outcome: PageOutcome): PageCells => all(outcome, { nobody: 'to /signin', suspended: 'to /signin' })

const row = (state: string, path: PageRow['path'], cells: PageCells): PageRow => ({ state, path, cells })
const as =
  (path: string): PageRow['path'] =>
  () =>
    path
const slug = (part: { view: { incident: { slug: string } } }) => part.view.incident.slug

/** Every page and route of app/, by its folder without the groups, and what each person gets. */
export const pageTable: Readonly<Record<string, readonly PageRow[]>> = {
  '/': [
    row('newest', as('/'), all(200)),
    row('narrowed', as('/?q=depot&level=likely&from=2024-01-01'), all(200)),
    row('a place in the list that is none', as('/?cursor=nowhere'), all(404)),
  ],
  '/corrections': [row('some', as('/corrections'), all(200))],
  '/corrections/[kind]': [
    row('some', as('/corrections/retraction'), all(200)),
    row('no kind', as('/corrections/nothing'), all(404)),
  ],
  '/log': [row('as it is', as('/log'), all(200))],
  '/log/[...path]': [
    row('its checkpoint', as('/log/checkpoint'), all(200)),
    row('its key', as('/log/key'), all(200)),
    row('its styles', as('/log/styles'), all(200)),
    row('hashes', as('/log/tile/0/000.p/1'), all(200)),
    row('entries', as('/log/tile/entries/000.p/1'), all(200)),
    row('more than there are', as('/log/tile/entries/000'), all(404)),
    row('a tile at another address', as('/log/tile/0/0.p/1'), all(404)),
    row('a proof', as('/log/proof/0'), all(200)),
    row('a proof of nothing', as('/log/proof/999999'), all(404)),
    row('a number at another address', as('/log/proof/00'), all(404)),
    row('a document', as('/log/document/0.json'), all(200)),
    row('nothing', as('/log/nothing'), all(404)),
    row('NUL', as('/log/%00'), all(404)),
  ],
  '/method': [row('as it is', as('/method'), all(200))],
  '/incidents/[slug]': [
    row('published', (w) => `/incidents/${slug(w.published)}`, all(200)),
    row('being re-examined', (w) => `/incidents/${slug(w.again)}`, all(200)),
    row('retracted', (w) => `/incidents/${slug(w.retracted)}`, all(200)),
    row('in a language that it was translated into', (w) => `/ar/incidents/${slug(w.published)}`, all(200)),
    row('a draft', (w) => `/incidents/${slug(w.draft)}`, all(404)),
    row('in review', (w) => `/incidents/${slug(w.review)}`, all(404)),
    row('nothing', as('/incidents/nothing-here'), all(404)),
    row('NUL', as('/incidents/%00'), all(404)),
    row('half a character', as('/incidents/%ED%A0%80'), all(400)),
  ],
  '/incidents/[slug]/changes': [
    row('published', (w) => `/incidents/${slug(w.published)}/changes`, all(200)),
    row('retracted', (w) => `/incidents/${slug(w.retracted)}/changes`, all(200)),
    row('a draft', (w) => `/incidents/${slug(w.draft)}/changes`, all(404)),
  ],
  '/incidents/[slug]/v/[number]': [
    row('the first of two', (w) => `/incidents/${slug(w.retracted)}/v/1`, all(200)),
    row('none', (w) => `/incidents/${slug(w.retracted)}/v/3`, all(404)),
    row('no number', (w) => `/incidents/${slug(w.retracted)}/v/one`, all(404)),
  ],
  '/incidents/[slug]/card.png': [
    row('published', (w) => `/incidents/${slug(w.published)}/card.png`, all(200)),
    row('retracted', (w) => `/incidents/${slug(w.retracted)}/card.png`, all(200)),
    row('a draft', (w) => `/incidents/${slug(w.draft)}/card.png`, all(404)),
  ],
  '/incidents/[slug]/v/[number]/card.png': [
    row('published', (w) => `/incidents/${slug(w.published)}/v/1/card.png`, all(200)),
    row('a version that is not there', (w) => `/incidents/${slug(w.published)}/v/9/card.png`, all(404)),
    row('a draft', (w) => `/incidents/${slug(w.draft)}/v/1/card.png`, all(404)),
  ],
  '/embed/incidents/[slug]': [
    row('published', (w) => `/embed/incidents/${slug(w.published)}`, all(200)),
    row('retracted', (w) => `/embed/incidents/${slug(w.retracted)}`, all(200)),
    row('a draft', (w) => `/embed/incidents/${slug(w.draft)}`, all(404)),
    row('NUL', as('/embed/incidents/%00'), all(404)),
  ],
  '/oembed': [
    // The address that readers use is not known to the table; tests/contract/formats asks for one.
    row('of nothing', as('/oembed'), all(400)),
    row('of another site', as('/oembed?url=https://elsewhere.example/incidents/x'), all(404)),
    row('in a format that there is not', as('/oembed?url=x&format=yaml'), all(501)),
  ],
  '/dumps/index.json': [row('some', as('/dumps/index.json'), all(200))],
  '/dumps/[file]': [
    row('everything', as('/dumps/publications-0.jsonl'), all(200)),
    row('a table', as('/dumps/publications-0.csv'), all(200)),
    row('the claims', as('/dumps/claims-0.csv'), all(200)),
    row('a part that there is not yet', as('/dumps/claims-9.csv'), all(404)),
    row('a number at another address', as('/dumps/claims-00.csv'), all(404)),
    row('with a question', as('/dumps/claims-0.csv?a=b'), all(400)),
    row('nothing', as('/dumps/nothing'), all(404)),
  ],
  '/feed.atom': [
    row('some', as('/feed.atom'), all(200)),
    row('narrowed', as('/feed.atom?party=north&level=likely'), all(200)),
    row('narrowed by nothing that there is', as('/feed.atom?level=sure'), all(400)),
    row('with a question', as('/feed.atom?a=b'), all(400)),
  ],
  '/data': [row('as it is', as('/data'), all(200))],
  '/corrections/feed.atom': [
    row('some', as('/corrections/feed.atom'), all(200)),
    row('narrowed', as('/corrections/feed.atom?party=north'), all(400)),
  ],
  '/corrections/feed.rss': [row('some', as('/corrections/feed.rss'), all(200))],
  '/corrections/feed.json': [row('some', as('/corrections/feed.json'), all(200))],
  '/feed.rss': [row('some', as('/feed.rss'), all(200))],
  '/feed.json': [row('some', as('/feed.json'), all(200))],
  '/robots.txt': [row('as it is', as('/robots.txt'), all(200))],
  '/sitemap.xml': [row('some', as('/sitemap.xml'), all(200))],
  '/sitemap/[part]': [
    row('a part', as('/sitemap/0.xml'), all(200)),
    row('none', as('/sitemap/x.xml'), all(404)),
    row('no part', as('/sitemap/0'), all(404)),
  ],
  '/api/v1/incidents': [
    row('some', as('/api/v1/incidents'), all(200)),
    row('a cursor that is none', as('/api/v1/incidents?cursor=nowhere'), all(400)),
  ],
  '/api/v1/incidents/[slug]': [
    row('published', (w) => `/api/v1/incidents/${slug(w.published)}`, all(200)),
    row('an older version', (w) => `/api/v1/incidents/${slug(w.retracted)}?v=1`, all(200)),
    row('a draft', (w) => `/api/v1/incidents/${slug(w.draft)}`, all(404)),
  ],
  '/api/v1/openapi.json': [row('as it is', as('/api/v1/openapi.json'), all(200))],
  '/healthz': [row('up', as('/healthz'), all(200))],
  '/readyz': [row('ready', as('/readyz'), all(200))],
  '/api/auth/[...nextauth]': [
    row('its token', as('/api/auth/csrf'), all(200)),
    row('who one is, which it does not say', as('/api/auth/session'), all(200)),
    row('what it does not have', as('/api/auth/providers'), all(404)),
  ],
  '/api/bundle': [row('looked at, which exports nothing', as('/api/bundle'), all(405))],
  '/api/intake': [row('looked at, which hands nothing in', as('/api/intake'), all(405))],
  '/api/picture': [row('none', as(`/api/picture?captureId=${UNKNOWN}`), all(404, { nobody: 401, suspended: 401 }))],
  '/api/trpc/[trpc]': [
    row('a read of the desk', as('/api/trpc/team.show'), all(200, { nobody: 401, suspended: 401 })),
    row('nothing', as('/api/trpc/nothing'), all(404)),
  ],
  '/signin': [
    row('the form', as('/signin'), all('to /desk', { nobody: 200, suspended: 200 })),
    row('on the way elsewhere', as('/signin?next=//evil.example'), all('to /desk', { nobody: 200, suspended: 200 })),
  ],
  '/signin/first': [row('used', as('/signin/first?token=guessed'), all(200))],
  '/signin/invitation': [row('open', (w) => `/signin/invitation?token=${w.links.open}`, all(200))],
  '/signin/reset': [row('open', (w) => `/signin/reset?token=${w.links.reset}`, all(200))],
  '/desk': [
    row('work waits', as('/desk'), desk(200)),
    row('narrowed', as('/desk?status=voting&level=none&mine=1&text=depot'), desk(200)),
    row('a place in the list that is none', as('/desk?cursor=nowhere'), desk(404)),
  ],
  '/desk/[...nowhere]': [row('nothing', as('/desk/nothing/here'), desk(404))],
  '/desk/account': [row('oneself', as('/desk/account'), desk(200))],
  '/desk/ballots': [
    row('some', as('/desk/ballots'), desk(200)),
    row('a place in the list that is none', as('/desk/ballots?cursor=nowhere'), {
      ...desk(404),
      observer: 200,
      admin: 200,
    }),
  ],
  '/desk/incidents/new': [row('a form', as('/desk/incidents/new'), desk(200))],
  '/desk/incidents/[id]': [
    row('new', (w) => `/desk/incidents/${w.fresh.incidentId}`, desk(200)),
    row('voting', (w) => `/desk/incidents/${w.votes.incidentId}`, desk(200)),
    row('published', (w) => `/desk/incidents/${w.again.incidentId}`, desk(200)),
    row('closed', (w) => `/desk/incidents/${w.closed.incidentId}`, desk(200)),
    row('an id of nothing', as(`/desk/incidents/${UNKNOWN}`), desk(404)),
    row('no id', as('/desk/incidents/none'), desk(404)),
    row('half a character', as('/desk/incidents/%ED%A0%80'), all(400)),
  ],
  '/desk/incidents/[id]/connections': [
    row('none', (w) => `/desk/incidents/${w.fresh.incidentId}/connections`, desk(200)),
    row('one that is not there', (w) => `/desk/incidents/${w.votes.incidentId}/connections?edge=x`, desk(200)),
    row('of an incident that there is not', as(`/desk/incidents/${UNKNOWN}/connections`), desk(404)),
  ],
  '/desk/incidents/[id]/history': [
    row('voting', (w) => `/desk/incidents/${w.votes.incidentId}/history?group=votes&from=2024-01-01`, desk(200)),
    row('of an incident that there is not, and no day', as(`/desk/incidents/${UNKNOWN}/history?from=x`), desk(404)),
    row('an id of nothing', as(`/desk/incidents/${UNKNOWN}/history`), desk(404)),
  ],
  '/desk/incidents/[id]/sources/[sourceId]': [
    row('held', (w) => `/desk/incidents/${w.fresh.incidentId}/sources/${w.fresh.sourceId}`, desk(200)),
    row(
      "another incident's",
      (w) => `/desk/incidents/${w.fresh.incidentId}/sources/${w.closed.pieces[0]?.sourceId}`,
      desk(404),
    ),
    row('an id of nothing', (w) => `/desk/incidents/${w.fresh.incidentId}/sources/${UNKNOWN}`, desk(404)),
  ],
  '/desk/search': [
    row('nothing typed', as('/desk/search'), desk(200)),
    row('found', as('/desk/search?q=depot&kind=excerpt'), desk(200)),
    row('a filter that is none', as('/desk/search?q=depot&level=sure'), desk(200)),
  ],
  '/desk/reviews': [row('mine', as('/desk/reviews'), desk(200)), row('all', as('/desk/reviews?which=all'), desk(200))],
  '/desk/translations/[revisionId]': [
    row('a draft', (w) => `/desk/translations/${w.rendition.draft.id}`, desk(200)),
    row('published', (w) => `/desk/translations/${w.rendition.published.id}`, desk(200)),
    row('an account’s own text', (w) => `/desk/translations/${w.review.revisionId}`, desk(404)),
    row('an id of nothing', as(`/desk/translations/${UNKNOWN}`), desk(404)),
  ],
  '/desk/reviews/[revisionId]': [
    row('in review', (w) => `/desk/reviews/${w.review.revisionId}`, desk(200)),
    row('approved', (w) => `/desk/reviews/${w.again.revisionId}`, desk(200)),
    row('an id of nothing', as(`/desk/reviews/${UNKNOWN}`), desk(404)),
  ],
  '/desk/team': [
    row('people', as('/desk/team'), desk(200)),
    row('a place in the list of links that is none', as('/desk/team?links=nowhere'), {
      ...desk(200),
      admin: 404,
    }),
  ],
  '/desk/team/history': [
    row('some', as('/desk/team/history'), desk(200)),
    row('narrowed to what there is none of', as('/desk/team/history?group=x&person=x&from=x&to=x'), desk(200)),
    row('a place in the list that is none', as('/desk/team/history?cursor=nowhere'), desk(404)),
  ],
  '/desk/team/outlets': [row('some', as('/desk/team/outlets'), desk(200))],
  '/desk/team/parties': [row('some', as('/desk/team/parties?q=north'), desk(200))],
  '/desk/team/places': [row('some', as('/desk/team/places?q=Orv'), desk(200))],
  '/desk/team/settings': [row('as they are', as('/desk/team/settings'), desk(200))],
}

/** What readers get: no byte of it names an editor (rule 14). */
export const isPublic = (path: string): boolean =>
  !/^\/(desk|signin|api\/(trpc|auth|bundle|intake|picture))(\/|\?|$)/.test(path)
