import { readdirSync } from 'node:fs'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import path from 'node:path'
import { describeError, log } from '../log'
import { encodingFor, sendForm } from './answer'
import type { Head } from './head'
import type { Render } from './render'
import { pageOf, type StoredPage } from './store'
import { Answers } from './wire'

const FOLDER = '.next/static'
const ADDRESS = '/_next/static/'
const ICON = '/icon.svg'

/** The addresses of what this build is made of. In development, where nothing is built, there is the icon alone. */
export function namesOfBuild(): ReadonlySet<string> {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), FOLDER)
  return new Set([ICON, ...filesIn(folder).map((name) => `${ADDRESS}${name.split(path.sep).join('/')}`)])
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

/**
 * Stylesheets, fonts, scripts of the desk and the icon, held from the first request on: who reads for the first time asks for
 * some beside each page. They are as many as the build has and never change, whatever the record says.
 */
export class BuildFiles {
  private readonly held = new Map<string, StoredPage>()
  private readonly flights = new Map<string, Promise<StoredPage>>()
  private readonly answers: Answers

  constructor(
    private readonly names: ReadonlySet<string>,
    private readonly ask: Render,
    keepAlive: number,
  ) {
    this.answers = new Answers(keepAlive)
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
    if ((method !== 'GET' && method !== 'HEAD') || !this.names.has(name)) return false
    this.file(name)
      .then((file) => {
        if (file.status !== 200) otherwise(request, response)
        else sendForm(request, response, this.answers.form(file, encodingFor(request.headers['accept-encoding'])))
      })
      .catch((error: unknown) => {
        log.error('a file of the build failed', describeError(error))
        response.destroy()
      })
    return true
  }

  private file(name: string): Promise<StoredPage> {
    const held = this.held.get(name)
    if (held !== undefined) return Promise.resolve(held)
    const begun = this.flights.get(name)
    if (begun !== undefined) return begun
    const flight = this.read(name).finally(() => this.flights.delete(name))
    this.flights.set(name, flight)
    return flight
  }

  private async read(name: string): Promise<StoredPage> {
    const file = await pageOf(await this.ask(name), 0)
    if (file.status === 200) this.held.set(name, file)
    return file
  }
}
