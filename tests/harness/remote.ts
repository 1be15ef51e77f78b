import { createTRPCClient, httpLink } from '@trpc/client'
import superjson from 'superjson'
import type { AppRouter } from '@/server/router'

/** The procedures of an application that runs elsewhere, as somebody's browser calls them. */
export function remote(url: string, cookie: string) {
  const headers = { cookie, origin: url }
  return createTRPCClient<AppRouter>({ links: [httpLink({ url: `${url}/api/trpc`, transformer: superjson, headers })] })
}

export type Remote = ReturnType<typeof remote>

/** Signs in with the form's own request. @returns the cookie to send from then on. */
export async function signInAt(url: string, email: string, password: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password, json: 'true' }),
  })
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0])
  if (response.status !== 200 || cookie.length === 0) throw new Error(`nobody was signed in: ${response.status}`)
  return cookie.join('; ')
}

const password = 'nine crows on a wet fence'
const tokenOf = (link: string): string => new URL(link).searchParams.get('token') ?? ''

/** The first account by the one-time link, and editors by its invitations. @returns everybody's cookie. */
export async function staff(url: string, firstLink: string, editors: number): Promise<string[]> {
  const nobody = remote(url, '')
  const email = 'lead@example.test'
  await nobody.account.createFirst.mutate({ token: tokenOf(firstLink), email, name: 'Lea Lead', password })
  const cookies = [await signInAt(url, email, password)]
  const lead = remote(url, cookies[0] ?? '')
  for (let number = 1; number <= editors; number++) {
    const address = `editor-${number}@example.test`
    const made = await lead.account.invite.mutate({ email: address, role: 'editor', isAdmin: false })
    await nobody.account.acceptInvitation.mutate({ token: tokenOf(made.url), name: `Editor ${number}`, password })
    cookies.push(await signInAt(url, address, password))
  }
  return cookies
}
