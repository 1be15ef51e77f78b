import { TRPCError } from '@trpc/server'
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import superjson from 'superjson'
import { askFileInput } from '@/domain/input/intake'
import { MOST_BYTES } from '@/domain/intake'
import { can } from '@/domain/policy'
import { contextOf } from '../context'
import { isOwnRequest } from '../endpoint'
import { badInput, demand, Fault, notSignedIn } from '../fault'
import { describeError, log } from '../log'
import { ownFault } from '../trpc'
import { askFile } from './ask'

const NO_STORE = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

/**
 * A file as the body of a POST, with what it belongs to in the address: `?incidentId=…&fileName=…`. Whoever may not
 * hand one in is told before it is read; what is too long is let go as soon as it is.
 */
export async function serveUpload(request: Request): Promise<Response> {
  try {
    if (!isOwnRequest(request.headers))
      throw new TRPCError({ code: 'FORBIDDEN', message: 'This request comes from another site.' })
    const ctx = await contextOf(request.headers)
    const { actor } = ctx
    if (actor === null) throw notSignedIn()
    demand(can(actor, 'capture.create'))
    const asked = askFileInput.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!asked.success)
      throw badInput(asked.error.issues.map(({ path, message }) => ({ path: path.map(String), message })))
    const bytes = await readBytes(request)
    if (bytes.length === 0) throw badInput([{ path: [], message: 'This file is empty.' }])
    const tray = await askFile({ ctx: { ...ctx, actor }, input: { ...asked.data, bytes } })
    return Response.json(superjson.serialize(tray), { headers: NO_STORE })
  } catch (error) {
    return refusedResponse(error)
  }
}

/** @throws PAYLOAD_TOO_LARGE, counted as it comes */
async function readBytes(request: Request): Promise<Buffer> {
  const tooLarge = () => new TRPCError({ code: 'PAYLOAD_TOO_LARGE', message: 'This file has more than 25 MB.' })
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) throw tooLarge()
  const parts: Uint8Array[] = []
  let size = 0
  if (request.body === null) return Buffer.alloc(0)
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(parts)
    size += value.byteLength
    if (size > MOST_BYTES) {
      await reader.cancel()
      throw tooLarge()
    }
    parts.push(value)
  }
}

/** In the shape in which the procedures refuse, so that the browser reads both alike. */
function refusedResponse(error: unknown): Response {
  const known = error instanceof TRPCError ? error : ownFault()
  if (known !== error) log.error('an upload failed', describeError(error))
  const httpStatus = getHTTPStatusCodeFromError(known)
  const fault = known.cause instanceof Fault ? known.cause.detail : {}
  const shape = {
    message: known.message,
    code: TRPC_ERROR_CODES_BY_KEY[known.code],
    data: { code: known.code, httpStatus, fault },
  }
  return Response.json({ error: superjson.serialize(shape) }, { status: httpStatus, headers: NO_STORE })
}
