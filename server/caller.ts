import { TRPCError } from '@trpc/server'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor } from '@/domain/policy'
import { contextOf } from './context'
import { appRouter } from './router'
import { createCallerFactory } from './trpc'

/** Where the proxy writes the path of a page's address, for coming back to it after a sign-in. */
export const PATH_HEADER = 'x-assay-path'

const requestContext = cache(async () => contextOf(await headers()))
const createCaller = createCallerFactory(appRouter)

/** The procedures, called in process by whoever is behind this request: the one gate for pages too. */
export const caller = cache(async () => createCaller(await requestContext()))

/** Who is signed in, or null: for pages that greet both. */
export async function currentActor(): Promise<Actor | null> {
  return (await requestContext()).actor
}

/** The person of a desk page; nobody signed in is sent to sign in, and back to `path` afterwards. */
export async function requireActor(path?: string): Promise<Actor> {
  const actor = await currentActor()
  if (actor === null) return redirectToSignin(path)
  return actor
}

/** Waits for a read of a page: what is missing is the not-found page, and a session that has ended leads to sign-in. */
export async function orNotFound<T>(read: Promise<T>): Promise<T> {
  try {
    return await read
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error
    if (error.code === 'NOT_FOUND' || error.code === 'BAD_REQUEST') notFound()
    if (error.code === 'UNAUTHORIZED') return redirectToSignin()
    throw error
  }
}

async function redirectToSignin(path?: string): Promise<never> {
  const wanted = path ?? (await headers()).get(PATH_HEADER)
  redirect(wanted ? `/signin?next=${encodeURIComponent(wanted)}` : '/signin')
}
