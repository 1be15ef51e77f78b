import { Client } from 'pg'
import type { QueryArrayConfig, QueryConfig, QueryResult } from 'pg'

type Query = string | QueryConfig | QueryArrayConfig
const textOf = (query: Query): string => (typeof query === 'string' ? query : query.text)

/** BEGIN, COMMIT and ROLLBACK of a program that does not know that it lives in somebody's transaction. */
const INSIDE: readonly (readonly [RegExp, string])[] = [
  [/^\s*begin/i, 'savepoint sandbox_inner'],
  [/^\s*commit/i, 'release savepoint sandbox_inner'],
  [/^\s*rollback\s*$/i, 'rollback to savepoint sandbox_inner; release savepoint sandbox_inner'],
]

/**
 * Stands in for the program's pool: everything runs on one connection, in one transaction that is never committed.
 * So each case of a table meets the same world, whatever the ones before it did. A statement of a pool outside its
 * transaction waits for that one's end, so a command that reads past its own transaction hangs here and is found.
 */
export class SandboxPool {
  private turn: Promise<void> = Promise.resolve()
  /** Of `attempt`, under way one within another. */
  private cases = 0
  /** What the program's statements are turned into before they run: for planting faults that a check must find. */
  rewrite: (statement: string) => string = (statement) => statement

  private constructor(private readonly client: Client) {}

  static async open(url: string): Promise<SandboxPool> {
    const client = new Client({ connectionString: url, options: '-c timezone=UTC' })
    await client.connect()
    await client.query('begin')
    return new SandboxPool(client)
  }

  private async takeTurn(): Promise<() => void> {
    const before = this.turn
    let release: () => void = () => undefined
    this.turn = new Promise((resolve) => (release = resolve))
    await before
    return release
  }

  private run(query: Query, values?: unknown[]): Promise<QueryResult> {
    if (typeof query === 'string') return this.client.query(this.rewrite(query), values)
    return this.client.query({ ...query, text: this.rewrite(query.text) }, values)
  }

  async query(query: Query, values?: unknown[]): Promise<QueryResult> {
    const release = await this.takeTurn()
    try {
      return await (this.cases > 0 && /^select /.test(textOf(query))
        ? this.read(query, values)
        : this.single(query, values))
    } finally {
      release()
    }
  }

  /** Most of what is asked, so it goes without a savepoint of its own: a read that fails takes its whole case back. */
  private async read(query: Query, values?: unknown[]): Promise<QueryResult> {
    try {
      return await this.run(query, values)
    } catch (error) {
      await this.client.query('rollback to savepoint sandbox_case')
      throw error
    }
  }

  private async single(query: Query, values?: unknown[]): Promise<QueryResult> {
    await this.client.query('savepoint sandbox_single')
    try {
      const result = await this.run(query, values)
      await this.client.query('release savepoint sandbox_single')
      return result
    } catch (error) {
      await this.client.query('rollback to savepoint sandbox_single; release savepoint sandbox_single')
      throw error
    }
  }

  async connect() {
    const release = await this.takeTurn()
    const query = (asked: Query, values?: unknown[]): Promise<QueryResult> => {
      const instead = INSIDE.find(([pattern]) => pattern.test(textOf(asked)))?.[1]
      return instead === undefined ? this.run(asked, values) : this.client.query(instead)
    }
    return { query, release }
  }

  /** Runs something and takes everything back that it did; one within another too, and none is left open behind. */
  async attempt<T>(act: () => Promise<T>): Promise<T> {
    await this.client.query('savepoint sandbox_case')
    this.cases++
    try {
      return await act()
    } finally {
      this.cases--
      await this.client.query('rollback to savepoint sandbox_case; release savepoint sandbox_case')
    }
  }

  /** For the test itself: no savepoint, no waiting. */
  ask(query: string, values?: unknown[]): Promise<QueryResult> {
    return this.client.query(query, values)
  }

  /** Keeps the world as it is, for copies to be made of it. */
  async keep(): Promise<void> {
    await this.client.query('commit')
    await this.client.end()
  }

  async end(): Promise<void> {
    await this.client.query('rollback')
    await this.client.end()
  }
}

const slot = Symbol.for('assay.pool')

/** What `getDb` uses from now on. The slot keeps one switch for the life of the process; what it leads to changes. */
export class SwitchPool {
  private current: SandboxPool | undefined

  static install(): SwitchPool {
    const holder = globalThis as { [slot]?: unknown }
    const pool = new SwitchPool()
    holder[slot] = pool
    return pool
  }

  use(pool: SandboxPool): void {
    this.current = pool
  }

  private get pool(): SandboxPool {
    if (this.current === undefined) throw new Error('No database is switched on.')
    return this.current
  }

  query(query: Query, values?: unknown[]): Promise<QueryResult> {
    return this.pool.query(query, values)
  }

  connect(): ReturnType<SandboxPool['connect']> {
    return this.pool.connect()
  }

  end(): Promise<void> {
    return Promise.resolve()
  }
}
