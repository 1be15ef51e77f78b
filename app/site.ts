import { env } from '@/env'

/** Under the address readers use. */
export function siteUrl(path: string): string {
  return `${env().PUBLIC_URL}${path}`
}

export function isDemo(): boolean {
  return env().IS_DEMO
}

/** May search engines and fact-check aggregators take it up? What a demo invents is only for trying. */
export function isIndexed(): boolean {
  return !env().IS_DEMO || env().DEMO_MARKUP
}
