/** What changes without anybody: how many guesses there were, when a session was seen last, who serves stored pages. */
const NOT_COMPARED = ['signin_throttle', 'page_instance', 'build_file']

type Asked = { query: (text: string) => Promise<{ rows: unknown[] }> }

/** What hashes the rows of each table, whatever their order: one statement each time it is called. */
export async function checksummer(database: Asked): Promise<() => Promise<Record<string, string>>> {
  const { rows } = await database.query(`select tablename from pg_tables where schemaname = 'public' order by 1`)
  const sums = (rows as { tablename: string }[])
    .map(({ tablename }) => tablename)
    .filter((name) => !NOT_COMPARED.includes(name))
    .map((name) => {
      const line = name === 'session' ? `to_jsonb(t) - 'last_seen_at'` : 't'
      return `(select md5(coalesce(string_agg((${line})::text, '|' order by (${line})::text), '')) from "${name}" t) as "${name}"`
    })
  return async () => {
    const [summed] = (await database.query(`select ${sums.join(', ')}`)).rows
    return summed as Record<string, string>
  }
}
