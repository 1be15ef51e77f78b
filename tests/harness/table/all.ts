import { accountTable } from './account'
import type { Table } from './cell'
import { evidenceTable } from './evidence'
import { incidentTable } from './incident'
import { intakeTable } from './intake'
import { readingTable } from './reading'
import { registerTable } from './register'
import { textTable } from './text'

/** Every procedure, in the states that matter, and what each person gets. */
export const table: Table = {
  ...accountTable,
  ...incidentTable,
  ...evidenceTable,
  ...registerTable,
  ...intakeTable,
  ...textTable,
  ...readingTable,
}
