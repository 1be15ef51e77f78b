import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { confine } from './confine'
import { CONFINES, type Confines } from './limits'
import { AT_ONCE, inTurn } from './turns'

/** Every limit is tried with the same work twice: under it, where it is stopped, and with it lifted, where it is not. */
const probe = 'tests/harness/confined-probe.mjs'
const run = (what: string, confines: Partial<Confines> = {}, signal?: AbortSignal) =>
  confine(probe, [Buffer.from(what)], { ...CONFINES, ...confines }, signal).then(String)
const overrun = (kind: string) => expect.objectContaining({ name: 'ConfinedEnd', overrun: kind })

test.each<[limit: string, work: string, under: Partial<Confines>, lifted: Partial<Confines>, answer: string]>([
  // The kernel counts by its ticks, and the work by its clock: on a machine that is held up many a tick is missed, and a
  // process that gives way to others waits for minutes.
  ['cpu', 'spin 5', { cpu: 1, wall: 600 }, { cpu: 60, wall: 600 }, 'spun'],
  ['memory', 'buffers 200', { memory: 160 }, { memory: 512 }, 'filled 20'],
  ['memory', 'heap 200', { memory: 160 }, { memory: 512 }, 'filled 200'],
  ['wall', 'sleep 1', { wall: 0.5 }, {}, 'slept'],
  ['output', 'talk 100000', { output: 99_999 }, { output: 100_000 }, 'x'.repeat(100_000)],
])(
  'a limit of %s stops `%s`, and lets it pass when lifted',
  { timeout: 1_500_000 },
  async (limit, work, under, lifted, answer) => {
    await expect(run(work, under)).rejects.toEqual(overrun(limit))
    await expect(run(work, lifted)).resolves.toBe(answer)
  },
)

test('nothing of the server’s environment is there', async () => {
  const { environment } = JSON.parse(await run('look')) as { environment: Record<string, string> }
  const allowed = ['NODE_ENV', 'PATH', 'PWD', 'OLDPWD', 'SHLVL', '_', 'TMPDIR', 'MALLOC_ARENA_MAX']
  expect(Object.keys(environment).filter((name) => !allowed.includes(name))).toEqual([
    'UV_THREADPOOL_SIZE',
    'VIPS_CONCURRENCY',
  ])
})

test('there is no network: a listener on loopback is not reached', async () => {
  let arrived = 0
  const server = createServer(() => arrived++)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const said = await run(`connect ${(server.address() as AddressInfo).port}`)
    expect(said).toMatch(/^(There is no network here\.|connect ENETUNREACH.*) undefined$/)
    expect(arrived).toBe(0)
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
})

test('a program that is gone is no fault of what it was to read', async () => {
  const gone = 'tests/harness/gone.mjs'
  await expect(confine(gone, [Buffer.from('x')], CONFINES)).rejects.toThrow(
    /gone\.mjs is gone\. Start the server again/,
  )
})

test('an aborted signal ends the process and gives its reason', async () => {
  const reason = new Error('cancelled')
  const given = run('sleep 60', {}, AbortSignal.timeout(300))
  await expect(given).rejects.toMatchObject({ name: 'TimeoutError' })
  await expect(run('sleep 60', {}, AbortSignal.abort(reason))).rejects.toBe(reason)
})

test('two work at once, the others wait in their order, and who gives up waiting leaves the queue', async () => {
  let working = 0
  const started: number[] = []
  const ends: (() => void)[] = []
  const work = (number: number, signal?: AbortSignal) =>
    inTurn(async () => {
      started.push(number)
      expect(++working).toBeLessThanOrEqual(AT_ONCE)
      await new Promise<void>((resolve) => ends.push(resolve))
      working--
    }, signal)
  const givesUp = new AbortController()
  const all = [work(1), work(2), work(3, givesUp.signal), work(4), work(5)]
  const third = expect(all[2]).rejects.toThrow('given up')
  givesUp.abort(new Error('given up'))
  await third
  while (ends.length > 0) {
    ends.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  await Promise.all([all[0], all[1], all[3], all[4]])
  expect(started).toEqual([1, 2, 4, 5])
})
