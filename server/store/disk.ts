import { createHash, randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { diskReason } from '@/db/local/fault'
import { StoredBytesAltered, StoredBytesMissing, StoreUnavailable } from './fault'
import { keyOf, type Store } from './kind'

/** Where files are written before they have their name; on the same disk, so that a rename is one step. */
const INCOMING = 'incoming'
/** A start of another instance sweeps what this one is writing at worst; it is then written again. */
const ATTEMPTS = 5

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? ''

/** Captured files under one folder, `ab/cd/<hash>`, open to nobody else (0700, 0600). */
export function createDiskStore(folder: string): Store {
  const fileOf = (sha256: string): string => path.join(folder, keyOf(sha256))
  /** Folders whose own entry this process has seen reach the disk. */
  const settled = new Set<string>()

  const put = async (bytes: Uint8Array): Promise<string> => {
    const sha256 = hashOf(bytes)
    const file = fileOf(sha256)
    for (let attempt = 1; ; attempt += 1) {
      try {
        await makeFolders(folder, path.dirname(file), settled)
        if (!(await isIntact(file, sha256))) await writeWhole(folder, file, bytes)
        await flush(path.dirname(file))
        return sha256
      } catch (error) {
        if (codeOf(error) !== 'ENOENT' || attempt === ATTEMPTS) throw error
        settled.clear()
      }
    }
  }

  const get = async (sha256: string): Promise<Buffer> => {
    const bytes = await readFile(fileOf(sha256)).catch((error: unknown) => {
      throw isAbsent(error) ? new StoredBytesMissing(sha256) : error
    })
    if (hashOf(bytes) !== sha256) throw new StoredBytesAltered(sha256)
    return bytes
  }

  const has = async (sha256: string): Promise<boolean> => {
    const found = await stat(fileOf(sha256)).catch(ifAbsent(null))
    return found?.isFile() === true
  }

  const remove = async (sha256: string): Promise<void> => {
    const file = fileOf(sha256)
    await rm(file, { force: true })
    await flush(path.dirname(file)).catch(ifAbsent(undefined))
  }

  return {
    put: (bytes) => inWords(put(bytes)),
    get: (sha256) => inWords(get(sha256)),
    has: (sha256) => inWords(has(sha256)),
    remove: (sha256) => inWords(remove(sha256)),
    list: () => list(folder),
    sweep: () => inWords(sweep(path.join(folder, INCOMING))),
  }
}

/** File by file, for somebody may be writing there. */
async function sweep(incoming: string): Promise<void> {
  for (const name of await readdir(incoming).catch(ifAbsent([]))) await rm(path.join(incoming, name), { force: true })
}

const isAbsent = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error))

const ifAbsent =
  <T>(otherwise: T) =>
  (error: unknown): T => {
    if (isAbsent(error)) return otherwise
    throw error
  }

const REASONS: Readonly<Record<string, string>> = {
  EEXIST: 'a file is in the place of a folder',
  EIO: 'the disk reports a fault',
  EMFILE: 'too many files are open',
}

async function inWords<T>(step: Promise<T>): Promise<T> {
  try {
    return await step
  } catch (error) {
    const code = codeOf(error)
    if (code === '') throw error
    throw new StoreUnavailable(diskReason(code) ?? REASONS[code] ?? 'the disk did not do what it was told', code)
  }
}

/** Makes what is missing down to `wanted`, each entry on the disk before anything is put into it. */
async function makeFolders(folder: string, wanted: string, settled: Set<string>): Promise<void> {
  const chain = [folder, path.join(folder, INCOMING), path.dirname(wanted), wanted]
  for (const at of chain) {
    if (settled.has(at)) continue
    await mkdir(at, { recursive: true, mode: 0o700 })
    await handOver(at, path.dirname(at))
    await flush(path.dirname(at))
    settled.add(at)
  }
}

/** What root makes belongs to whoever owns the folder it is in, so that this user can run the program too. */
async function handOver(made: string, parent: string): Promise<void> {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = await stat(parent)
  await chown(made, uid, gid)
}

async function isIntact(file: string, sha256: string): Promise<boolean> {
  const found = await readFile(file).catch(ifAbsent(null))
  return found !== null && hashOf(found) === sha256
}

/** Under a name of its own until all of it is on the disk: a reader sees the whole file or none. */
async function writeWhole(folder: string, file: string, bytes: Uint8Array): Promise<void> {
  const fresh = path.join(folder, INCOMING, randomBytes(12).toString('hex'))
  try {
    const handle = await open(fresh, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await chmod(fresh, 0o600)
    await handOver(fresh, folder)
    await rename(fresh, file)
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined)
    throw error
  }
}

/** A new name is on the disk only when its folder is. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** One folder of names at a time, however many there are. */
async function* list(folder: string): AsyncGenerator<string> {
  for (const first of await names(folder, /^[0-9a-f]{2}$/))
    for (const second of await names(path.join(folder, first), /^[0-9a-f]{2}$/))
      yield* await names(path.join(folder, first, second), /^[0-9a-f]{64}$/)
}

async function names(folder: string, shape: RegExp): Promise<string[]> {
  const found = await inWords(readdir(folder).catch(ifAbsent([])))
  return found.filter((name) => shape.test(name)).sort()
}
