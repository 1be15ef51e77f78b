// What the confined process runs first, in plain JavaScript: it takes the network away and starts the reader named on
// its command line. tsx reads TypeScript inside this thread: its ESM loader would keep a second one, at 70 MB.
'use strict'
const refuse = () => {
  throw new Error('There is no network here.')
}
// Where the kernel cannot take the network away, nothing in the libraries can ask for it by mistake.
require('node:net').Socket.prototype.connect = refuse
require('node:dgram').Socket.prototype.send = refuse
for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) Reflect.deleteProperty(globalThis, name)
require('tsx/cjs/api').register()
require(process.argv[2])
