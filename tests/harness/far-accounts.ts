import { createDb } from '@/db/client'
import { snapshotSchema } from '@/domain/snapshot-schema'
import type { Site } from '../../verifier/assay-verify.mjs'
import type { KeptWorld } from './kept-world'
import { addAddress, publishSnapshot } from './publish'

/** Beside what the world has: so many that lists go beyond a page, in more places than are shown at once. */
export async function publishFar(app: { url: string }, world: KeptWorld, many: number): Promise<void> {
  const document = snapshotSchema.parse(await (await fetch(`${app.url}/log/document/0.json`)).json())
  const { lead: author, editor: reviewer } = world.made.people
  const { db, close } = createDb(world.url, { max: 1 })
  try {
    for (let n = 1; n <= many; n++) {
      const slug = `far-${n}`
      const place = {
        ...{ name: `Far ${n % 9}`, names: [], precision: 'settlement' as const },
        ...{ latitude: 48 + (n % 9) / 10, longitude: 33 },
      }
      const incidentId = await addAddress(db, author, { address: slug, title: slug })
      // Decided by other settings for a while.
      const rules = { ...document.rules, ...(n > 6 && n < 13 && { quorum: 2 }) }
      const snapshot = { ...document, rules, incident: { ...document.incident, slug, place } }
      const { approvals } = rules
      await publishSnapshot(db, snapshot, { author, reviewer, incidentId, number: 1, at: new Date(), approvals })
    }
  } finally {
    await close()
  }
}

/** A site as it answered the first time that it was asked. */
export function remembered(site: Site): Site {
  const answers = new Map<string, Promise<unknown>>()
  const asked = (name: string, ask: unknown) =>
    typeof ask !== 'function' || !['log', 'json', 'page', 'bytes', 'list'].includes(name)
      ? ask
      : (...given: unknown[]) => {
          const key = JSON.stringify([name, ...given])
          const answer = answers.get(key) ?? Promise.resolve(ask(...given))
          answers.set(key, answer)
          return answer
        }
  return { ...site, ...Object.fromEntries(Object.entries(site).map(([name, ask]) => [name, asked(name, ask)])) }
}

/** By what is done to the lists of so many. */
export const PAGED: Readonly<Record<string, (address: string, page: string) => string>> = {
  'one left out of the second page': (address, page) =>
    address.startsWith('/?cursor=') ? page.replace(/<li class="border-t[^]*?<\/article><\/li>/, '') : page,
  'no way to the second page': (address, page) =>
    address === '/' ? page.replace(/<a [^>]*rel="next"[^>]*>[^<]*<\/a>/, '') : page,
  'the last of the places left out': (address, page) =>
    address === '/' ? page.replace(/(.*)<a [^>]*href="\/\?place=Far\+8"[^]*?<\/a>/s, '$1') : page,
  'settings that were in force left out': (address, page) =>
    address === '/method'
      ? page.replace(/<tr><th scope="row"[^>]*><time(?:(?!<\/tr>)[^])*<\/tr>(?=<\/tbody>)/, '')
      : page,
  'the last of the places twice': (address, page) =>
    address === '/' ? page.replace(/(.*)(<a [^>]*href="\/\?place=Far\+8"[^]*?<\/a>)/s, '$1$2$2') : page,
}
