// What the confined process runs first: it takes the network away and starts the reader named on its command line.
'use strict'
const refuse = () => {
  throw new Error('There is no network here.')
}
// Where the kernel cannot take the network away, nothing in the libraries can ask for it by mistake.
require('node:net').Socket.prototype.connect = refuse
require('node:dgram').Socket.prototype.send = refuse
for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) Reflect.deleteProperty(globalThis, name)
import(process.argv[2])
