// A process that holds a private server as the start command does, for tests to kill. It answers on its output,
// one JSON value a line, and writes rows as fast as it can when asked to.
import { holdLocal } from '../../db/local/hold'
import { createDb } from '../../db/client'

const [dataDir = '', task = 'wait'] = process.argv.slice(2)
const tell = (value: object): void => void process.stdout.write(`${JSON.stringify(value)}\n`)

async function main(): Promise<void> {
  const held = await holdLocal(dataDir, {
    say: (line) => tell({ said: line }),
    onTakenOver: (error) => fail(error),
  })
  held.tell('http://127.0.0.1:4999')
  const connection = createDb(held.server.url, { max: 4 })
  await connection.pool.query('create table if not exists written (id bigint primary key)')
  process.once('SIGTERM', () => {
    void connection
      .close()
      .then(() => held.close())
      .then(() => process.exit(0))
  })
  tell({ url: held.server.url, isAdopted: held.server.isAdopted, data: held.server.place.data })
  if (task === 'write') await write(connection.pool)
  else setInterval(() => undefined, 60_000)
}

async function write(pool: ReturnType<typeof createDb>['pool']): Promise<void> {
  for (;;) {
    const id = String(process.hrtime.bigint())
    try {
      await pool.query('insert into written values ($1)', [id])
      tell({ written: id })
    } catch {
      // Not acknowledged, so nobody may count on it.
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

function fail(error: unknown): void {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  tell({ failed: message, name })
  process.exit(1)
}

main().catch(fail)
