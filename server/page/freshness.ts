import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { Client } from 'pg'
import { describeError, log } from '../log'
import { within } from './within'

/** Milliseconds for which an instance may serve what it has seen without asking. */
export const LEASE = 2_000

/** Milliseconds from one renewal to the next, where nothing has changed. */
const BEAT = 500

/** Milliseconds that the database may take to say how often the record has changed. */
const PATIENCE = 1_000

/** Milliseconds for which a database that did not answer is not asked again. */
const GIVEN_UP = 500

/**
 * Renews the lease of an instance that has seen the newest state, or has none to lose and takes it with the newest, and
 * says that state. The row is read under a lock that a change waits for, so no lease is renewed behind the back of a
 * change that has looked at the leases.
 */
const RENEW = `with record as materialized (select number, state, erasure from public_record for share),
  renewed as (
    insert into page_instance (id, seen, lease_until)
    select $1, number, clock_timestamp() + make_interval(secs => $3) from record where state = $2 or $4
    on conflict (id) do update set seen = excluded.seen, lease_until = excluded.lease_until returning 1)
  select state, erasure, exists (select from renewed) as "isRenewed" from record`

const ASK = 'select state, erasure from public_record'

const FORGOTTEN = `delete from page_instance where lease_until < clock_timestamp() - interval '1 day'`

/** What the public record says of itself: which state it is in, and after which redaction. */
type Said = { state: string; erasure: string }
type Renewal = Said & { isRenewed: boolean }

/** What follows from what was seen. */
export type Heard = {
  /** The record has changed, or was reached for the first time. */
  onChange: () => void
  /** Something was redacted before so many changes were seen: acknowledged only after this has returned. */
  onErasure: (erasure: string, changes: number) => void
  /** The record is in this state, and was still in it then: told now and then. */
  onSure: (state: string, at: Date) => void
}

/** Milliseconds between two notes of as of when what is held is. */
const NOTED = 60_000

/** What the database has not said yet. */
const NONE = '00000000-0000-0000-0000-000000000000'

/**
 * How often the public record has changed, as this instance has seen it: without asking while it holds a lease, for as
 * long as nobody's change is acknowledged before it has heard of it. A database that is set back to an older copy of
 * itself is in another state, which is a change too; so pages are known by a count of this instance's own.
 */
export class Freshness {
  /** Of the lease: another with each connection, so that what was asked on one that is lost renews no later one. */
  private id = randomUUID()
  private client: Client | undefined
  /** What the database last said. */
  private said: Said = { state: NONE, erasure: NONE }
  private isHeard = false
  private changes = 0
  private notedAt = 0
  private leaseEnd = 0
  private downUntil = 0
  private beat: NodeJS.Timeout | undefined
  private renewing: Promise<void> | undefined
  private isStopped = false
  private sureAt = new Date(0)

  constructor(
    private readonly url: string,
    private readonly heard: Heard,
    /** What an earlier run of this instance knew. */
    earlier?: Said & { sureAt: Date },
  ) {
    if (earlier === undefined) return
    this.said = { state: earlier.state, erasure: earlier.erasure }
    this.sureAt = earlier.sureAt
  }

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
    try {
      const { rows } = await within(PATIENCE, client.query<Said>(ASK))
      this.see(rows[0])
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

  /** The state of the record in which it has changed so often; undefined for one that is past. */
  stateOf(changes: number): string | undefined {
    return changes === this.changes && this.said.state !== NONE ? this.said.state : undefined
  }

  /** How often the record had changed in this state; undefined where that is not known. */
  changesIn(state: string): number | undefined {
    return state === this.said.state ? this.changes : undefined
  }

  /** Gives the lease up. */
  async stop(): Promise<void> {
    this.isStopped = true
    if (this.isHeard) this.heard.onSure(this.said.state, this.sureAt)
    clearTimeout(this.beat)
    this.leaseEnd = 0
    const { client } = this
    this.client = undefined
    if (client === undefined) return
    await within(PATIENCE, client.query('delete from page_instance where id = $1', [this.id])).catch(() => undefined)
    await client.end().catch(() => undefined)
  }

  private see(said: Said | undefined): void {
    if (said === undefined) throw new Error('the row of the public record is missing')
    const { state, erasure } = this.said
    const isFirst = !this.isHeard
    this.isHeard = true
    this.said = { state: said.state, erasure: said.erasure }
    this.sureAt = new Date()
    if (said.state !== state) this.changes++
    const isErased = said.erasure !== erasure || isFirst
    if (isErased) this.heard.onErasure(said.erasure, this.changes)
    if (said.state !== state || isFirst) this.heard.onChange()
    if (!isErased && performance.now() - this.notedAt < NOTED) return
    this.notedAt = performance.now()
    this.heard.onSure(said.state, this.sureAt)
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
    for (const isAny of [false, false, true]) {
      // Changes can come faster than answers. Without a lease to serve by meanwhile, one is had with whatever there is.
      if (isAny) this.leaseEnd = 0
      if (await this.lease(this.client, isAny)) return
    }
  }

  /** @param isAny whether the lease is wanted with a state that is not known yet. @returns whether there is one. */
  private async lease(client: Client, isAny: boolean): Promise<boolean> {
    const begun = performance.now()
    const asked = client.query<Renewal>(RENEW, [this.id, this.said.state, LEASE / 1_000, isAny])
    const { rows } = await within(LEASE, asked)
    this.see(rows[0])
    const isRenewed = rows[0]?.isRenewed === true
    // From before it was asked: by the database's clock it runs out later.
    if (isRenewed) this.leaseEnd = begun + LEASE
    return isRenewed
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
    this.id = randomUUID()
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
