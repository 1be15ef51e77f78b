import type { DocumentNode } from '@/domain/document'
import type { Caller, Clock } from './newsroom'
import type { PersonKey } from './person'
import type { Records } from './records'
import type { RouterInputs } from './router-types'

/** The right-hand column of the workspace, as the demo's people use it. */
export type Desk = {
  /** Begins a draft, writes the text and submits it. */
  write: (by: PersonKey, incidentId: string, document: DocumentNode) => Promise<void>
  approve: (by: PersonKey, incidentId: string, comment: string) => Promise<void>
  publish: (
    by: PersonKey,
    incidentId: string,
    correction: RouterInputs['publication']['publish']['correction'],
  ) => Promise<void>
}

/** What a story is told with. */
export type DemoNewsroom = {
  clock: Clock
  people: Record<PersonKey, Caller>
  desk: Desk
  records: Records
}
