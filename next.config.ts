import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // Native addons and the driver are loaded by Node itself, not bundled.
  serverExternalPackages: ['@node-rs/argon2', 'pg'],
}

export default config
