import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import command from '@/cli/admin'
import { findPostmaster } from '@/db/local/postmaster'
import { account } from '@/db/schema'
import { childEnv, SetupError } from '@/env'
import { byHand } from '../harness/by-hand'
import { useDatabase } from '../harness/database'
import { clusterOf, hold, scratch } from './hold'

const database = useDatabase()
const root = fileURLToPath(new URL('../..', import.meta.url))

interface Outcome {
  code: number
  out: string
  err: string
}

function admin(args: string[], env: Record<string, string | undefined>): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { cwd: root, env: childEnv({ AUTH_SECRET: undefined, PUBLIC_URL: undefined, ...env }) }
    execFile(process.execPath, ['cli/boot.mjs', 'admin', ...args], options, (error, out, err) => {
      resolve({ code: Number(error?.code ?? 0), out: out.trim(), err: err.trim() })
    })
  })
}

const secret = 'a secret of at least thirty-two characters'
const here = (...args: string[]): Promise<Outcome> => admin(args, { DATABASE_URL: database.url, AUTH_SECRET: secret })

test('invites, lists and answers to the same rules as the desk', async () => {
  expect(await here('list')).toMatchObject({ code: 0, out: 'Nobody has an account yet.' })
  const invited = await here('invite', 'Mira@Example.org', '--role', 'lead', '--admin')
  expect(invited.out).toMatch(/^http:\/\/127\.0\.0\.1:3000\/signin\/invitation\?token=[\w-]+\nIt works once, until /)
  const mira = {
    id: '5f2c8a52-6a0b-4c53-9a0b-2f6d0f1c7d11',
    email: 'mira@example.org',
    name: 'Mira',
    role: 'lead' as const,
    isAdmin: true,
    passwordHash: 'none',
    createdAt: new Date(),
  }
  await byHand(database.db, [['account.created', mira.id]], (tx) => tx.insert(account).values(mira))
  expect((await here('list')).out).toMatch(/^lead +admin +mira@example\.org +Mira$/)
  expect(await here('suspend', 'mira@example.org')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(/last/i) as string,
  })
  expect((await here('reset', 'mira@example.org')).out).toMatch(/\/signin\/reset\?token=/)
})

test.each([
  [['frob'], /no command "frob"/],
  [['invite'], /takes 1 argument/],
  [['role', 'a@example.org', 'boss'], /no role "boss"/],
  [['admin', 'a@example.org', 'maybe'], /on or off/],
  [['suspend', 'a@example.org', '--admin'], /go with "invite" alone/],
  [['list', '--fast'], /--fast/],
])('explains itself when it is told %j', async (args, said) => {
  const refused = command(args)
  await expect(refused).rejects.toThrow(SetupError)
  await expect(refused).rejects.toThrow(said)
})

test('works beside the running application and without it, and then leaves no server behind', async () => {
  const data = scratch()
  const app = await hold(data)
  const settings = { DATABASE_URL: undefined, DATA_DIR: data }
  expect(await admin(['invite', 'a@example.org'], settings)).toMatchObject({
    code: 0,
    out: expect.stringContaining('http://127.0.0.1:4999/signin/invitation') as string,
  })
  expect(findPostmaster(clusterOf(app))).toBeDefined()
  await app.end('SIGTERM')
  expect(await admin(['list'], settings)).toMatchObject({ code: 0, out: 'Nobody has an account yet.' })
  expect(findPostmaster(clusterOf(app))).toBeUndefined()
})
