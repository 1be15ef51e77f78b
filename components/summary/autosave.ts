import { z } from 'zod'
import type { DocumentNode } from '@/domain/document'
import { canonicalJson } from '@/domain/hash'
import { REVISION_STATES, type RevisionState } from '@/domain/workflow'
import type { FaultView } from '@/components/fault'
import type { LocalStore } from './local-draft'

/** Milliseconds of quiet before a save, and between tries while the server cannot be reached. */
const QUIET = 700
const RETRY = 4_000

/** What a refused save met. */
export type Current<Text = DocumentNode> = {
  document: Text
  version: number
  state: RevisionState
  by: string | null
  at: string
}

export type SaveState<Text = DocumentNode> =
  | { kind: 'clean' }
  | { kind: 'saved'; at: string }
  | { kind: 'typing' | 'saving' }
  | { kind: 'offline' | 'signed-out'; isKept: boolean }
  | { kind: 'refused'; message: string; isKept: boolean }
  | { kind: 'stale'; mine: Text; current: Current<Text> }

/** How it reaches the server, this browser's storage and the clock. */
export type AutosaveWorld<Text = DocumentNode> = LocalStore<Text> & {
  /** A text as it came from the editor, or from outside; with what is wrong where it is none. */
  parse: (json: unknown) => { ok: true; doc: Text } | { ok: false; issues: readonly { message: string }[] }
  /** Throws what `fault` can read. */
  send: (version: number, document: Text) => Promise<{ version: number }>
  fault: (error: unknown) => FaultView
  now: () => string
  /**
   * Of a text of parts that are changed by themselves: both changes in one, or null where somebody has to choose. `isMine`:
   * mine was chosen for every part that both changed.
   */
  merge?: (base: Text, mine: Text, theirs: Text, isMine?: boolean) => Text | null
  /** What was merged, for the editor to show; `by` changed the other parts. */
  show?: (merged: Text, by: string | null) => void
}

const same = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b)

/**
 * Saves what is typed, a breath after the last key; keeps it in this browser until the server has acknowledged it; and
 * stops where somebody else was faster, with both versions in hand (rule 15).
 */
export class Autosave<Text = DocumentNode> {
  #state: SaveState<Text> = { kind: 'clean' }
  #listeners = new Set<() => void>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #version: number
  #saved: Text
  #typed: Text
  #running: Promise<void> | null = null
  #isStale = false

  constructor(
    private readonly world: AutosaveWorld<Text>,
    draft: { version: number; document: Text },
  ) {
    this.#version = draft.version
    this.#saved = draft.document
    this.#typed = draft.document
  }

  readonly state = (): SaveState<Text> => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What the editor now holds, as its JSON. */
  readonly typed = (json: unknown): void => {
    const parsed = this.world.parse(json)
    if (!parsed.ok) {
      this.#tell({ kind: 'refused', message: parsed.issues[0]?.message ?? 'This cannot be saved.', isKept: false })
      return
    }
    this.#typed = parsed.doc
    this.#keep()
    if (this.#isStale) return
    this.#tell({ kind: 'typing' })
    this.#schedule(QUIET)
  }

  /** A newer text has come from the server. True: nothing unsent is in its way, and it was taken. */
  readonly arrive = (version: number, document: Text): boolean => {
    if (version <= this.#version || this.#running !== null || !same(this.#typed, this.#saved)) return false
    this.#version = version
    this.#saved = document
    this.#typed = document
    return true
  }

  /** One version goes on, and the other is put aside in this browser. What only the other changed goes on in either case. */
  readonly resolve = (choice: 'mine' | 'theirs', current: Current<Text>): void => {
    const [base, mine, theirs] = [this.#saved, this.#typed, current.document]
    this.#version = current.version
    this.#saved = theirs
    this.#isStale = false
    const isOthers = choice === 'mine'
    this.world.write('aside', {
      version: current.version,
      document: isOthers ? theirs : mine,
      at: this.world.now(),
      isOthers,
    })
    if (choice === 'mine') {
      this.#typed = this.world.merge?.(base, mine, theirs, true) ?? mine
      if (!same(this.#typed, mine)) this.world.show?.(this.#typed, current.by)
      this.#keep()
      this.#tell({ kind: 'typing' })
      this.#schedule(0)
      return
    }
    this.world.write('unsent', null)
    this.#typed = theirs
    this.#tell({ kind: 'clean' })
  }

  /** What this browser still holds from an earlier visit, for the editor to show; null where there is nothing. */
  readonly recover = (): Text | null => {
    const kept = this.world.read('unsent')
    if (kept === null || !same(this.#typed, this.#saved) || same(kept.document, this.#saved)) return null
    this.#typed = kept.document
    if (kept.version === this.#version) {
      this.#tell({ kind: 'typing' })
      this.#schedule(QUIET)
    } else {
      this.#isStale = true
      const current: Current<Text> = {
        document: this.#saved,
        version: this.#version,
        state: 'draft',
        by: null,
        at: kept.at,
      }
      this.#tell({ kind: 'stale', mine: kept.document, current })
    }
    return kept.document
  }

  /** For what must come after the last key: the version the server has, or null where it has not everything. */
  readonly flush = async (): Promise<number | null> => {
    clearTimeout(this.#timer)
    await this.#running
    await this.#save()
    return same(this.#typed, this.#saved) ? this.#version : null
  }

  /** Saves the text as it is: whoever does so becomes its author. */
  readonly standBehind = async (): Promise<void> => {
    await this.#save(true)
  }

  readonly tryNow = (): void => this.#schedule(0)

  /** The page goes: what is not on the server stays in this browser. */
  readonly keepUnsent = (): void => {
    if (!same(this.#typed, this.#saved)) this.#keep()
  }

  readonly stop = (): void => {
    clearTimeout(this.#timer)
    this.keepUnsent()
  }

  #tell(state: SaveState<Text>): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }

  #keep(): boolean {
    return this.world.write('unsent', { version: this.#version, document: this.#typed, at: this.world.now() })
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#save(), delay)
  }

  #save(isAnyway = false): Promise<void> {
    if (this.#running !== null || this.#isStale) return this.#running ?? Promise.resolve()
    if (same(this.#typed, this.#saved) && !isAnyway) return Promise.resolve()
    this.#running = this.#send(this.#typed).finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async #send(document: Text): Promise<void> {
    this.#tell({ kind: 'saving' })
    try {
      const { version } = await this.world.send(this.#version, document)
      this.#acknowledge(version, document)
    } catch (error) {
      this.#fail(error, document)
    }
  }

  #acknowledge(version: number, document: Text): void {
    this.#version = version
    this.#saved = document
    if (same(document, this.#typed)) {
      this.world.write('unsent', null)
      this.#tell({ kind: 'saved', at: this.world.now() })
    } else {
      this.#keep()
      this.#schedule(QUIET)
    }
  }

  /** Takes in what somebody else has changed in other parts of the text. False: it cannot be told apart. */
  #join(current: Current<Text>): boolean {
    const merged = current.state === 'draft' && this.world.merge?.(this.#saved, this.#typed, current.document)
    if (merged === undefined || merged === null || merged === false) return false
    this.#version = current.version
    this.#saved = current.document
    this.#typed = merged
    this.#keep()
    this.world.show?.(merged, current.by)
    this.#tell({ kind: 'typing' })
    return true
  }

  #fail(error: unknown, document: Text): void {
    const fault = this.world.fault(error)
    const isKept = this.#keep()
    const current = currentOf(fault, this.world.parse)
    if (current !== null && current.state === 'draft' && same(current.document, document)) {
      // The answer to an earlier try was lost on its way: what is there is what was sent.
      this.#acknowledge(current.version, document)
    } else if (current !== null && this.#join(current)) {
      this.#schedule(0)
    } else if (current !== null) {
      this.#isStale = true
      this.#tell({ kind: 'stale', mine: this.#typed, current })
    } else if (fault.kind === 'network' || fault.kind === 'signed-out') {
      this.#tell({ kind: fault.kind === 'network' ? 'offline' : 'signed-out', isKept })
      this.#schedule(RETRY)
    } else this.#tell({ kind: 'refused', message: fault.message, isKept })
  }
}

const currentShape = z.object({
  document: z.unknown(),
  version: z.number(),
  state: z.enum(REVISION_STATES),
  by: z.string().nullable(),
  at: z.string(),
})

function currentOf<Text>(fault: FaultView, parse: AutosaveWorld<Text>['parse']): Current<Text> | null {
  const current = currentShape.safeParse(fault.current)
  if (!current.success) return null
  const parsed = parse(current.data.document)
  return parsed.ok ? { ...current.data, document: parsed.doc } : null
}
