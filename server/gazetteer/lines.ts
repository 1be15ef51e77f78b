import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createHash } from 'node:crypto'
import { open, type Entry, type ZipFile } from 'yauzl'

/** What is wrong with a file, for the person who gave it. */
export class BadFile extends Error {
  override readonly name = 'BadFile'
}

/** The hash of a file as it lies there. @throws BadFile where there is none, or it cannot be read. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  } catch (error) {
    throw new BadFile(because(error))
  }
  return hash.digest('hex')
}

const because = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Far beyond the longest of GeoNames', which have 10,000 characters of names. */
const LINE_MOST = 200_000

/** The lines of a text file, or of the one table in a ZIP archive, one after another. @throws BadFile */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  const decode = (chunk?: Buffer): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw new BadFile('it is not text in UTF-8')
    }
  }
  for await (const chunk of await bytesOf(file)) {
    const lines = (rest + decode(chunk as Buffer)).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > LINE_MOST) throw new BadFile('it has a line without an end: it is no table')
    yield* lines
  }
  rest += decode()
  if (rest !== '') yield rest
}

async function bytesOf(file: string): Promise<Readable> {
  if (!file.toLowerCase().endsWith('.zip')) return createReadStream(file)
  const zip = await openZip(file)
  try {
    const tables = (await entriesOf(zip)).filter(({ fileName }) => /^(?!readme)[^/]*\.txt$/i.test(fileName))
    const [table] = tables
    if (table === undefined || tables.length > 1)
      throw new BadFile(`the archive has ${tables.length} tables (*.txt), and one is wanted`)
    return await streamOf(zip, table)
  } catch (error) {
    zip.close()
    throw error
  }
}

function openZip(file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(file, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error === null) resolve(zip)
      else reject(new BadFile(`it is no ZIP archive that can be read: ${error.message}`))
    })
  })
}

/** GeoNames' archives have two. */
const ENTRIES_MOST = 100

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const found: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      found.push(entry)
      if (found.length < ENTRIES_MOST) zip.readEntry()
      else resolve(found)
    })
    zip.on('end', () => resolve(found))
    zip.on('error', (error) => reject(new BadFile(because(error))))
    zip.readEntry()
  })
}

function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) {
        reject(new BadFile(because(error)))
        return
      }
      stream.once('close', () => zip.close())
      resolve(stream)
    })
  })
}
