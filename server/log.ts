import { env } from '@/env'
import { databaseError } from './fault'
import { sourcedStack } from './sourced-stack'

const ORDER = ['silent', 'error', 'warn', 'info', 'debug'] as const
type Severity = Exclude<(typeof ORDER)[number], 'silent'>

/** Plain facts only: no input, no query, no name (rules 4 and 14). */
type Fields = Record<string, string | number | boolean | null | undefined>

function write(severity: Severity, message: string, fields: Fields): void {
  if (ORDER.indexOf(severity) > ORDER.indexOf(env().LOG_LEVEL)) return
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), severity, message, ...fields })}\n`)
}

/**
 * What may be said of an error. A database driver's message repeats the statement with its parameters,
 * so of those only PostgreSQL's code and the constraint are kept.
 */
export function describeError(error: unknown): Fields {
  const found = databaseError(error)
  if (found) return { error: 'database', code: found.code, constraint: found.constraint }
  if (!(error instanceof Error)) return { error: typeof error }
  if (error.message.startsWith('Failed query')) return { error: 'database', ...connectionCode(error.cause) }
  return {
    error: error.name,
    detail: error.message.slice(0, 300),
    stack: innermost(error.stack ?? ''),
  }
}

const innermost = (stack: string): string =>
  sourcedStack(stack.split('\n').slice(1, 6).join('\n')).replaceAll('\n', ' | ')

function connectionCode(cause: unknown): Fields {
  const code = (cause as { code?: unknown } | undefined)?.code
  return typeof code === 'string' ? { code } : {}
}

export const log = {
  error: (message: string, fields: Fields = {}) => write('error', message, fields),
  warn: (message: string, fields: Fields = {}) => write('warn', message, fields),
  info: (message: string, fields: Fields = {}) => write('info', message, fields),
}
