import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import { isAlive } from '@/db/local/postmaster'
import { clusterOf, hold, postmasterPid, scratch, until } from './hold'
import type { Holder } from './hold'

async function idsIn(holder: Holder): Promise<Set<string>> {
  const client = new Client({ connectionString: holder.url })
  await client.connect()
  const { rows } = await client.query<{ id: string }>('select id from written')
  await client.end()
  return new Set(rows.map((row) => row.id))
}

const missing = (acknowledged: string[], there: Set<string>): string[] => acknowledged.filter((id) => !there.has(id))

/** Ten of each, through the whole program, are in `tests/crash`; here it is whose server there is afterwards. */
const KILLS = 3

describe('the private server', { timeout: 240_000 }, () => {
  test('is made at the first start, stopped cleanly, and there again at the second with everything in it', async () => {
    const data = scratch()
    const first = await hold(data, 'write')
    expect(first.isAdopted).toBe(false)
    await until(() => first.written.length > 50)
    const pid = postmasterPid(first)
    expect(await first.end('SIGTERM')).toBe(0)
    expect(isAlive(pid)).toBe(false)
    const second = await hold(data)
    expect(second.isAdopted).toBe(false)
    expect(missing(first.written, await idsIn(second))).toEqual([])
  })

  test('refuses a second start on the same data, naming the address of the first, also right after a kill', async () => {
    const data = scratch()
    const first = await hold(data)
    await expect(hold(data)).rejects.toThrow(/SetupError: Assay is already running .* at http:\/\/127\.0\.0\.1:4999/)
    await first.end('SIGKILL')
    const second = await hold(data)
    expect(second.isAdopted).toBe(true)
    await expect(hold(data)).rejects.toThrow(/already running/)
  })

  test('of two starts at the same time on fresh data one serves and the other is refused', async () => {
    const data = scratch()
    const both = await Promise.allSettled([hold(data), hold(data)])
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { message: expect.stringContaining('already running') as string },
    })
  })

  test('is adopted after each kill -9 of the application under writes, and nothing acknowledged is missing', async () => {
    const data = scratch()
    const acknowledged: string[] = []
    let server: number | undefined
    for (let round = 0; round < KILLS; round += 1) {
      const app = await hold(data, 'write')
      expect(app.isAdopted).toBe(round > 0)
      server ??= postmasterPid(app)
      expect(postmasterPid(app)).toBe(server)
      await until(() => app.written.length > 30)
      await app.end('SIGKILL')
      acknowledged.push(...app.written)
    }
    const last = await hold(data)
    expect(missing(acknowledged, await idsIn(last))).toEqual([])
  })

  test('is brought up again by the application after each kill -9 under writes, and nothing acknowledged is missing', async () => {
    const app = await hold(scratch(), 'write')
    for (let round = 0; round < KILLS; round += 1) {
      const before = app.written.length
      await until(() => app.written.length > before + 30)
      const pid = postmasterPid(app)
      process.kill(pid, 'SIGKILL')
      await until(() => app.said.filter((line) => line.includes('is up again')).length === round + 1)
      expect(postmasterPid(app)).not.toBe(pid)
    }
    const after = app.written.length
    await until(() => app.written.length > after)
    expect(missing([...app.written], await idsIn(app))).toEqual([])
  })

  test('is started when its pid file outlived it and the number now belongs to another program', async () => {
    const data = scratch()
    const first = await hold(data)
    await first.end('SIGTERM')
    writeFileSync(
      path.join(clusterOf(first), 'postmaster.pid'),
      `${process.pid}\n${clusterOf(first)}\n1\n5432\n/nowhere\n`,
    )
    expect((await hold(data)).isAdopted).toBe(false)
  })

  test('says so when the passwords are gone, and touches nothing', async () => {
    const data = scratch()
    mkdirSync(path.join(data, 'postgres'))
    await expect(hold(data)).rejects.toThrow(/SetupError: .*database\.json.* is gone/)
  })
})
