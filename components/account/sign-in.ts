export type SigninAnswer =
  | { ok: true; url: string }
  | { ok: false; error: 'refused' | 'slow' | 'again' | 'network'; seconds: number }

type Said = { url?: unknown; error?: unknown; seconds?: unknown }

const no = (error: 'refused' | 'slow' | 'again' | 'network', seconds = 0): SigninAnswer => ({
  ok: false,
  error,
  seconds,
})

/** Signs in; the cookie comes with the answer, and `url` is where to go. */
export async function signIn(given: { email: string; password: string; next: string }): Promise<SigninAnswer> {
  const said = await post('/api/auth/callback/credentials', given)
  if (said === null) return no('network')
  if (typeof said.url === 'string') return { ok: true, url: said.url }
  if (said.error === 'refused') return no('refused')
  if (said.error === 'slow') return no('slow', typeof said.seconds === 'number' ? said.seconds : 0)
  return no('again')
}

async function post(address: string, body: Record<string, string>): Promise<Said | null> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, json: 'true' }),
    })
    return (await response.json()) as Said
  } catch {
    return null
  }
}

/** Ends this browser's session. False where the server could not be reached, or could not do it. */
export async function signOut(): Promise<boolean> {
  const said = await post('/api/auth/signout', {})
  return typeof said?.url === 'string'
}

/** "90" → "2 minutes": nobody waits by the second for long. */
export function waitInWords(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? '1 second' : `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}
