import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { env } from '@/env'
import type { Confines } from './limits'

/** How a confined process ended, where it gave no answer. */
export type Overrun = 'cpu' | 'memory' | 'wall' | 'output' | 'broken'

export class ConfinedEnd extends Error {
  override readonly name = 'ConfinedEnd'
  constructor(
    readonly overrun: Overrun,
    detail: string,
  ) {
    super(detail)
  }
}

/**
 * The shell sets what the kernel holds, then becomes the process. Over -t comes SIGXCPU, then SIGKILL; -d makes
 * allocations fail, on Linux native ones too; -c leaves no core; -s keeps stacks out of -d. The server goes first.
 */
const SHELL =
  'ulimit -S -t "$1"; ulimit -H -t "$2"; ulimit -d "$3" 2>/dev/null; ulimit -c 0; ulimit -s 2048 2>/dev/null; ' +
  'shift 3; exec nice -n 5 "$@"'

/** Nothing of the server's own: no address of a database, no secret. PATH is for the shell. */
const ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  PATH: '/usr/local/bin:/usr/bin:/bin',
  TMPDIR: tmpdir(),
  MALLOC_ARENA_MAX: '2',
  UV_THREADPOOL_SIZE: '1',
  VIPS_CONCURRENCY: '1',
}

/** V8 gives up at this share of the memory, with the rest for buffers and libraries. */
const HEAP_SHARE = 0.625

let unshare: readonly string[] | undefined

/** A network namespace of its own, empty, where the kernel lets an ordinary process have one. */
function withoutNetwork(): readonly string[] {
  const prefix = ['unshare', '--map-root-user', '--net']
  unshare ??= spawnSync(prefix[0] ?? '', [...prefix.slice(1), 'true'], { env: ENVIRONMENT }).status === 0 ? prefix : []
  return unshare
}

function moduleOf(program: string): string {
  const { COMPILED } = env()
  if (COMPILED === undefined) throw new Error('COMPILED is not set: nothing has been compiled.')
  return path.join(COMPILED, program)
}

function start(module: string, confines: Confines): ChildProcess {
  const root = /* turbopackIgnore: true */ process.cwd()
  const node = [
    process.execPath,
    `--max-old-space-size=${Math.floor(confines.memory * HEAP_SHARE)}`,
    '--max-semi-space-size=4',
    '--v8-pool-size=1',
    '--disable-proto=delete',
    '--no-deprecation',
    path.join(root, 'server/parse/boot.cjs'),
    module,
  ]
  const limits = [confines.cpu, confines.cpu + 1, confines.memory * 1024].map(String)
  return spawn('/bin/sh', ['-c', SHELL, 'sh', ...limits, ...withoutNetwork(), ...node], {
    cwd: root,
    env: ENVIRONMENT,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

/**
 * Runs a compiled program in a process of its own under limits that the kernel holds: what it writes to its standard
 * output, in answer to what it gets on its standard input.
 * @param program its path under COMPILED
 * @throws ConfinedEnd when a limit stops it or it fails; Error where the program is not there; the signal's reason when aborted
 */
export function confine(
  program: string,
  input: readonly Uint8Array[],
  confines: Confines,
  signal?: AbortSignal,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const module = moduleOf(program)
    const child = start(module, confines)
    const output: Buffer[] = []
    let [received, complaint] = [0, '']
    let stopped: Error | undefined
    const stop = (reason: Error) => {
      stopped ??= reason
      child.kill('SIGKILL')
    }
    const abort = () => stop(signal?.reason as Error)
    const clock = setTimeout(() => stop(new ConfinedEnd('wall', `${confines.wall} s`)), confines.wall * 1000)
    signal?.addEventListener('abort', abort)
    child.stdout?.on('data', (chunk: Buffer) => {
      received += chunk.length
      if (received > confines.output) stop(new ConfinedEnd('output', `${confines.output} bytes`))
      else output.push(chunk)
    })
    child.stderr?.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString('latin1')).slice(0, 4000)))
    child.once('error', stop)
    child.once('close', (code, killed) => {
      clearTimeout(clock)
      signal?.removeEventListener('abort', abort)
      if (stopped !== undefined) reject(stopped)
      else if (code === 0) resolve(Buffer.concat(output))
      // No fault of what was to be read: sources have changed under a server that runs, and then its results go (cli/compile.mjs).
      else if (!existsSync(module)) reject(new Error(`The program ${module} is gone. Start the server again.`))
      else reject(new ConfinedEnd(overrunOf(killed, complaint), complaint))
    })
    // A process that ends before it has read everything breaks the pipe; how it ended says why.
    child.stdin?.on('error', () => undefined)
    for (const part of input) child.stdin?.write(part)
    child.stdin?.end()
  })
}

const OUT_OF_MEMORY = /out of memory|allocation failed|cannot allocate|bad_alloc/i

function overrunOf(killed: NodeJS.Signals | null, complaint: string): Overrun {
  if (killed === 'SIGXCPU') return 'cpu'
  // Nobody here killed it. What is denied memory aborts, or falls over what it did not get, at times without a word.
  return killed !== null || OUT_OF_MEMORY.test(complaint) ? 'memory' : 'broken'
}
