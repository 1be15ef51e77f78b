import { env } from '@/env'

/** Cookies are bound to this very host by their prefix wherever the address is https. */
export function isSecure(): boolean {
  return env().PUBLIC_URL.startsWith('https://')
}

export function sessionCookieName(): string {
  return isSecure() ? '__Host-assay.session' : 'assay.session'
}

export function csrfCookieName(): string {
  return isSecure() ? '__Host-assay.csrf' : 'assay.csrf'
}

/** Cookies by name; the first of a name counts, as browsers send the most specific path first. */
export function readCookies(header: string | null): Map<string, string> {
  const found = new Map<string, string>()
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at < 0) continue
    const name = pair.slice(0, at).trim()
    if (!found.has(name)) found.set(name, decode(pair.slice(at + 1).trim()))
  }
  return found
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
