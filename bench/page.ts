import { Agent, createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startApp } from '../tests/harness/app'
import { ratio, shown, spread } from './measure'

const WIDTH = 16
const REQUESTS = 32

function fetchBody(url: string, agent: Agent): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(parts))
        else reject(new Error(`${url} answered ${response.statusCode}`))
      })
    }).on('error', reject)
  })
}

/**
 * A published page of the built program against bare `node:http` answering with the same bytes from memory.
 * @returns milliseconds a page, so many connections at once.
 */
export async function benchPage(databaseUrl: string, path: string, incidents: number): Promise<number> {
  const app = await startApp({ databaseUrl })
  const agent = new Agent({ keepAlive: true, maxSockets: WIDTH })
  const bytes = await fetchBody(`${app.url}${path}`, agent)
  const plain = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(bytes)
  })
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve))
  const still = `http://127.0.0.1:${(plain.address() as AddressInfo).port}/`
  const load = (url: string) => () => spread(REQUESTS, WIDTH, () => fetchBody(url, agent))
  try {
    const { ratio: times, ours, yardstick } = await ratio(load(`${app.url}${path}`), load(still), 3)
    const rate = (ms: number) => Math.round((REQUESTS * 1_000) / ms)
    console.log(
      `public page  ${incidents} incidents: ${shown(1 / times)} of bare node:http (${rate(ours)} to ${rate(yardstick)} a second, ${Math.round(bytes.length / 1024)} KB, ${WIDTH} connections)`,
    )
    return ours / REQUESTS
  } finally {
    agent.destroy()
    plain.close()
    await app.stop()
  }
}
