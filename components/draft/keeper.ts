import { z } from 'zod'
import { gistOf } from './gist'

/** What a piece of unsent text is: whose, of what, and what its writer calls it ("A new source"). */
export type DraftName = {
  accountId: string
  of: string
  label: string
  /** It lives as long as the page and is never written down: a browser can be another's tomorrow. */
  isSecret?: boolean
}

/** A draft as a person tells it from others: `text` is the gist of what was typed, `path` the page it was typed on. */
export type HeldDraft = { key: string; label: string; text: string; path: string; at: string }

/** The browser, as far as it is needed. `storage` throws where storage is forbidden. */
type KeeperWorld = { storage: () => Storage; path: () => string; now: () => string }

/** Whose browser it is at present. Where it is nobody's, or another's, nothing is written for an account. */
export const SIGNED_IN = 'assay.account'

/** The most one draft may take of what a browser stores, about five million UTF-16 units for all of a site. */
const TOO_LONG = 2_500_000

const heldShape = z.object({
  label: z.string(),
  text: z.string(),
  path: z.string(),
  at: z.string(),
  value: z.unknown(),
})

const prefixOf = (accountId: string) => `assay.draft.${accountId}.`
const keyOf = ({ accountId, of }: DraftName) => prefixOf(accountId) + of

/**
 * Keeps what was typed and not sent in this browser, through refusals, closed forms and tabs, ended sessions and restarts
 * of the server (rule 15), until it is sent, discarded, or its writer signs out. What storage does not take, because it is
 * full, forbidden or no longer this account's, lives as long as the page.
 */
export class DraftKeeper {
  readonly #memory = new Map<string, string>()
  readonly #listeners = new Set<() => void>()

  constructor(private readonly world: KeeperWorld) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** As it is kept, for `valueOf`: the same string until it changes; null where there is none. */
  raw(name: DraftName): string | null {
    const key = keyOf(name)
    return this.#memory.get(key) ?? this.#try((storage) => storage.getItem(key)) ?? null
  }

  /** Whether what there is of it outlives the page. */
  isStored(name: DraftName): boolean {
    return !this.#memory.has(keyOf(name)) && this.raw(name) !== null
  }

  /**
   * Whether the browser wrote it down. What it did not take is kept for as long as the page lives. `typed`: the part of
   * the value that its writer has typed, where the rest was there before.
   */
  keep(name: DraftName, value: unknown, typed = value): boolean {
    const key = keyOf(name)
    const { path, now } = this.world
    const held = { label: name.label, text: gistOf(typed), path: path(), at: now(), value }
    const raw = JSON.stringify(held)
    const isStored = name.isSecret !== true && this.#store(name.accountId, key, raw)
    if (isStored) this.#memory.delete(key)
    else this.#memory.set(key, raw)
    if (name.isSecret === true) this.#try((storage) => storage.removeItem(key))
    this.#tell()
    return isStored
  }

  forget(name: DraftName): void {
    this.#memory.delete(keyOf(name))
    this.#try((storage) => storage.removeItem(keyOf(name)))
    this.#tell()
  }

  /** Everything of an account that was not sent, oldest first. */
  held(accountId: string): HeldDraft[] {
    const keys = new Set([...this.#stored(accountId), ...this.#unwritten(accountId)])
    const drafts = [...keys].flatMap((key) => {
      const held = parse(this.#memory.get(key) ?? this.#try((storage) => storage.getItem(key)) ?? null)
      if (held === null) return []
      const { label, text, path, at } = held
      return [{ key, label, text, path, at }]
    })
    return drafts.toSorted((a, b) => (a.at < b.at ? -1 : 1))
  }

  /** Whether something would be gone with this page. */
  isUnwritten(accountId: string): boolean {
    return this.#unwritten(accountId).length > 0
  }

  /** A page of this account is open: what it types is written down from now on. */
  signedIn(accountId: string): void {
    this.#try((storage) => {
      storage.setItem(SIGNED_IN, accountId)
    })
  }

  /** Takes every draft of the account out of this browser. Pages that are still open write none anew. */
  signedOut(accountId: string): void {
    this.#try((storage) => {
      if (storage.getItem(SIGNED_IN) === accountId) storage.removeItem(SIGNED_IN)
    })
    for (const key of this.#stored(accountId)) this.#try((storage) => storage.removeItem(key))
    for (const key of this.#unwritten(accountId)) this.#memory.delete(key)
    this.#tell()
  }

  #store(accountId: string, key: string, raw: string): boolean {
    if (raw.length > TOO_LONG) return false
    return (
      this.#try((storage) => {
        if (storage.getItem(SIGNED_IN) !== accountId) return false
        storage.setItem(key, raw)
        return true
      }) ?? false
    )
  }

  #stored(accountId: string): string[] {
    const keys = this.#try((storage) => Array.from({ length: storage.length }, (_, index) => storage.key(index)))
    return (keys ?? []).filter((key) => key !== null).filter((key) => key.startsWith(prefixOf(accountId)))
  }

  #unwritten(accountId: string): string[] {
    return [...this.#memory.keys()].filter((key) => key.startsWith(prefixOf(accountId)))
  }

  /** Undefined where the browser forbids its storage, or it is full. */
  #try<T>(act: (storage: Storage) => T): T | undefined {
    try {
      return act(this.world.storage())
    } catch {
      return undefined
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

function parse(raw: string | null): z.infer<typeof heldShape> | null {
  if (raw === null) return null
  try {
    const held = heldShape.safeParse(JSON.parse(raw))
    return held.success ? held.data : null
  } catch {
    return null
  }
}

/** What was typed, or null where there is nothing, or something of an older shape. */
export function valueOf<Shape extends z.ZodType>(raw: string | null, shape: Shape): z.output<Shape> | null {
  const held = parse(raw)
  if (held === null) return null
  const value = shape.safeParse(held.value)
  return value.success ? value.data : null
}

/** The keeper of this browser; nothing asks it on the server. */
export const drafts = new DraftKeeper({
  storage: () => window.localStorage,
  path: () => window.location.pathname,
  now: () => new Date().toISOString(),
})
