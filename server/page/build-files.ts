import { readdirSync } from 'node:fs'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import path from 'node:path'
import { describeError, log } from '../log'
import { encodingFor, sendForm } from './answer'
import type { PageDisk } from './disk'
import type { Head } from './head'
import { headersIn, type Render } from './render'
import { diskPageOf, pageFromDisk, pageOf, type Rendered, type StoredPage } from './store'
import { Answers } from './wire'
import { within } from './within'

/** Where this build's files are, and at which address. */
export const BUILD_FOLDER = path.join(/* turbopackIgnore: true */ process.cwd(), '.next/static')
export const BUILD_ADDRESS = '/_next/static/'
const ICON = '/icon.svg'

/** What decides how a page looks. */
export const LOOK = /\.(?:css|woff2)$/

/** A stylesheet or font of another build: its name has its hash, so it is the same for ever. */
const OTHERS = /^\/_next\/static\/[\w./~-]{1,200}\.(?:css|woff2)$/
const FOR_EVER = 'public, max-age=31536000, immutable'

/** The addresses of what this build is made of. In development, where nothing is built, there is the icon alone. */
export function namesOfBuild(): ReadonlySet<string> {
  return new Set([ICON, ...filesIn(BUILD_FOLDER).map((name) => `${BUILD_ADDRESS}${name.split(path.sep).join('/')}`)])
}

function filesIn(folder: string): string[] {
  try {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    return found.flatMap((each) =>
      each.isFile() ? [path.relative(folder, path.join(each.parentPath, each.name))] : [],
    )
  } catch {
    return []
  }
}

/** What comes after the path names a build, and says nothing. */
const nameOf = (url: string): string => url.split('?', 1)[0] ?? '/'

export type BuildFilesOptions = {
  /** The addresses of this build's files. */
  names: ReadonlySet<string>
  ask: Render
  /** What another build's pages look like; undefined where there is none. */
  find: (address: string) => Promise<{ contentType: string; bytes: Buffer } | undefined>
  /** Where that lies too, for while the database is away; undefined: nowhere. */
  disk?: PageDisk | undefined
  /** Milliseconds that it may take to tell. */
  patience: number
  /** The origin that readers use. */
  publicUrl: string
  /** Milliseconds for which a connection is kept without a request. */
  keepAlive: number
}

/**
 * Stylesheets, fonts, scripts of the desk and the icon, held from the first request on: who reads for the first time asks for
 * some beside each page. They are as many as the build has and never change, whatever the record says.
 */
export class BuildFiles {
  private readonly held = new Map<string, StoredPage>()
  private readonly flights = new Map<string, Promise<StoredPage | undefined>>()
  private readonly answers: Answers

  constructor(private readonly options: BuildFilesOptions) {
    this.answers = new Answers(options.keepAlive)
  }

  /** What goes over the line for a plain GET of a file that is held; else undefined. */
  bytesFor({ path: url, accepted, known }: Head): Buffer | undefined {
    const file = this.held.get(nameOf(url))
    return file && this.answers.whole(file, encodingFor(accepted), known)
  }

  /** Answers for a file of the build; false for every other address. `otherwise` answers where there is none after all. */
  take(request: IncomingMessage, response: ServerResponse, otherwise: RequestListener): boolean {
    const { method, url = '/' } = request
    const name = nameOf(url)
    if (method !== 'GET' && method !== 'HEAD') return false
    if (!this.options.names.has(name) && !OTHERS.test(name)) return false
    this.file(name)
      .then((file) => {
        if (file?.status !== 200) otherwise(request, response)
        else sendForm(request, response, this.answers.form(file, encodingFor(request.headers['accept-encoding'])))
      })
      .catch((error: unknown) => {
        log.error('a file of the build failed', describeError(error))
        response.destroy()
      })
    return true
  }

  /** Lays what decides how this build's pages look beside them, where it is not: for while the next build shows them. */
  async layDown(): Promise<void> {
    const { names, disk } = this.options
    for (const name of names) {
      if (disk === undefined || !LOOK.test(name) || (await disk.writtenAt(name, 'looks')) !== undefined) continue
      const file = await this.file(name)
      if (file?.status === 200) await disk.put(name, diskPageOf(file, ''), 'looks')
    }
  }

  private file(name: string): Promise<StoredPage | undefined> {
    const held = this.held.get(name)
    if (held !== undefined) return Promise.resolve(held)
    const begun = this.flights.get(name)
    if (begun !== undefined) return begun
    const flight = this.read(name).finally(() => this.flights.delete(name))
    this.flights.set(name, flight)
    return flight
  }

  private async read(name: string): Promise<StoredPage | undefined> {
    const { names, ask, disk } = this.options
    const kept = names.has(name) ? undefined : await disk?.get(name, 'looks')
    const rendered = names.has(name) ? await ask(name) : kept === undefined ? await this.fromOthers(name) : undefined
    const file = kept ? await pageFromDisk(kept, 0) : rendered && (await pageOf(rendered, 0))
    if (file?.status === 200) this.held.set(name, file)
    return file
  }

  /** Nothing of what is not there is held: each that asks for junk costs a look. */
  private async fromOthers(name: string): Promise<Rendered | undefined> {
    const { find, patience, publicUrl } = this.options
    const found = await within(patience, find(name)).catch(() => undefined)
    if (found === undefined) return undefined
    const { contentType, bytes } = found
    const said = { 'content-type': contentType, 'cache-control': FOR_EVER }
    const headers = headersIn(name, { statusCode: 200, headers: said }, publicUrl)
    return { status: 200, headers, isFound: false, body: contentType.startsWith('text/') ? bytes.toString() : bytes }
  }
}
