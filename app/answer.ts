import { sha256Hex } from '@/domain/hash'

/** A whole text with an ETag of its bytes: asked for again unchanged, it is a 304 without them. */
export function answer(request: Request, body: string, type: string, more: Record<string, string> = {}): Response {
  const etag = `"${sha256Hex(body).slice(0, 32)}"`
  const headers = { 'content-type': type, 'cache-control': 'no-cache', etag, ...more }
  const known = request.headers.get('if-none-match')?.split(',') ?? []
  const isKnown = known.some((tag) => tag.trim().replace(/^W\//, '') === etag)
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}
