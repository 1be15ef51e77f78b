import { sql } from 'drizzle-orm'
import { execFile } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import command from '@/cli/admin'
import { findPostmaster } from '@/db/local/postmaster'
import { account } from '@/db/schema'
import { sha256Hex } from '@/domain/hash'
import { COSIGNATURE, cosignedText, keyIdOf, signatureLine, writeVerifierKey } from '@/domain/log/note'
import { childEnv, setEnv, SetupError } from '@/env'
import { addCosignature } from '@/server/log/cosign'
import { makeSigningKey, readSigningKey } from '@/server/log/key'
import { readCheckpoint } from '@/server/log/queries'
import { settleLogKey } from '@/server/log/settle'
import { testSigningKey } from '../harness/app'
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

test('the site is written as files, of one moment and the same each time, and over nothing that is somebody’s', async () => {
  const folder = scratch()
  const out = path.join(folder, 'site')
  const env = { DATABASE_URL: database.url, AUTH_SECRET: secret, LOG_SIGNING_KEY: testSigningKey, PORT: '3000' }
  const write = (place: string, publicUrl?: string) => admin(['export-site', place], { ...env, PUBLIC_URL: publicUrl })
  expect((await write(out)).err).toMatch(/^Set PUBLIC_URL|Set PUBLIC_URL/)
  const made = await write(out, 'https://assay.example')
  expect(made).toMatchObject({
    code: 0,
    out: expect.stringContaining('after entry 0 of its publication log') as string,
  })
  const index = await readFile(path.join(out, 'index.html'), 'utf8')
  expect(index).toContain('href="https://assay.example"')
  expect(index).not.toMatch(/<form|https:\/\/assay\.example\/_next/)
  const manifest = await readFile(path.join(out, 'log/manifest'), 'utf8')
  // Written as it comes, and listed as it is.
  const dump = await readFile(path.join(out, 'dumps/publications-0.csv'))
  expect(dump.toString()).toMatch(/^index,slug,number,/)
  expect(manifest).toContain(`${sha256Hex(dump)} dumps/publications-0.csv\n`)
  expect(await write(out, 'https://assay.example')).toMatchObject({ code: 0 })
  expect(await readFile(path.join(out, 'log/manifest'), 'utf8')).toBe(manifest)
  await writeFile(path.join(out, 'mine'), 'mine')
  const refused = await write(out, 'https://assay.example')
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('holds mine') as string })
  expect(await readFile(path.join(out, 'mine'), 'utf8')).toBe('mine')
}, 300_000)

test('the log has one key, which a witness’s signature is added beside', async () => {
  const { verifierKey } = readSigningKey(testSigningKey) ?? {}
  const env = { DATABASE_URL: database.url, AUTH_SECRET: secret, LOG_SIGNING_KEY: testSigningKey }
  const settle = (key: string, isRenewed = false) => {
    setEnv({ LOG_SIGNING_KEY: key })
    return settleLogKey(database.db, new Date(), isRenewed).catch((error: unknown) => (error as Error).message)
  }
  expect(await settle(testSigningKey)).toBe(verifierKey)
  const other = makeSigningKey('another.test/log')
  const refusal = await settle(other)
  expect(refusal).toContain(`signed with the key ${verifierKey}`)
  expect(refusal).not.toContain(other)
  const folder = scratch()
  const file = path.join(folder, 'checkpoint')
  setEnv({ LOG_SIGNING_KEY: testSigningKey })
  const { text, note } = await readCheckpoint(database.db)
  const witness = cosignerOf('witness.test')
  const line = witness.sign(text, 1_700_000_000n)
  await writeFile(file, note + line)
  // Whoever holds the checkpoint is told that it is another now.
  const record = async () => (await database.db.execute(sql`select number::int as number from public_record`)).rows[0]
  const before = await record()
  expect(await admin(['cosign', witness.verifierKey, file], env)).toMatchObject({ code: 0 })
  expect(Number((await record())?.['number'])).toBe(Number(before?.['number']) + 1)
  expect((await readCheckpoint(database.db)).note).toBe(note + line)
  const refused = [
    [note, 'has not signed it'],
    [note + witness.sign(`${text}more\n`, 1n), 'has not signed it'],
    [note.replace(/\n\d+\n/, '\n7\n') + line, 'not a checkpoint of this log'],
    ['nothing', 'not a signed checkpoint'],
  ] as const
  for (const [words, why] of refused)
    await expect(addCosignature(database.db, witness.verifierKey, words, new Date())).rejects.toThrow(why)
  await expect(addCosignature(database.db, 'x', note, new Date())).rejects.toThrow('not a verifier key')
  expect(await settle(other, true)).toContain('another.test/log+')
  expect(await settle(testSigningKey)).toContain('another.test/log+')
  setEnv({ LOG_SIGNING_KEY: undefined })
})

/** A C2SP witness: cosignature/v1, with its time. */
function cosignerOf(name: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32))
  const key = { name, kind: COSIGNATURE, publicKey: raw }
  return {
    verifierKey: writeVerifierKey(key),
    sign(text: string, seconds: bigint) {
      const time = Buffer.alloc(8)
      time.writeBigUInt64BE(seconds)
      const signature = Buffer.concat([time, sign(null, Buffer.from(cosignedText(text, seconds)), privateKey)])
      return signatureLine({ name, keyId: keyIdOf(key), signature })
    },
  }
}
