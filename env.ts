import { z } from 'zod'

/** A fault the person at the terminal can mend: shown as its message alone, without a stack. */
export class SetupError extends Error {
  override readonly name = 'SetupError'
}

const flag = z
  .enum(['', '0', '1', 'false', 'true'], 'must be 1 or 0')
  .default('')
  .transform((value) => value === '1' || value === 'true')

const wholeNumber = (least: number, most: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .default(String(otherwise))
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`)

const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
  .optional()

const publicUrl = z
  .string()
  .refine(isOrigin, 'must be the address readers use, such as https://assay.example.org, without a path')
  .transform((value) => new URL(value).origin)
  .optional()

const shape = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'], 'must be development, production or test')
    .default('development'),
  /** One's own PostgreSQL, 15 or newer. Without it the program runs a private one. */
  DATABASE_URL: databaseUrl,
  /** How many connections one instance keeps at most. */
  DATABASE_POOL: wholeNumber(2, 250, 20),
  /** Megabytes that the pages readers read may take in the memory of one instance. */
  PAGE_MEMORY: wholeNumber(1, 65_536, 256),
  /** Megabytes that they may take in the data folder besides; 0 keeps none there. */
  PAGE_DISK: wholeNumber(0, 16_777_216, 4_096),
  /** Whether pages are rendered before anybody asks for them. */
  PAGES_AHEAD: z.enum(['auto', 'off'], 'must be auto or off').default('auto'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535, 3000),
  PUBLIC_URL: publicUrl,
  AUTH_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  /** What the publication log is signed with: `PRIVATE+KEY+name+keyid+base64`. */
  LOG_SIGNING_KEY: z
    .string()
    .regex(/^PRIVATE\+KEY\+[^+\s]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]+=*$/, 'must have the form PRIVATE+KEY+name+keyid+base64')
    .optional(),
  DEMO_PASSWORD: z.string().min(12, 'must have 12 characters or more').optional(),
  /** Demo pages carry ClaimReview all the same. */
  DEMO_MARKUP: flag,
  /** Set by the start command, never by hand. */
  IS_DEMO: flag,
  DATA_DIR: z.string().min(1).default('./data'),
  /** Set by cli/boot.mjs, never by hand: where what runs in a process of its own lies, compiled. */
  COMPILED: z.string().min(1).optional(),
  /** Captured files go to this bucket of an S3-compatible store, and none to the disk. */
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be a name of 3 to 63 small letters, digits, dots and hyphens')
    .optional(),
  S3_ENDPOINT: z
    .string()
    .refine(isOrigin, 'must be an address such as https://s3.example.org, without a path')
    .optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** The bucket stands in the path, as most stores but Amazon's want it. */
  S3_PATH_STYLE: flag,
  /** Whether a gazetteer that is empty is filled after the start. */
  GAZETTEER: z.enum(['auto', 'off'], 'must be auto or off').default('auto'),
  CHROMIUM_PATH: z.string().min(1).optional(),
  /** Set by npm, never by hand: the folder in which a command was typed. */
  INIT_CWD: z.string().min(1).optional(),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], 'must be silent, error, warn, info or debug')
    .default('info'),
  /** How many proxies stand in front and append to X-Forwarded-For; 0 means the header is not believed. */
  TRUST_PROXY: wholeNumber(0, 10, 0),
})

export type Env = Omit<z.output<typeof shape>, 'PUBLIC_URL'> & { PUBLIC_URL: string }
type Setting = keyof z.input<typeof shape>

export const SETTINGS: readonly string[] = Object.keys(shape.shape)

const secret: ReadonlySet<string> = new Set([
  'AUTH_SECRET',
  'DATABASE_URL',
  'DEMO_PASSWORD',
  'LOG_SIGNING_KEY',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
])
let known: Env | undefined

/**
 * The settings, read on first use.
 * @throws SetupError naming the variable that has a value it cannot have.
 */
export function env(): Env {
  known ??= read()
  return known
}

function read(): Env {
  const given = Object.fromEntries(
    Object.keys(shape.shape).flatMap((name) => {
      const value = process.env[name]
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
  const parsed = shape.safeParse(given)
  if (!parsed.success) throw new SetupError(parsed.error.issues.map((issue) => complaint(issue, given)).join('\n'))
  const values = parsed.data
  requireWhole(values)
  return { ...values, PUBLIC_URL: values.PUBLIC_URL ?? addressOf(values.HOST, values.PORT) }
}

/** A bucket without its keys would be found out only when somebody captures a source. */
function requireWhole(values: z.output<typeof shape>): void {
  const names = ['S3_BUCKET', 'S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const
  const missing = names.filter((name) => values[name] === undefined)
  if (missing.length === 0 || missing.length === names.length) return
  const set = names.filter((name) => values[name] !== undefined)
  throw new SetupError(`${set.join(', ')} is set and ${missing.join(', ')} is not: a store needs all four.`)
}

function complaint(issue: z.core.$ZodIssue, given: Record<string, string>): string {
  const name = String(issue.path[0])
  const shown = secret.has(name) ? '' : ` is ${JSON.stringify(given[name])}, and`
  return `The environment variable ${name}${shown} ${issue.message}.`
}

/** The address under which a browser on this machine reaches a server that listens on host and port. */
export function addressOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${reachable}:${port}`
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
  return bare && (url.protocol === 'http:' || url.protocol === 'https:')
}

/** Sets settings for this process and everything it loads or starts from now on; undefined takes one away. */
export function setEnv(values: Partial<Record<Setting | OthersNames, string | undefined>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name)
    else Object.assign(process.env, { [name]: value })
  }
  known = undefined
}

/** Sets a setting that nobody has set. */
export function setDefault(name: Setting, value: string): void {
  if ((process.env[name] ?? '') === '') setEnv({ [name]: value })
}

/** Names that libraries read by themselves. */
type OthersNames =
  | 'NEXTAUTH_URL'
  | 'NEXTAUTH_SECRET'
  | 'NEXT_TELEMETRY_DISABLED'
  | 'FONTCONFIG_FILE'
  | 'PLAYWRIGHT_BROWSERS_PATH'
  | 'ASSAY_URL'
  | 'ASSAY_FIRST_LINK'
  | 'ASSAY_DEMO_URL'

/** What the start command decided, for the web server that runs in this same process. */
export function announce(decided: {
  databaseUrl: string
  authSecret: string
  logSigningKey: string
  publicUrl: string
  isDemo: boolean
  mode: 'development' | 'production'
}): void {
  setEnv({
    NODE_ENV: decided.mode,
    DATABASE_URL: decided.databaseUrl,
    AUTH_SECRET: decided.authSecret,
    LOG_SIGNING_KEY: decided.logSigningKey,
    PUBLIC_URL: decided.publicUrl,
    IS_DEMO: decided.isDemo ? '1' : '0',
    NEXTAUTH_URL: decided.publicUrl,
    NEXTAUTH_SECRET: decided.authSecret,
    NEXT_TELEMETRY_DISABLED: '1',
  })
}

/** The environment for a child process: this one's, with some values put in or (undefined) taken out. */
export function childEnv(changes: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...changes }
}
