import { whyNotReady } from '@/server/readiness'

export const dynamic = 'force-dynamic'

/** Can it serve what is so, and if not, why? Readers may be served what is kept, as of when it was, all the same. */
export async function GET(): Promise<Response> {
  const why = await whyNotReady()
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(why === null ? 'ready\n' : `not ready: ${why}\n`, { status: why === null ? 200 : 503, headers })
}
