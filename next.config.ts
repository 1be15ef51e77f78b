import type { NextConfig } from 'next'
import { addressIn, LANGUAGES, SHARED_PAGES, TRANSLATED_PAGES } from './domain/language'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // A title that came late would be put in its place by a script.
  htmlLimitedBots: /.*/,
  // One page draws every language; proxy.ts tells it which was asked for. Other prefixes lead nowhere.
  rewrites: () =>
    Promise.resolve(
      LANGUAGES.filter((language) => language !== 'en').flatMap((language) =>
        [...TRANSLATED_PAGES, ...SHARED_PAGES].map((page) => ({
          source: addressIn(language, page),
          destination: page,
        })),
      ),
    ),
  // Native addons and the driver are loaded by Node itself, not bundled.
  serverExternalPackages: ['@node-rs/argon2', 'pg'],
  // proxy.ts guards everything else.
  headers: () =>
    Promise.resolve([
      { source: '/_next/static/:path*', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] },
    ]),
  // `npm test` checks the types of everything once; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Three root layouts: an address that none of them answers has a page of its own (app/global-not-found.tsx).
    globalNotFound: true,
    // The disk cache serves a stale page after a restart and keeps a file for every junk address.
    isrFlushToDisk: false,
    // A start loads what it serves, not each page's two megabytes of code: the first visit to a page does that.
    preloadEntriesOnStart: false,
  },
}

export default config
