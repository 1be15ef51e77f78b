import type { Operator } from '../server/account/by-operator'
import { verifyCaptures, type Finding } from '../server/store/verify'

/** Milliseconds between lines that say how far it has come. */
const EVERY = 5_000

function show({ what, sha256, captureId, sourceId }: Finding): void {
  const of = captureId === undefined ? '' : `  capture ${captureId}  source ${sourceId ?? ''}`
  console.log(`${what.padEnd(22)}  ${sha256}${of}`)
}

/** `npm run admin -- verify-captures`: ends with 1 when something is wrong. An orphan is not: nothing names it. */
export async function verify({ db }: Operator): Promise<string> {
  let told = Date.now()
  const progress = (captures: number): void => {
    if (Date.now() - told < EVERY) return
    told = Date.now()
    console.error(`… ${captures.toLocaleString('en')} captures so far`)
  }
  const { captures, files, wrong, orphaned } = await verifyCaptures(db, { found: show, progress })
  if (wrong > 0) process.exitCode = 1
  const [read, kept, amiss, left] = [captures, files, wrong, orphaned].map((count) => count.toLocaleString('en'))
  return `${read} captures read, ${kept} files stored: ${amiss} wrong, ${left} that no capture names.`
}
