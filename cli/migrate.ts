import { migrateDatabase } from '../db/migrate'
import { visitMachine } from './machine'

/** `npm run db:migrate` */
export default async function migrate(): Promise<void> {
  const machine = await visitMachine()
  try {
    await migrateDatabase(machine.url)
    console.log('The database has the newest schema.')
  } finally {
    await machine.close()
  }
}
