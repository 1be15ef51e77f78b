import { TRPCClientError } from '@trpc/client'
import type { Refusal } from '@/domain/verdict'

/** A refused request as a form shows it. */
export type FaultView = {
  /** `network`: nothing was heard from the server. `signed-out`: the session has ended. */
  kind: 'fields' | 'refusal' | 'conflict' | 'missing' | 'signed-out' | 'slow' | 'network' | 'failure'
  /** One sentence for the person. */
  message: string
  /** What is wrong with each field, by its path joined with dots ("names.0.name"); '' is the form as a whole. */
  fields: Readonly<Record<string, string>>
  refusal?: Refusal
  /** What a stale write met. */
  current?: unknown
  nearest?: { start: number; end: number; exact: string; similarity: number }
}

type Detail = {
  refusal?: Refusal
  issues?: { path: (string | number)[]; message: string }[]
  current?: unknown
  nearest?: NonNullable<FaultView['nearest']>
}

const KIND: Readonly<Record<string, FaultView['kind']>> = {
  BAD_REQUEST: 'fields',
  CONFLICT: 'conflict',
  FORBIDDEN: 'refusal',
  PRECONDITION_FAILED: 'refusal',
  NOT_FOUND: 'missing',
  UNAUTHORIZED: 'signed-out',
  TOO_MANY_REQUESTS: 'slow',
}

const OFF_LINE = 'The server cannot be reached. Nothing you typed is lost; try again when the line is back.'

/** What a failed query or mutation says, ready to be shown. */
export function faultOf(error: unknown): FaultView {
  if (!(error instanceof TRPCClientError)) return { kind: 'failure', message: messageOf(error), fields: {} }
  const data = error.data as { code?: string; fault?: Detail } | null | undefined
  if (data === undefined || data === null) return { kind: 'network', message: OFF_LINE, fields: {} }
  const { issues = [], refusal, current, nearest } = data.fault ?? {}
  const fields: Record<string, string> = {}
  for (const issue of issues) fields[issue.path.join('.')] ??= issue.message
  return {
    kind: KIND[data.code ?? ''] ?? 'failure',
    message: error.message,
    fields,
    ...(refusal === undefined ? {} : { refusal }),
    ...(current === undefined ? {} : { current }),
    ...(nearest === undefined ? {} : { nearest }),
  }
}

/** In one sentence or two where there is no room for more: what was refused, and what would lift it. */
export function refusalWords({ message, refusal }: FaultView): string {
  return refusal?.lift === undefined ? message : `${message} ${refusal.lift}`
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong. Nothing you typed is lost; try again.'
}
