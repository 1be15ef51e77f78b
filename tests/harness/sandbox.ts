import { Client } from 'pg'
import type { QueryArrayConfig, QueryConfig, QueryResult } from 'pg'
import { closeDb } from '@/db/client'

type Query = string | QueryConfig | QueryArrayConfig
const textOf = (query: Query): string => (typeof query === 'string' ? query : query.text)

/** No commit comes, so what is asked at a commit is asked here; what was noted for an earlier one counts no more. */
const BEGUN = `select set_config('assay.events', '', true), set_config('assay.public_change', '', true)`
const DONE = 'set constraints all immediate; set constraints all deferred'

/** What has no need to be taken back. */
const isRead = (query: Query): boolean => /^\s*select\s/i.test(textOf(query))

/** An `attempt`: its savepoint, and whether anything was done since that is to be taken back. */
interface Case {
  savepoint: string
  isTouched: boolean
}

/** A transaction of the program's, within that of the sandbox. */
interface Inner {
  commit: () => Promise<unknown>
  rollback: () => Promise<unknown>
}

/**
 * Stands in for the program's pool: everything runs on one connection, in one transaction that is never committed.
 * So each case of a table meets the same world, whatever the ones before it did. A statement of a pool outside its
 * transaction waits for that one's end, so a command that reads past its own transaction hangs here and is found.
 * A trip to the server costs more than most statements do, so a savepoint is set only where something could be lost.
 */
export class SandboxPool {
  private turn: Promise<void> = Promise.resolve()
  /** The attempts under way, one within another. */
  private readonly cases: Case[] = []
  /** The savepoint of the last attempt, while nothing has happened outside of one since. */
  private spare: Case | undefined
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

  /** Notes that the statement to come leaves something behind. */
  private touch(query: Query): void {
    const current = this.cases.at(-1)
    if (current === undefined) this.spare = undefined
    else if (!isRead(query)) current.isTouched = true
  }

  private run(query: Query, values?: unknown[]): Promise<QueryResult> {
    this.touch(query)
    if (typeof query === 'string') return this.client.query(this.rewrite(query), values)
    return this.client.query({ ...query, text: this.rewrite(query.text) }, values)
  }

  async query(query: Query, values?: unknown[]): Promise<QueryResult> {
    const release = await this.takeTurn()
    try {
      return await this.within(() => this.run(query, values), isRead(query))
    } finally {
      release()
    }
  }

  /** A statement that fails takes itself back: to its own savepoint, or to its case's where nothing else would go. */
  private async within<T>(act: () => Promise<T>, isPlainRead: boolean): Promise<T> {
    const inner = await this.begin(isPlainRead)
    try {
      const result = await act()
      await inner.commit()
      return result
    } catch (error) {
      await inner.rollback()
      throw error
    }
  }

  /** A transaction of the program's. A read alone in a case begins at the case's savepoint, whatever came before. */
  private async begin(isPlainRead = false): Promise<Inner> {
    const current = this.cases.at(-1)
    if (current === undefined || (current.isTouched && !isPlainRead)) {
      await this.client.query(`${BEGUN}; savepoint sandbox_inner`)
      return {
        commit: () => this.client.query(`${DONE}; release savepoint sandbox_inner`),
        rollback: () => this.client.query('rollback to savepoint sandbox_inner; release savepoint sandbox_inner'),
      }
    }
    return {
      commit: async () => (current.isTouched && !isPlainRead ? this.client.query(DONE) : undefined),
      rollback: () => this.takeBack(current),
    }
  }

  private async takeBack(current: Case): Promise<void> {
    await this.client.query(`rollback to savepoint ${current.savepoint}`)
    current.isTouched = false
  }

  async connect() {
    const release = await this.takeTurn()
    let inner: Inner | undefined
    const query = async (asked: Query, values?: unknown[]): Promise<QueryResult | undefined> => {
      const [verb] = /^\s*(?:begin|commit|rollback\s*$)/i.exec(textOf(asked)) ?? []
      if (verb === undefined) return this.run(asked, values)
      if (/begin/i.test(verb)) inner = await this.begin()
      else await (/commit/i.test(verb) ? inner?.commit() : inner?.rollback())
      return undefined
    }
    return { query, release }
  }

  /** Runs something and takes everything back that it did; one within another too, and none is left open behind. */
  async attempt<T>(act: () => Promise<T>): Promise<T> {
    const current = await this.openCase()
    try {
      return await act()
    } finally {
      await this.takeBackWhatIsLeft(current)
    }
  }

  private async openCase(): Promise<Case> {
    const { spare } = this
    if (this.cases.length === 0 && spare !== undefined) {
      this.cases.push(spare)
      return spare
    }
    const opened = { savepoint: `sandbox_case_${this.cases.length}`, isTouched: false }
    await this.client.query(`${BEGUN}; savepoint ${opened.savepoint}`)
    this.cases.push(opened)
    return opened
  }

  private async takeBackWhatIsLeft(current: Case): Promise<void> {
    this.cases.splice(this.cases.indexOf(current), 1)
    if (current.isTouched) await this.takeBack(current)
    if (this.cases.length === 0) this.spare = current
    else await this.client.query(`release savepoint ${current.savepoint}`)
  }

  /** For the test itself: no savepoint, no waiting. */
  async ask(query: string, values?: unknown[]): Promise<QueryResult> {
    this.touch(query)
    try {
      return await this.client.query(query, values)
    } catch (error) {
      const current = this.cases.at(-1)
      if (current !== undefined) current.isTouched = true
      throw error
    }
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

/** What `getDb` uses until it is closed. The slot keeps the one switch; what it leads to changes. */
export class SwitchPool {
  private current: SandboxPool | undefined

  /** Give it back with `closeDb`: the file that comes next in this process wants a connection of its own. */
  static async install(): Promise<SwitchPool> {
    await closeDb()
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
