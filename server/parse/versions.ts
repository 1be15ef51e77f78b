import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The packages that read something, with their versions, for a capture to state: "readability 0.6.0 / parse5 8.0.1". */
export function versionsOf(...packages: string[]): string {
  return packages.map((name) => `${name.replace(/^@[^/]+\//, '')} ${versionOf(name)}`).join(' / ')
}

function versionOf(name: string): string {
  const file = path.join(process.cwd(), 'node_modules', name, 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
