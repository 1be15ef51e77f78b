import { parseArgs } from 'node:util'
import { closeDb, getDb } from '../db/client'
import { migrateDatabase } from '../db/migrate'
import { ROLES } from '../domain/policy'
import type { Role } from '../domain/policy'
import { setDefault, setEnv, SetupError } from '../env'
import * as operator from '../server/account/by-operator'
import { cosign, renewLogKey, showLogKey } from './log-key'
import { exportSite } from './export-site'
import { authSecret, visitMachine } from './machine'
import type { Machine } from './machine'
import { indexAll } from './index-captures'
import { importFiles } from './import-gazetteer'
import { settleData } from './prepare-store'
import { verify } from './verify'

const usage = `npm run admin -- COMMAND

  list                                      everybody who has an account
  invite EMAIL [--role ROLE] [--admin]      print a link with which EMAIL makes an account (72 hours, once)
  role EMAIL ROLE                           make somebody ${ROLES.join(', ')}
  admin EMAIL on|off                        let somebody look after accounts, or no more
  suspend EMAIL                             end somebody's sessions and let them do nothing more
  restore EMAIL                             lift that
  reset EMAIL                               print a link with which EMAIL sets a new password (72 hours, once)
  verify-captures                           read every captured file and say what is missing, altered or left over
  index-captures                            find copies of captures that are older than the search for copies, too
  import-gazetteer [FILE…]                  the places to choose from: dumps of GeoNames (.txt, .zip), or those it comes with
  export-site DIR                           everything that readers read, as files that any server can hold
  log-key                                   print the key that readers check the publication log with
  renew-log-key                             sign the publication log with the key at hand, where the one before is lost
  cosign KEY FILE                           add what the witness of this key signed, from the checkpoint it gave back`

type Act = (by: operator.Operator, machine: Machine) => Promise<string>

/** `npm run admin -- …`: what the machine's owner can do about accounts, captured files, the gazetteer, copies of the site and the publication log, whether the application runs or not. */
export default async function admin(args: string[]): Promise<void> {
  if (args.length === 0 || args.includes('--help') || args[0] === 'help') {
    console.log(usage)
    return
  }
  const act = read(args)
  const machine = await visitMachine()
  try {
    // Links lead to the address at which the application was last started.
    if (machine.address !== '') setDefault('PUBLIC_URL', machine.address)
    setEnv({ DATABASE_URL: machine.url, AUTH_SECRET: authSecret() })
    await migrateDatabase(machine.url)
    if (args[0] === 'verify-captures') settleData(machine, console.log)
    console.log(await act({ db: getDb() }, machine))
  } catch (error) {
    throw inWords(error)
  } finally {
    await closeDb()
    await machine.close()
  }
}

/** Words of each command, itself among them; `import-gazetteer` takes any number of files. */
const NEEDED: Readonly<Record<string, number>> = {
  list: 1,
  invite: 2,
  role: 3,
  admin: 3,
  suspend: 2,
  restore: 2,
  reset: 2,
  'verify-captures': 1,
  'index-captures': 1,
  'import-gazetteer': 1,
  'export-site': 2,
  'log-key': 1,
  'renew-log-key': 1,
  cosign: 3,
}

/** @throws SetupError with the usage when the arguments make no command. */
function read(args: string[]): Act {
  const { words, options } = split(args)
  const [command = '', email = '', value = ''] = words
  const needed = NEEDED[command]
  if (needed === undefined) throw misuse(`There is no command ${JSON.stringify(command)}.`)
  if (words.length !== needed && command !== 'import-gazetteer')
    throw misuse(`"${command}" takes ${needed - 1} argument(s), and ${words.length - 1} came.`)
  if (command !== 'invite' && (options.admin || options.role !== undefined)) {
    throw misuse('--role and --admin go with "invite" alone.')
  }
  switch (command) {
    case 'invite':
      return invite(email, readRole(options.role ?? 'editor'), options.admin)
    case 'role':
      return setRole(email, readRole(value))
    case 'admin':
      return setAdmin(email, readSwitch(value))
    case 'suspend':
      return async (by) => {
        await operator.suspendByOperator(by, email, {})
        return `${email} is suspended from the next request on.`
      }
    case 'restore':
      return async (by) => {
        await operator.restoreByOperator(by, email, {})
        return `${email} can sign in again.`
      }
    case 'reset':
      return async (by) => linkLines(await operator.resetByOperator(by, email, {}))
    case 'verify-captures':
      return verify
    case 'index-captures':
      return indexAll
    case 'import-gazetteer':
      return importFiles(words.slice(1))
    case 'export-site':
      return exportSite(email)
    case 'log-key':
      return showLogKey
    case 'renew-log-key':
      return renewLogKey
    case 'cosign':
      return cosign(email, value)
    default:
      return list
  }
}

function split(args: string[]): { words: string[]; options: { role: string | undefined; admin: boolean } } {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { role: { type: 'string' }, admin: { type: 'boolean' } },
    })
    return { words: positionals, options: { role: values.role, admin: values.admin === true } }
  } catch (error) {
    throw misuse(error instanceof Error ? error.message : String(error))
  }
}

const misuse = (what: string): SetupError => new SetupError(`${what}\n\n${usage}`)

function readRole(text: string): Role {
  const role = ROLES.find((one) => one === text)
  if (role === undefined) throw misuse(`There is no role ${JSON.stringify(text)}. There are: ${ROLES.join(', ')}.`)
  return role
}

function readSwitch(text: string): boolean {
  if (text === 'on' || text === 'off') return text === 'on'
  throw misuse(`"admin" takes on or off, not ${JSON.stringify(text)}.`)
}

function invite(email: string, role: Role, isAdmin: boolean): Act {
  return async (by) => linkLines(await operator.inviteByOperator(by, { email, role, isAdmin }))
}

function setRole(email: string, role: Role): Act {
  return async (by) => {
    await operator.setRoleByOperator(by, email, { role })
    return `${email} is ${role} from now on.`
  }
}

function setAdmin(email: string, isAdmin: boolean): Act {
  return async (by) => {
    await operator.setRoleByOperator(by, email, { isAdmin })
    return isAdmin ? `${email} looks after accounts from now on.` : `${email} no longer looks after accounts.`
  }
}

function linkLines({ url, expiresAt }: { url: string; expiresAt: Date }): string {
  return `${url}\nIt works once, until ${expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC, and is not shown again.`
}

const list: Act = async (by) => {
  const people = await operator.listAccountsByOperator(by)
  if (people.length === 0) return 'Nobody has an account yet.'
  const lines = people.map(({ email, name, role, isAdmin, suspendedAt }) =>
    [role.padEnd(8), isAdmin ? 'admin' : '     ', suspendedAt === null ? '         ' : 'suspended', email, name].join(
      '  ',
    ),
  )
  return lines.join('\n')
}

/** A rule's refusal is for the person at the terminal; anything else keeps its stack. */
function inWords(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'TRPCError') return error
  const { detail } = (error.cause ?? {}) as { detail?: { refusal?: { lift?: string } } }
  const lift = detail?.refusal?.lift
  return new SetupError(lift === undefined ? error.message : `${error.message} ${lift}`)
}
