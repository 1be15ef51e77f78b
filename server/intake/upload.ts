import { TRPCError } from '@trpc/server'
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import superjson from 'superjson'
import { askFileInput } from '@/domain/input/intake'
import { MOST_BYTES } from '@/domain/intake'
import { can } from '@/domain/policy'
import { env } from '@/env'
import { contextOf } from '../context'
import { isOwnRequest } from '../endpoint'
import { badInput, demand, Fault, notSignedIn } from '../fault'
import { describeError, log } from '../log'
import { securityHeaders } from '../security-headers'
import { ownFault } from '../trpc'
import { askFile } from './ask'

/** All of them: no proxy stands before this (proxy.ts). */
const guards = (): Record<string, string> => {
  const isHttps = env().PUBLIC_URL.startsWith('https:')
  const headers = securityHeaders('/api/intake', { zone: 'api', nonce: '', isDevelopment: false, isHttps })
  return { ...headers, 'Cache-Control': 'no-store' }
}

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
    return Response.json(superjson.serialize(tray), { headers: guards() })
  } catch (error) {
    return refusedResponse(error)
  }
}

/** @throws PAYLOAD_TOO_LARGE, counted as it comes; BAD_REQUEST for fewer bytes than were announced */
async function readBytes(request: Request): Promise<Buffer> {
  const tooLarge = () => new TRPCError({ code: 'PAYLOAD_TOO_LARGE', message: 'This file has more than 25 MB.' })
  const announced = request.headers.get('content-length')
  if (Number(announced ?? 0) > MOST_BYTES) throw tooLarge()
  const parts: Uint8Array[] = []
  let size = 0
  if (request.body === null) return Buffer.alloc(0)
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > MOST_BYTES) {
      await reader.cancel()
      throw tooLarge()
    }
    parts.push(value)
  }
  if (announced !== null && Number(announced) !== size)
    throw badInput([{ path: [], message: 'Only a part of this file arrived. Send it again.' }])
  return Buffer.concat(parts)
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
  return Response.json({ error: superjson.serialize(shape) }, { status: httpStatus, headers: guards() })
}
