import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { beginStop, stopPostmaster } from '@/db/local/postmaster'
import { childEnv } from '@/env'
import { programAt } from '../harness/program'
import { quickFolder } from '../harness/quick-folder'

const here = fileURLToPath(new URL('.', import.meta.url))

export interface Holder {
  url: string
  data: string
  isAdopted: boolean
  /** Ids of the rows that were acknowledged. */
  written: string[]
  said: string[]
  pid: number
  /** Sends a signal and waits for the end. */
  end: (signal: NodeJS.Signals) => Promise<number | null>
}

/** @throws Error with the message that the process ended with. */
export async function hold(dataDir: string, task = 'wait', user?: { uid: number; gid: number }): Promise<Holder> {
  const child = spawn(process.execPath, [programAt('tests/machine/holder'), dataDir, task], {
    cwd: path.join(here, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: childEnv({ HOME: tmpdir(), XDG_RUNTIME_DIR: undefined }),
    ...user,
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const written: string[] = []
  const said: string[] = []
  const first = await new Promise<{ url: string; isAdopted: boolean; data: string }>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const value = JSON.parse(line) as Record<string, string>
      if (value['failed'] !== undefined) reject(new Error(`${value['name']}: ${value['failed']}`))
      else if (value['written'] !== undefined) written.push(value['written'])
      else if (value['said'] !== undefined) said.push(value['said'])
      else resolve(value as never)
    })
    child.once('exit', (code) => reject(new Error(`ended at once with ${code}`)))
  })
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal)
    return ended
  }
  const holder: Holder = { ...first, written, said, pid: child.pid ?? 0, end }
  onTestFinished(() => tidy(holder))
  return holder
}

async function tidy(holder: Holder): Promise<void> {
  await holder.end('SIGKILL')
  await stopPostmaster(clusterOf(holder))
}

export const clusterOf = ({ data }: { data: string }): string => path.join(data, 'postgres')

export const postmasterPid = (holder: Holder): number =>
  Number(readFileSync(path.join(clusterOf(holder), 'postmaster.pid'), 'utf8').split('\n')[0])

/** A folder that is gone when the test is. */
export function scratch(): string {
  const folder = quickFolder('assay-machine-')
  onTestFinished(async () => {
    beginStop(path.join(folder, 'postgres'))
    await sleep(50)
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
  })
  return folder
}

export async function until(isSo: () => boolean | Promise<boolean>, patience = 60_000): Promise<void> {
  const deadline = Date.now() + patience
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('It did not come about in time.')
    await sleep(20)
  }
}
