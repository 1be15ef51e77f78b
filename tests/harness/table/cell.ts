import type { World } from '../world'
import type { Who } from '../world-people'

/** What a call comes to: its code, as the browser is told it. */
export type Outcome =
  | 'ok'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'PRECONDITION_FAILED'
  | 'CONFLICT'
  | 'BAD_REQUEST'

export type Cells = Readonly<Record<Who, Outcome>>
type Some = Partial<Record<Who, Outcome>>

/** One row: a procedure in one state of the world, and what each person gets. */
export type Row = { state: string; input: (world: World, who: Who) => unknown; cells: Cells }

/** Open to everybody, signed in or not. */
export const everybody = (outcome: Outcome, but: Some = {}): Cells => ({
  nobody: outcome,
  observer: outcome,
  editor: outcome,
  author: outcome,
  lead: outcome,
  admin: outcome,
  suspended: outcome,
  ...but,
})

/** Whoever is signed in; a suspended account is nobody. */
export const desk = (outcome: Outcome, but: Some = {}): Cells =>
  everybody(outcome, { nobody: 'UNAUTHORIZED', suspended: 'UNAUTHORIZED', ...but })

export const editors = (outcome: Outcome, but: Some = {}): Cells =>
  desk(outcome, { observer: 'FORBIDDEN', admin: 'FORBIDDEN', ...but })

export const leads = (outcome: Outcome, but: Some = {}): Cells =>
  editors(outcome, { editor: 'FORBIDDEN', author: 'FORBIDDEN', ...but })

export const admins = (outcome: Outcome, but: Some = {}): Cells => desk('FORBIDDEN', { admin: outcome, ...but })

export const row = (state: string, input: Row['input'], cells: Cells): Row => ({ state, input, cells })

/** Missing, or not yours: alike for all who are signed in, whatever their role. */
export const missing = (input: Row['input'], state = 'an id of nothing'): Row => row(state, input, desk('NOT_FOUND'))

export type Table = Readonly<Record<string, readonly Row[]>>
