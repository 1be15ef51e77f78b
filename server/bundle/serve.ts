import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { exportBundleInput } from '@/domain/input/bundle'
import { contextOf } from '../context'
import { isOwnForm } from '../endpoint'
import { badInput, notSignedIn } from '../fault'
import { describeError, log } from '../log'
import { ownFault, type Context } from '../trpc'
import { zipBag } from './bag'
import { deskPayload } from './desk'
import { exportBundle, type Order } from './export'
import { publicInfo, publicPayload } from './public'

const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

/** A POST of a form, with what is wanted in the address: `?incidentId=…&number=…`. The answer is a ZIP, as it is made. */
export async function serveBundle(request: Request): Promise<Response> {
  try {
    if (!isOwnForm(request.headers))
      throw new TRPCError({ code: 'FORBIDDEN', message: 'This request comes from another site.' })
    const ctx = await contextOf(request.headers)
    const { actor } = ctx
    if (actor === null) throw notSignedIn()
    const asked = exportBundleInput.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!asked.success)
      throw badInput(asked.error.issues.map(({ path, message }) => ({ path: path.map(String), message })))
    const order = await exportBundle({ ctx: { ...ctx, actor }, input: asked.data })
    const name = nameOf(order)
    const disposition = `attachment; filename="${name}.zip"`
    return new Response(bundle(ctx.db, order), {
      headers: { ...HEADERS, 'content-type': 'application/zip', 'content-disposition': disposition },
    })
  } catch (error) {
    const known = error instanceof TRPCError ? error : ownFault()
    if (known !== error) log.error('an export failed', describeError(error))
    const headers = { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' }
    return new Response(`${known.message}\n`, { status: getHTTPStatusCodeFromError(known), headers })
  }
}

/** A slug is small letters, digits and hyphens: nothing in it needs escaping in a header. */
const nameOf = ({ incident, published }: Order): string =>
  published === null ? `${incident.slug}-desk` : `${incident.slug}-v${published.number}`

export function bundle(db: Context['db'], order: Order): ReadableStream<Uint8Array> {
  const { incident, published } = order
  if (published !== null) return zipBag(nameOf(order), publicInfo(published), publicPayload(published))
  const info = [
    ['External-Identifier', incident.slug],
    ['External-Description', incident.title],
    ['Internal-Sender-Description', 'For the desk alone: it may name confidential sources.'],
  ] as const
  return zipBag(nameOf(order), info, deskPayload(db, incident))
}
