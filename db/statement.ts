import { sql } from 'drizzle-orm'
import type { Placeholder } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { Db, Reader } from './client'
import * as schema from './schema'

interface Buildable<R> {
  prepare: (name: string) => { execute: (values: Record<string, unknown>) => Promise<R> }
}

/** Only builds: it leads to no server. */
let builder: Db | undefined

/**
 * A statement whose text is built once for the process and planned once for each connection: either takes longer than
 * to run it.
 * @param name unlike that of any other statement; the server knows its plan by it.
 * @param keys of the values that differ from run to run; `build` gets a placeholder for each.
 */
export function statement<const K extends string, R>(
  name: string,
  keys: readonly K[],
  build: (db: Db, value: Record<K, Placeholder<K>>) => Buildable<R>,
): (reader: Reader, values: Record<K, unknown>) => Promise<R> {
  let built: ReturnType<Buildable<R>['prepare']> | undefined
  return (reader, values) => {
    builder ??= drizzle.mock({ schema })
    const places = Object.fromEntries(keys.map((key) => [key, sql.placeholder(key)])) as Record<K, Placeholder<K>>
    built ??= build(builder, places).prepare(name)
    return on(built, reader).execute(values)
  }
}

/** drizzle 0.45 ties what it has built to the connection in its field `client`: this is the same on the reader's. */
function on<T extends object>(built: T, { _: { session } }: Reader): T {
  const { client } = session as unknown as { client: unknown }
  return Object.assign(Object.create(built) as T, { client })
}
