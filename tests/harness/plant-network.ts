import type { Network } from '@/server/fetch/network'

/** The name under which server/fetch/planted.ts looks; nothing outside tests/ writes there (tests/walls). */
const PLANTED = Symbol.for('assay.tests.network')

/** From now on this process reads pages over this network; the answer takes it away again. */
export function plantNetwork(network: Network): () => void {
  Object.assign(globalThis, { [PLANTED]: network })
  return () => Reflect.deleteProperty(globalThis, PLANTED)
}
