import { Agent, get } from 'node:http'
import { startApp } from '../tests/harness/app'
import { shown, spread, timed } from './measure'

const WIDTH = 4
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
 * What a page costs that is in no store: a search is rendered for each request, and so is a page with a query.
 * @returns milliseconds a page.
 */
export async function benchRendering(databaseUrl: string, path: string, incidents: number): Promise<number> {
  const app = await startApp({ databaseUrl })
  const agent = new Agent({ keepAlive: true, maxSockets: WIDTH })
  const load = () => spread(REQUESTS, WIDTH, (index) => fetchBody(`${app.url}${path}?bench=${index}`, agent))
  try {
    await load()
    const milliseconds = (await timed(load)) / REQUESTS
    console.log(`rendering    ${path} among ${incidents} incidents: ${shown(milliseconds)} ms a page, ${WIDTH} at once`)
    return milliseconds
  } finally {
    agent.destroy()
    await app.stop()
  }
}
