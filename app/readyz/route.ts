import { isReady } from '@/server/readiness'

export const dynamic = 'force-dynamic'

/** Can it serve? */
export async function GET(): Promise<Response> {
  const ready = await isReady()
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(ready ? 'ready\n' : 'not ready\n', { status: ready ? 200 : 503, headers })
}
