import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { Client } from 'pg'
import { describeError, log } from '../log'

/** Milliseconds for which an instance may serve what it has seen without asking. */
export const LEASE = 2_000

/** Milliseconds from one renewal to the next, where nothing has changed. */
const BEAT = 500

/** Milliseconds that the database may take to say how often the record has changed. */
const PATIENCE = 1_000

/** Milliseconds for which a database that did not answer is not asked again. */
const GIVEN_UP = 500

/**
 * Renews the lease of an instance that has seen the newest number, and says that number. The row is read under a lock
 * that a change waits for, so no lease is renewed behind the back of a change that has looked at the leases.
 */
const RENEW = `with record as materialized (select number from public_record for share),
  renewed as (
    insert into page_instance (id, seen, lease_until)
    select $1, $2, clock_timestamp() + make_interval(secs => $3) from record where number = $2
    on conflict (id) do update set seen = excluded.seen, lease_until = excluded.lease_until returning 1)
  select number::float8 as number, exists (select from renewed) as "isRenewed" from record`

const FORGOTTEN = `delete from page_instance where lease_until < clock_timestamp() - interval '1 day'`

type Renewal = { number: number; isRenewed: boolean }

/**
 * How often the public record has changed, as this instance has seen it: without asking while it holds a lease, for as
 * long as nobody's change is acknowledged before it has heard of it. A database that is set back to an older copy of
 * itself says a lower number, which is a change too; so pages are known by a count of this instance's own.
 */
export class Freshness {
  private readonly id = randomUUID()
  private client: Client | undefined
  /** What the database last said; -1 before it did. */
  private number = -1
  private changes = 0
  private leaseEnd = 0
  private downUntil = 0
  private beat: NodeJS.Timeout | undefined
  private renewing: Promise<void> | undefined
  private isStopped = false
  private sureAt = new Date(0)

  constructor(
    private readonly url: string,
    private readonly onChange: () => void,
  ) {}

  /** Begins to renew; before the first lease everything is asked. */
  start(): void {
    this.renew()
  }

  /** The changes seen, where there are known to be no more of them without asking. */
  known(): number | undefined {
    return performance.now() < this.leaseEnd ? this.changes : undefined
  }

  /** The changes seen, after asking. @throws Error where the database cannot be reached. */
  async ask(): Promise<number> {
    const client = this.client
    if (client === undefined || performance.now() < this.downUntil) throw new Error('the database is not connected')
    const asked = client.query<{ number: number }>('select number::float8 as number from public_record')
    try {
      const { rows } = await within(PATIENCE, asked)
      this.see(rows[0]?.number ?? -1)
      return this.changes
    } catch (error) {
      this.downUntil = performance.now() + GIVEN_UP
      throw error
    }
  }

  /** Until when a page of so many changes, rendered then, was known to be what the record says. */
  sureOf(changes: number, renderedAt: Date): Date {
    return changes === this.changes && this.sureAt > renderedAt ? this.sureAt : renderedAt
  }

  /** Gives the lease up. */
  async stop(): Promise<void> {
    this.isStopped = true
    clearTimeout(this.beat)
    this.leaseEnd = 0
    const { client } = this
    this.client = undefined
    if (client === undefined) return
    await within(PATIENCE, client.query('delete from page_instance where id = $1', [this.id])).catch(() => undefined)
    await client.end().catch(() => undefined)
  }

  private see(number: number): void {
    this.sureAt = new Date()
    if (number === this.number) return
    this.number = number
    this.changes++
    this.onChange()
  }

  private renew(): void {
    if (this.isStopped || this.renewing !== undefined) return
    clearTimeout(this.beat)
    this.renewing = this.attempt()
      .catch((error: unknown) => {
        if (!this.isStopped) log.warn('stored pages are not known to be the newest', describeError(error))
        this.drop()
      })
      .finally(() => {
        this.renewing = undefined
        if (!this.isStopped) this.beat = setTimeout(() => this.renew(), BEAT).unref()
      })
  }

  private async attempt(): Promise<void> {
    this.client ??= await this.connect()
    for (;;) {
      const begun = performance.now()
      const asked = this.client.query<Renewal>(RENEW, [this.id, this.number, LEASE / 1_000])
      const { rows } = await within(LEASE, asked)
      const [row] = rows
      if (row === undefined) throw new Error('the row of the public record is missing')
      this.see(row.number)
      // From before it was asked: by the database's clock it runs out later.
      if (row.isRenewed) this.leaseEnd = begun + LEASE
      if (row.isRenewed) return
    }
  }

  private async connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'assay pages',
      connectionTimeoutMillis: PATIENCE,
    })
    client.on('error', () => this.drop(client))
    client.on('end', () => this.drop(client))
    client.on('notification', () => this.renew())
    await client.connect()
    await client.query('listen public_record')
    await client.query(FORGOTTEN)
    return client
  }

  /** A connection that failed is made anew at the next beat. */
  private drop(lost = this.client): void {
    if (lost === undefined || lost !== this.client) return
    this.client = undefined
    lost.end().catch(() => undefined)
  }
}

async function within<T>(milliseconds: number, asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database did not answer in time')), milliseconds)
  })
  asked.catch(() => undefined)
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}
