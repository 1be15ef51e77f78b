export const dynamic = 'force-dynamic'

/** Is the process up? It asks nothing else, so that a database that is down does not get the process restarted. */
export function GET(): Response {
  return new Response('ok\n', { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
}
