import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Db } from '@/db/client'
import { childEnv } from '@/env'
import { testSecret, testSigningKey } from '../tests/harness/app'
import { shown, usedBy } from './measure'
import type { Used } from './measure'
import { makeIds, seedIncidents, seedPerson } from './seed'

/** Milliseconds between two looks at what the copying process has used. */
const LOOK = 250
async function copy(databaseUrl: string, folder: string): Promise<Used & { said: string }> {
  const child = spawn(process.execPath, ['cli/boot.mjs', 'admin', 'export-site', path.join(folder, 'copy')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: childEnv({
      DATABASE_URL: databaseUrl,
      PUBLIC_URL: 'https://bench.example',
      AUTH_SECRET: testSecret,
      LOG_SIGNING_KEY: testSigningKey,
    }),
  })
  let said = ''
  let used: Used = { peak: 0, seconds: 0 }
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const look = setInterval(() => (used = usedBy(child.pid ?? 0) ?? used), LOOK)
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  clearInterval(look)
  if (code !== 0) throw new Error(`The copy ended with ${code}.`)
  return { ...used, said: said.trim().split('\n').at(-1) ?? '' }
}

type Template = { story: string; template: string }

/** `npm run admin -- export-site` of a site with so many accounts, one size after the other: how its cost grows. */
export async function benchExport(db: Db, databaseUrl: string, template: Template, sizes: string[]): Promise<void> {
  await makeIds(db)
  const made = { by: await seedPerson(db), reviewer: await seedPerson(db), template: template.template, isLogged: true }
  let seeded = 0
  for (const size of (sizes.length > 0 ? sizes : ['100', '1000']).map(Number)) {
    await seedIncidents(db, seeded, size, made)
    seeded = size
    const folder = mkdtempSync(path.join(tmpdir(), 'assay-export-'))
    try {
      const { peak, seconds, said } = await copy(databaseUrl, folder)
      console.log(`export       ${size} accounts: ${shown(seconds)} s of processor, peak ${shown(peak)} MB; ${said}`)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
