import { readAddress } from '@/domain/language'

/** Where a request goes, as far as headers are concerned. */
export type Zone = 'public' | 'embed' | 'desk' | 'api'

export type HeaderOptions = {
  zone: Zone
  /** Fresh for each request, 128 random bits in base64. */
  nonce: string
  isDevelopment: boolean
  isHttps: boolean
}

const PRIVATE_PATHS = ['/desk', '/signin', '/api/trpc', '/api/auth'] as const

function isUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

/** Outside /api what machines read too: no page, so nothing in it is ever to load or run. */
const MACHINE_PATHS =
  /^\/((corrections\/)?feed\.(atom|rss|json)|dumps\/.*|oembed|incidents\/[^/]+(\/v\/[^/]+)?\/card\.png|log\/.*|sitemap\.xml|sitemap\/.*|robots\.txt|healthz|readyz)$/

export function zoneOf(path: string): Zone {
  const { path: page } = readAddress(path)
  if (isUnder(path, '/api') || MACHINE_PATHS.test(page)) return 'api'
  if (isUnder(page, '/embed')) return 'embed'
  return isUnder(path, '/desk') || isUnder(path, '/signin') ? 'desk' : 'public'
}

/** What no cache may keep: the desk, signing in and their API. */
export function isPrivate(path: string): boolean {
  return PRIVATE_PATHS.some((folder) => isUnder(path, folder))
}

/**
 * The content policy. A public page is a document and runs nothing (server/page), nor does what others put in a frame,
 * as anybody may. Elsewhere scripts run by nonce and by what those load. Style elements come from our own files; style
 * attributes are allowed in the desk alone, where React Aria places overlays with them (docs/decisions/0004).
 */
export function contentPolicy({ zone, nonce, isDevelopment, isHttps }: HeaderOptions): string {
  if (zone === 'api') return "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  const directives = [
    "default-src 'none'",
    ...(zone !== 'desk' && !isDevelopment ? ["script-src 'none'"] : scriptPolicy(nonce, isDevelopment)),
    ...stylePolicy(zone, nonce, isDevelopment),
    "img-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    zone === 'embed' ? "form-action 'none'" : "form-action 'self'",
    zone === 'embed' ? 'frame-ancestors *' : "frame-ancestors 'none'",
    "object-src 'none'",
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ]
  return directives.join('; ')
}

function scriptPolicy(nonce: string, isDevelopment: boolean): string[] {
  return [
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "manifest-src 'self'",
  ]
}

function stylePolicy(zone: Exclude<Zone, 'api'>, nonce: string, isDevelopment: boolean): string[] {
  // The development server's own overlay writes style elements.
  if (isDevelopment) return ["style-src 'self' 'unsafe-inline'"]
  if (zone !== 'desk') return ["style-src 'self'"]
  return [`style-src-elem 'self' 'nonce-${nonce}'`, "style-src-attr 'unsafe-inline'"]
}

/** Every header that guards a response, the content policy among them. */
export function securityHeaders(path: string, options: HeaderOptions): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentPolicy(options),
    'Referrer-Policy': isPrivate(path) ? 'no-referrer' : 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    // A page that lets in only what says so can frame it, too.
    ...(options.zone === 'embed' && { 'Cross-Origin-Resource-Policy': 'cross-origin' }),
    ...(options.isHttps && { 'Strict-Transport-Security': 'max-age=31536000' }),
    ...(isPrivate(path) && { 'Cache-Control': 'no-store', 'Cross-Origin-Resource-Policy': 'same-origin' }),
  }
}
