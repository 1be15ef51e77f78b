import { expect, onTestFinished, test } from 'vitest'
import { Freshness } from '@/server/page/freshness'
import { useDatabase } from '../harness/database'
import { openWire } from '../harness/wire'
import { until } from './hold'

const database = useDatabase()

const stateOfRecord = async (): Promise<unknown> =>
  (await database.pool.query<{ state: string }>('select state from public_record')).rows[0]?.state

test('an instance has its lease though the record has changed each time before what it asks arrives', async () => {
  let [isHurried, changes] = [true, 0]
  const wire = await openWire(database.url, async () => {
    if (!isHurried) return
    changes++
    // As the triggers do it.
    await database.pool.query('update public_record set number = number + 1, state = gen_random_uuid()')
    await database.pool.query(`notify public_record`)
  })
  const heard = { onChange: () => undefined, onErasure: () => undefined, onSure: () => undefined }
  const freshness = new Freshness(wire.url, heard)
  onTestFinished(async () => {
    await freshness.stop()
    await wire.close()
  })
  freshness.start()
  await until(() => freshness.known() !== undefined, 10_000)
  expect(changes, 'meanwhile').toBeGreaterThan(3)
  isHurried = false
  await until(async () => freshness.stateOf(freshness.known() ?? -1) === (await stateOfRecord()), 10_000)
})
