import type { Network } from './network'
import { publicNetwork } from './public-network'

/**
 * Where the tests, from within the process, put a wire of their own (tests/harness/plant-network.ts). No setting,
 * argument or file of the program reaches it, and it takes the place of the wire alone: what may be dialled is decided
 * before it is asked (docs/decisions/0025).
 */
const PLANTED = Symbol.for('assay.tests.network')

export function currentNetwork(): Network {
  const planted = (globalThis as { [PLANTED]?: Network })[PLANTED]
  return planted ?? publicNetwork
}
