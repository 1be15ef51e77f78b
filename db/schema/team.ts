import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { version } from './column'

/** The team's settings: one row, made by the first migration. */
export const team = pgTable(
  'team',
  {
    id: integer('id').primaryKey().default(1),
    organisation: text('organisation').notNull().default('Assay'),
    /** Postal or web address of the organisation, shown on every public page. */
    address: text('address').notNull().default(''),
    /** Where readers send corrections: an e-mail address or URL. */
    contact: text('contact').notNull().default(''),
    /** BCP 47 tag of the language that accounts are written in. */
    language: text('language').notNull().default('en'),
    quorum: integer('quorum').notNull().default(3),
    approvals: integer('approvals').notNull().default(1),
    version: version(),
  },
  (t) => [
    check('team_single', sql`${t.id} = 1`),
    check('team_quorum', sql`${t.quorum} between 2 and 50`),
    check('team_approvals', sql`${t.approvals} between 1 and 3`),
  ],
)
