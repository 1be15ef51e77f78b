import type { DocumentNode } from '@/domain/document'
import type { Caller, Clock } from './newsroom'
import type { PersonKey } from './person'
import type { Records } from './records'
import type { RouterInputs } from './router-types'

/** An account in another language: its words by what they translate, and the paragraphs of its summary in order. */
export type Translated = { words: Readonly<Record<string, string>>; lines: readonly string[] }

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
  /** Translates what is published; a second reads it, and it is published. */
  translate: (
    by: PersonKey,
    reader: PersonKey,
    incidentId: string,
    text: { language: RouterInputs['rendition']['begin']['language'] } & Translated,
  ) => Promise<void>
}

/** What a story is told with. */
export type DemoNewsroom = {
  clock: Clock
  people: Record<PersonKey, Caller>
  desk: Desk
  records: Records
}
