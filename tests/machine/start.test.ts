import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { connect, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { findPostmaster } from '@/db/local/postmaster'
import { childEnv } from '@/env'
import { readKey, siteAt, verify } from '../../verifier/assay-verify.mjs'
import { startApp, testVerifierKey } from '../harness/app'
import type { AppOptions, RunningApp } from '../harness/app'
import { createDatabase, dropDatabase } from '../harness/postgres'
import { scratch, until } from './hold'

const root = fileURLToPath(new URL('../..', import.meta.url))

async function start(options: AppOptions): Promise<RunningApp> {
  const app = await startApp(options)
  onTestFinished(async () => {
    await app.kill()
  })
  return app
}

const onData = (data: string): AppOptions => ({ env: { DATA_DIR: data, AUTH_SECRET: '' } })
const clusterIn = (data: string): string => path.join(data, 'postgres')
const isReady = async (app: RunningApp): Promise<boolean> => (await fetch(`${app.url}/readyz`)).status === 200

/** For NODE_OPTIONS: writes into a file what nobody has caught. */
function tellUncaught(file: string): string {
  const code = `import { appendFileSync } from 'node:fs'
    process.on('uncaughtExceptionMonitor', ({ message }) => appendFileSync('${file}', message + '\\n'))`
  return `--import=data:text/javascript,${encodeURIComponent(code)}`
}

// The application itself, from the build: these start it as its user does.
describe('npm start', { timeout: 300_000 }, () => {
  test('serves, refuses a second start, comes back from kill -9 and from a lost database, and stops cleanly', async () => {
    const data = scratch()
    const first = await start(onData(data))
    expect(await isReady(first)).toBe(true)
    expect(first.firstLink).toMatch(new RegExp(`^${first.url}/signin/first\\?token=[\\w-]{43}$`))
    // Before anything is published, too, its pages say what its log does.
    const key = readKey(testVerifierKey)
    expect(await verify(siteAt(first.url), { key })).toMatchObject({ size: 0, publications: 0, left: [], unlogged: [] })
    await expect(startApp(onData(data))).rejects.toThrow(`already running on the data in ${data} at ${first.url}`)
    const server = findPostmaster(clusterIn(data))?.pid
    await first.kill()
    const second = await start(onData(data))
    expect(findPostmaster(clusterIn(data))?.pid).toBe(server)
    expect(second.firstLink?.split('token=')[1]).toBe(first.firstLink?.split('token=')[1])
    process.kill(server ?? 0, 'SIGKILL')
    await until(() => second.output().includes('is up again'))
    await until(() => isReady(second))
    // A browser that keeps its connection open must not keep the program from ending.
    const agent = new Agent({ keepAlive: true })
    await new Promise((resolve) =>
      get(`${second.url}/healthz`, { agent }, (response) => response.resume().on('end', resolve)),
    )
    // Nor one that it opened ahead of a request.
    const ahead = connect(Number(new URL(second.url).port), '127.0.0.1')
    await new Promise((resolve) => ahead.once('connect', resolve))
    // Nor one that asked for another protocol, which gets what anybody gets.
    const asking = connect(Number(new URL(second.url).port), '127.0.0.1')
    asking.write('GET /nowhere HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    const [answer] = (await once(asking, 'data')) as [Buffer]
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 404 /)
    expect(await second.stop()).toBe(0)
    expect(second.output()).not.toMatch(/cut off/)
    agent.destroy()
    ahead.destroy()
    asking.destroy()
    expect(findPostmaster(clusterIn(data))).toBeUndefined()
  })

  test('on a database of one’s own runs as often as one likes, two at once on an empty one included', async () => {
    const url = await createDatabase(inject('postgres'), 'template1')
    onTestFinished(() => dropDatabase(inject('postgres'), url))
    const both = await Promise.all([start({ databaseUrl: url }), start({ databaseUrl: url })])
    expect(await Promise.all(both.map(isReady))).toEqual([true, true])
    await Promise.all(both.map((app) => app.stop()))
  })

  test('answers an address of nothing with a whole page that needs no script', async () => {
    const url = await createDatabase(inject('postgres'))
    onTestFinished(() => dropDatabase(inject('postgres'), url))
    const app = await start({ databaseUrl: url })
    for (const path of ['/nothing', '/incidents/nothing', '/incidents/nothing/v/1', '/?cursor=nowhere']) {
      const answer = await fetch(app.url + path)
      const text = await answer.text()
      expect([path, answer.status]).toEqual([path, 404])
      expect(text).toContain('<h1>There is nothing at this address</h1>')
      expect(text).not.toContain('<script')
    }
  })

  test('while its database is away tells readers so, and is up but not ready', async () => {
    const url = await createDatabase(inject('postgres'), 'template1')
    const uncaught = path.join(scratch(), 'uncaught')
    const app = await start({ databaseUrl: url, env: { NODE_OPTIONS: tellUncaught(uncaught) } })
    await dropDatabase(inject('postgres'), url)
    for (const path of ['/', '/incidents/a-fire', '/method', '/feed.atom', '/sitemap.xml']) {
      const answer = await fetch(app.url + path)
      expect([path, answer.status, answer.headers.get('retry-after')]).toEqual([path, 503, '30'])
      expect(await answer.text()).toContain('does not answer. Nothing is lost.')
    }
    const status = async (path: string) => (await fetch(app.url + path)).status
    expect(await Promise.all(['/healthz', '/readyz', '/api/v1/incidents', '/api/v1/openapi.json'].map(status))).toEqual(
      [200, 503, 503, 503],
    )
    // What went wrong is told by its code: a statement and its parameters are never logged.
    expect(app.output()).toContain('"code":"3D000"')
    expect(app.output()).not.toMatch(/Failed query|select "|params/)
    // A terminal or a program that kept its log is gone: that it cannot be told is not told again and again.
    app.leave()
    expect(await Promise.all(['/', '/method', '/healthz'].map(status))).toEqual([503, 503, 200])
    expect(await app.stop()).toBe(0)
    expect(existsSync(uncaught)).toBe(false)
  })

  test('says in words what keeps it from starting', async () => {
    const url = inject('postgres').url
    await expect(startApp({ databaseUrl: url, args: ['--demo'] })).rejects.toThrow(/never one of your own/)
    await expect(startApp({ databaseUrl: url, args: ['--fast'] })).rejects.toThrow(/does not know "--fast"/)
    await expect(startApp({ databaseUrl: url, env: { PUBLIC_URL: 'somewhere' } })).rejects.toThrow(/PUBLIC_URL/)
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void taken.close())
    const { port } = taken.address() as AddressInfo
    await expect(startApp({ databaseUrl: url, port })).rejects.toThrow(`Port ${port} of 127.0.0.1 is in use`)
  })

  test('never shows a stack for what its user can mend', () => {
    const options = { cwd: root, env: childEnv({ PORT: 'abc' }), encoding: 'utf8' as const }
    const done = spawnSync(process.execPath, ['cli/boot.mjs', 'start'], options)
    expect(done.status).toBe(1)
    expect(done.stderr.trim()).toBe(
      'The environment variable PORT is "abc", and must be a whole number from 0 to 65535.',
    )
  })
})
