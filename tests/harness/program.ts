import path from 'node:path'
import { env } from '@/env'

/** Where a program of the tests lies, compiled (vitest.config.ts). @param name its path from the root, without its ending */
export function programAt(name: string): string {
  const { COMPILED } = env()
  if (COMPILED === undefined) throw new Error('COMPILED is not set: the tests are started by vitest.config.ts.')
  return path.join(COMPILED, `${name}.mjs`)
}
