import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { changedIn, gistOf } from './gist'
import { DraftKeeper, valueOf, type DraftName } from './keeper'

/** A browser's storage as the standard has it, with so many UTF-16 units of room, or forbidden. */
class BrowserStorage implements Storage {
  readonly #items = new Map<string, string>()
  constructor(public room = 5_000_000) {}
  get length() {
    return this.#items.size
  }
  key(index: number) {
    return [...this.#items.keys()][index] ?? null
  }
  getItem(key: string) {
    return this.#items.get(key) ?? null
  }
  setItem(key: string, value: string) {
    const taken = [...this.#items].reduce(
      (sum, [name, text]) => sum + (name === key ? 0 : name.length + text.length),
      0,
    )
    if (taken + key.length + value.length > this.room) throw new DOMException('full', 'QuotaExceededError')
    this.#items.set(key, value)
  }
  removeItem(key: string) {
    this.#items.delete(key)
  }
  clear() {
    this.#items.clear()
  }
  /** Everything somebody finds who looks into it. */
  everything() {
    return JSON.stringify([...this.#items])
  }
}

const MARA = 'a1'
const ILYA = 'b2'
const claim: DraftName = { accountId: MARA, of: 'claim.7', label: 'A claim' }

let storage: BrowserStorage
/** A tab of the browser; a new one is also what a new load is. */
const tab = (at = '2026-01-01T12:00:00.000Z') =>
  new DraftKeeper({ storage: () => storage, path: () => '/desk/incidents/1', now: () => at })
const text = (keeper: DraftKeeper, name = claim) => valueOf(keeper.raw(name), z.string())

beforeEach(() => {
  storage = new BrowserStorage()
  tab().signedIn(MARA)
})

test('what is typed is there in a new tab, until it is forgotten', () => {
  const first = tab()
  expect(first.keep(claim, 'Two depots')).toBe(true)
  expect(text(tab())).toBe('Two depots')
  expect(tab().isStored(claim)).toBe(true)
  first.forget(claim)
  expect(text(tab())).toBeNull()
})

test('a text of an older shape is none, and does no harm', () => {
  tab().keep(claim, { text: 'Two depots' })
  expect(text(tab())).toBeNull()
  storage.setItem('assay.draft.a1.claim.7', 'not JSON at all')
  expect(text(tab())).toBeNull()
  expect(tab().held(MARA)).toEqual([])
})

test('what is secret is never written down, and what becomes secret is taken out', () => {
  const first = tab()
  first.keep({ ...claim, isSecret: true }, 'The nurse at the north gate')
  expect(storage.everything()).not.toContain('nurse')
  expect(text(first)).toBe('The nurse at the north gate')
  expect(first.isStored(claim)).toBe(false)
  expect(first.isUnwritten(MARA)).toBe(true)
  expect(text(tab())).toBeNull()

  first.keep(claim, 'A resident')
  expect(text(tab())).toBe('A resident')
  first.keep({ ...claim, isSecret: true }, 'A resident, the nurse')
  expect(storage.everything()).not.toContain('resident')
})

test('where storage is full, what was written last stays, and what is typed lives as long as the page', () => {
  const first = tab()
  first.keep(claim, 'Two depots')
  storage.room = storage.everything().length
  expect(first.keep(claim, 'x'.repeat(1_000))).toBe(false)
  expect(text(first)).toBe('x'.repeat(1_000))
  expect(text(tab())).toBe('Two depots')
  storage.room = 5_000_000
  expect(first.keep(claim, 'Two depots, perhaps three')).toBe(true)
  expect(text(tab())).toBe('Two depots, perhaps three')
})

test('no one draft takes more than half of the room', () => {
  const first = tab()
  expect(first.keep(claim, 'x'.repeat(2_500_001))).toBe(false)
  expect(text(first)).toHaveLength(2_500_001)
})

test('where storage is forbidden, nothing fails', () => {
  const keeper = new DraftKeeper({
    storage: () => {
      throw new DOMException('no', 'SecurityError')
    },
    path: () => '/desk',
    now: () => '2026-01-01T12:00:00.000Z',
  })
  keeper.signedIn(MARA)
  expect(keeper.keep(claim, 'Two depots')).toBe(false)
  expect(text(keeper)).toBe('Two depots')
  expect(keeper.held(MARA)).toHaveLength(1)
  keeper.signedOut(MARA)
  expect(text(keeper)).toBeNull()
})

test('one account never sees what another typed, and finds its own again when it is back', () => {
  tab().keep(claim, 'Two depots')
  // Mara’s session merely ended.
  tab().signedIn(ILYA)
  expect(text(tab(), { ...claim, accountId: ILYA })).toBeNull()
  expect(tab().held(ILYA)).toEqual([])
  tab().keep({ ...claim, accountId: ILYA }, 'One depot')
  tab().signedIn(MARA)
  expect(text(tab())).toBe('Two depots')
})

test('signing out takes all of the account’s out, and nothing of another’s', () => {
  const ilyas = { ...claim, accountId: ILYA }
  tab().signedIn(ILYA)
  tab().keep(ilyas, 'One depot')
  tab().signedIn(MARA)
  const first = tab()
  first.keep(claim, 'Two depots')
  first.keep({ ...claim, of: 'source.9', isSecret: true }, 'The nurse')
  first.signedOut(MARA)
  expect(first.held(MARA)).toEqual([])
  expect(storage.everything()).not.toContain('Two depots')
  expect(storage.everything()).not.toContain(MARA)
  expect(text(tab(), ilyas)).toBe('One depot')
})

test('a tab that is still open after signing out in another writes nothing down, and does again after signing in', () => {
  const other = tab()
  other.keep(claim, 'Two depots')
  tab().signedOut(MARA)
  expect(other.keep(claim, 'Two depots, perhaps')).toBe(false)
  expect(storage.everything()).not.toContain('depots')
  expect(text(other)).toBe('Two depots, perhaps')

  tab().signedIn(ILYA)
  expect(other.keep(claim, 'Two depots, or three')).toBe(false)
  tab().signedIn(MARA)
  expect(other.keep(claim, 'Two depots, or four')).toBe(true)
})

test('two tabs: what one types the other finds, and who asks is told of each change', () => {
  const [one, other] = [tab(), tab()]
  let told = 0
  const stop = other.subscribe(() => {
    told += 1
  })
  one.keep(claim, 'Two depots')
  expect(text(other)).toBe('Two depots')
  other.keep(claim, 'Three depots')
  expect(text(one)).toBe('Three depots')
  expect(told).toBe(1)
  stop()
  other.forget(claim)
  expect(told).toBe(1)
  expect(text(one)).toBeNull()
})

test('what would be lost is named, oldest first', () => {
  const reason: DraftName = { accountId: MARA, of: 'reason.3', label: 'Why an incident is closed', isSecret: true }
  tab('2026-01-02T09:00:00.000Z').keep(claim, { version: 2, draft: { text: 'Two depots', first: MARA } })
  const page = tab('2026-01-01T09:00:00.000Z')
  page.keep(reason, 'A duplicate')
  expect(page.held(MARA)).toEqual([
    {
      key: 'assay.draft.a1.reason.3',
      label: 'Why an incident is closed',
      text: 'A duplicate',
      path: '/desk/incidents/1',
      at: '2026-01-01T09:00:00.000Z',
    },
    {
      key: 'assay.draft.a1.claim.7',
      label: 'A claim',
      text: 'Two depots',
      path: '/desk/incidents/1',
      at: '2026-01-02T09:00:00.000Z',
    },
  ])
})

test('the gist of what was typed is its longest text, on one line, and never an id or a code', () => {
  expect(
    gistOf({ id: 'f47ac10b-58cc-4372-a567-0e02b2c3d479', kind: 'what', names: [{ name: 'Dorn\n Harbour' }] }),
  ).toBe('Dorn Harbour')
  expect(gistOf({ choice: 'capture f47ac10b-58cc-4372-a567-0e02b2c3d479', reason: 'A court' })).toBe('A court')
  expect(gistOf({ why: 'not_published', note: '' })).toBe('')
  const before = { name: 'Harbour master of Dorn', note: '', aliases: [] }
  expect(gistOf(changedIn({ ...before, note: 'Of the quay' }, before))).toBe('Of the quay')
  expect(gistOf(changedIn('dorn-2', 'dorn'))).toBe('dorn-2')
  expect(gistOf({ level: null, isPublic: false })).toBe('')
  expect(gistOf('a'.repeat(79) + '😀 and more')).toBe('a'.repeat(79) + '😀…')
})
