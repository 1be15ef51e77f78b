/**
 * Loaded before the built program by `node --import`, with the port of the test's listener behind a question mark: every
 * name has one public address, and every connection ends at that listener on loopback. See docs/decisions/0025.
 */
import { connect } from 'node:net'

const port = Number(new URL(import.meta.url).searchParams.get('port'))

globalThis[Symbol.for('assay.tests.network')] = {
  resolve: () => Promise.resolve(['93.184.215.14']),
  connect: () =>
    new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port })
      socket.once('error', reject)
      socket.once('connect', () => resolve(socket))
    }),
}
