import { readFileSync, writeSync } from 'node:fs'
import { createConnection } from 'node:net'

/** Run inside the confined process: tries what its standard input names, and says what came of it. */
const [what, amount = ''] = readFileSync(0, 'utf8').split(' ')
const say = (text: string) => {
  writeSync(1, text)
  process.exit(0)
}

function spin(): void {
  const { user, system } = process.cpuUsage()
  const end = user + system + Number(amount) * 1e6
  for (;;) {
    const now = process.cpuUsage()
    if (now.user + now.system > end) break
  }
  say('spun')
}

/** Outside V8's heap, and written to, so that it is truly taken. */
function fillBuffers(): void {
  const kept: Buffer[] = []
  for (let megabytes = 0; megabytes < Number(amount); megabytes += 10) kept.push(Buffer.alloc(10 * 1024 * 1024, 1))
  say(`filled ${kept.length}`)
}

function fillHeap(): void {
  const kept: number[][] = []
  for (let megabytes = 0; megabytes < Number(amount); megabytes++) kept.push(new Array<number>(128 * 1024).fill(0.5))
  say(`filled ${kept.length}`)
}

function connect(): void {
  const byFetch = typeof fetch
  try {
    const socket = createConnection({ host: '127.0.0.1', port: Number(amount) })
    socket
      .once('connect', () => say(`connected ${byFetch}`))
      .once('error', (error) => say(`${error.message} ${byFetch}`))
  } catch (error) {
    say(`${(error as Error).message} ${byFetch}`)
  }
}

switch (what) {
  case 'spin':
    spin()
    break
  case 'buffers':
    fillBuffers()
    break
  case 'heap':
    fillHeap()
    break
  case 'connect':
    connect()
    break
  case 'sleep':
    setTimeout(() => say('slept'), Number(amount) * 1000)
    break
  case 'talk':
    say('x'.repeat(Number(amount)))
    break
  default:
    // oxlint-disable-next-line house/one-env-reader -- what it finds there is what the test asks about
    say(JSON.stringify({ environment: process.env, interfaces: readFileSync('/proc/net/dev', 'utf8').split('\n') }))
}
