import { childEnv } from '@/env'

/** What chance a test begins with: printed, and taken from TEST_SEED to meet the same again. */
export function seedOf(what: string): number {
  const given = Number(childEnv()['TEST_SEED'] ?? Number.NaN)
  const seed = Number.isInteger(given) ? given : Date.now() % 1_000_000
  console.log(`${what}: TEST_SEED=${seed} gives the same again`)
  return seed
}
