import type { Operator } from '../server/account/by-operator'
import { indexCaptures } from '../server/lineage/index-all'

/** Milliseconds between lines that say how far it has come. */
const EVERY = 5_000

/** `npm run admin -- index-captures`: broken off, the next one goes on where it was. */
export async function indexAll({ db }: Operator): Promise<string> {
  let told = Date.now()
  const indexed = await indexCaptures(db, (so) => {
    if (Date.now() - told < EVERY) return
    told = Date.now()
    console.error(`… ${so.toLocaleString('en')} captures so far`)
  })
  if (indexed === 0) return 'Every capture with a text was in the index already.'
  return `${indexed.toLocaleString('en')} captures are in the index now; the application compares them in the background.`
}
