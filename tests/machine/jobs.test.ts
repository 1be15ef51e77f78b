import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { enqueue } from '@/server/jobs'
import { startWorker } from '@/server/worker'
import { useDatabase } from '../harness/database'
import { programAt } from '../harness/program'
import { until } from './hold'

const database = useDatabase()

/** An instance in this process; what it was told is in `done`, in order. */
async function instance(done: string[]) {
  const worker = await startWorker(database.url, {
    'read-intake': (_, { intakeId }) => Promise.resolve(void done.push(intakeId)),
  })
  onTestFinished(() => worker.stop())
  return worker
}

const ask = (intakeId: string) => database.db.transaction((tx) => enqueue(tx, 'read-intake', { intakeId }))

async function left(): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>('select count(*)::int as n from graphile_worker.jobs')
  return rows[0]?.n ?? 0
}

test('a job is there with its transaction or not at all, and runs once, however many look', async () => {
  const done: string[] = []
  await Promise.all([instance(done), instance(done)])
  await database.db
    .transaction(async (tx) => {
      await enqueue(tx, 'read-intake', { intakeId: 'taken back' })
      throw new Error('no')
    })
    .catch(() => undefined)
  const asked = Array.from({ length: 40 }, (_, n) => String(n))
  await Promise.all(asked.map(ask))
  await until(async () => (await left()) === 0)
  expect(done.toSorted()).toEqual(asked.toSorted())
})

test('what an instance had in hand when it was killed with signal 9, another does', async () => {
  const child = spawn(process.execPath, [programAt('tests/machine/worker-holder'), database.url], {
    cwd: path.join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const begun = new Promise((resolve) => createInterface(child.stdout).once('line', resolve))
  await ask('unlucky')
  expect(await begun).toBe('unlucky')
  const done: string[] = []
  const living = await instance(done)
  await living.sweep()
  expect(done, 'while the first lives').toEqual([])
  child.kill('SIGKILL')
  await until(async () => (await living.sweep(), (await left()) === 0))
  expect(done).toEqual(['unlucky'])
})

test('an instance that is told to stop gives back what it does not finish', { timeout: 30_000 }, async () => {
  let begun = (): void => undefined
  const isBegun = new Promise<void>((resolve) => (begun = resolve))
  const first = await startWorker(database.url, {
    'read-intake': ({ signal }) => {
      begun()
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))))
    },
  })
  await ask('cut short')
  await isBegun
  const said: string[] = []
  const errors = vi.spyOn(process.stderr, 'write').mockImplementation((line) => said.push(String(line)) > 0)
  await first.stop()
  errors.mockRestore()
  expect(said.join(''), 'nothing for anybody to mend').not.toMatch(/error|warn/)
  const done: string[] = []
  await database.pool.query('update graphile_worker._private_jobs set run_at = now()')
  await instance(done)
  await until(async () => (await left()) === 0)
  expect(done).toEqual(['cut short'])
})
