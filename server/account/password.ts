import { dictionary } from '@zxcvbn-ts/language-common'
import { hash, verify, type Options } from '@node-rs/argon2'
import { normalisePassword } from '@/domain/input/account'
import { badInput } from '../fault'

/** OWASP's choice for argon2id, which is this library's default: 19 MiB, 2 passes, 1 lane. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** How many hashes are worked out at a time: 57 MiB, and one thread of Node's four left for other work. */
const SLOTS = 3
/** How many may wait for a slot: beyond this a sign-in is told to come again. */
const QUEUE = 1_000

let running = 0
const waiting: (() => void)[] = []

export class Busy extends Error {
  override readonly name = 'Busy'
}

/** @throws Busy when too many are waiting already. */
export async function inHashSlot<T>(work: () => Promise<T>): Promise<T> {
  if (running >= SLOTS) {
    if (waiting.length >= QUEUE) throw new Busy('too many sign-ins at once')
    // The one who leaves hands its slot over, so nobody can slip in between.
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next === undefined) running--
    else next()
  }
}

export function hashPassword(password: string): Promise<string> {
  return inHashSlot(() => hash(normalisePassword(password), COST))
}

/** Call it within a slot. A hash that cannot be read fits no password. */
export async function verifyInSlot(passwordHash: string, password: string): Promise<boolean> {
  try {
    return await verify(passwordHash, normalisePassword(password))
  } catch {
    return false
  }
}

let standIn: Promise<string> | undefined

/** The hash of nobody's password, at the same cost: what a sign-in to an account that is not there is checked against. */
export function standInHash(): Promise<string> {
  standIn ??= hash(crypto.randomUUID(), COST)
  return standIn
}

let common: ReadonlySet<string> | undefined

/** The 49,233 most used passwords by rank, in lower case. */
function commonPasswords(): ReadonlySet<string> {
  common ??= new Set(dictionary['passwords-common'])
  return common
}

/**
 * @throws BAD_REQUEST at `field` for a password that guessers try first: one of the most used, such a one repeated,
 * or the person's own name or e-mail address.
 */
export function demandUncommon(password: string, person: { email: string; name: string }, field = 'password'): void {
  const folded = normalisePassword(password).toLowerCase().trim()
  if (commonPasswords().has(folded) || isRepetition(folded))
    throw badInput([{ path: [field], message: 'This password is among those that are tried first. Choose another.' }])
  const bare = folded.replace(/\s+/g, '')
  const own = [person.email, person.email.split('@')[0] ?? '', person.name]
    .map((text) => normalisePassword(text).toLowerCase().replace(/\s+/g, ''))
    .filter((text) => text !== '')
  if (own.some((text) => bare === text || (isRepeated(bare, text) && text.length > 0)))
    throw badInput([{ path: [field], message: 'This is your own name or address. Choose another password.' }])
}

/** One unit over and over: a single character, "abcabcabcabc", or a most used password twice. */
function isRepetition(text: string): boolean {
  for (let unit = 1; unit <= text.length / 2; unit++) {
    const head = text.slice(0, unit)
    if (isRepeated(text, head) && (unit <= 4 || commonPasswords().has(head))) return true
  }
  return false
}

function isRepeated(text: string, unit: string): boolean {
  return unit.length > 0 && text.length % unit.length === 0 && unit.repeat(text.length / unit.length) === text
}
