import { expect, onTestFinished, test } from 'vitest'
import { everyInstanceKnows } from '@/server/page/acknowledge'
import { Freshness, LEASE } from '@/server/page/freshness'
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
  await until(() => freshness.known() !== undefined)
  expect(changes, 'meanwhile').toBeGreaterThan(3)
  isHurried = false
  await until(async () => freshness.stateOf(freshness.known() ?? -1) === (await stateOfRecord()))
})

test('whoever is gone holds a change up for as long as a lease lasts, though the database’s clock was set back', async () => {
  const { pool, db } = database
  await pool.query(`update public_record set number = number + 1, state = gen_random_uuid()`)
  await pool.query(
    `insert into page_instance (id, seen, lease_until) values (gen_random_uuid(), 0, now() + interval '1 hour')`,
  )
  const begun = performance.now()
  await everyInstanceKnows(db)
  const took = performance.now() - begun
  await pool.query('delete from page_instance where seen = 0')
  expect(took).toBeGreaterThanOrEqual(LEASE)
})
