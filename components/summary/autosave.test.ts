import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FaultView } from '@/components/fault'
import { parseDocument, type DocumentNode } from '@/domain/document'
import { Autosave, type AutosaveWorld } from './autosave'
import type { LocalDraft, LocalKind } from './local-draft'

const text = (words: string): DocumentNode => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
})

class Refused extends Error {
  constructor(readonly fault: FaultView) {
    super(fault.message)
  }
}

function world(server: { version: number; document: DocumentNode }) {
  const kept = new Map<LocalKind, LocalDraft<DocumentNode>>()
  const line: { failure: FaultView | null; isDeaf: boolean } = { failure: null, isDeaf: false }
  const at = '2026-01-01T12:00:00.000Z'
  const outside: AutosaveWorld = {
    parse: parseDocument,
    send: (version, document) => {
      if (line.failure) return Promise.reject(new Refused(line.failure))
      if (version !== server.version) {
        const current = { ...server, state: 'draft', by: 'Somebody', at }
        return Promise.reject(new Refused({ kind: 'conflict', message: 'stale', fields: {}, current }))
      }
      Object.assign(server, { version: version + 1, document })
      if (!line.isDeaf) return Promise.resolve({ version: server.version })
      return Promise.reject(new Refused({ kind: 'network', message: 'lost', fields: {} }))
    },
    fault: (error) => (error as Refused).fault,
    read: (kind) => kept.get(kind) ?? null,
    write: (kind, draft) => {
      if (draft === null) kept.delete(kind)
      else kept.set(kind, draft)
      return true
    },
    now: () => at,
  }
  return { outside, kept, line }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('what is typed is kept here at once, and forgotten here once the server has it', async () => {
  const server = { version: 1, document: text('a') }
  const { outside, kept } = world(server)
  const autosave = new Autosave(outside, { ...server })
  autosave.typed(text('ab'))
  autosave.typed(text('abc'))
  expect(kept.get('unsent')?.document).toEqual(text('abc'))
  await vi.advanceTimersByTimeAsync(2_000)
  expect(server).toEqual({ version: 2, document: text('abc') })
  expect(kept.size).toBe(0)
  expect(autosave.state().kind).toBe('saved')
})

test('a text that nobody changed is not saved, unless somebody stands behind it', async () => {
  const server = { version: 1, document: text('a') }
  const { outside } = world(server)
  const autosave = new Autosave(outside, { ...server })
  autosave.tryNow()
  await vi.advanceTimersByTimeAsync(100)
  expect(server.version).toBe(1)
  await autosave.standBehind()
  expect(server.version).toBe(2)
})

test('without a line it is kept, and sent when the line is back', async () => {
  const server = { version: 1, document: text('a') }
  const { outside, kept, line } = world(server)
  const autosave = new Autosave(outside, { ...server })
  line.failure = { kind: 'network', message: 'off', fields: {} }
  autosave.typed(text('ab'))
  expect(await autosave.flush()).toBeNull()
  expect(autosave.state()).toEqual({ kind: 'offline', isKept: true })
  expect(kept.get('unsent')).toMatchObject({ version: 1, document: text('ab') })
  line.failure = null
  await vi.advanceTimersByTimeAsync(10_000)
  expect(server.document).toEqual(text('ab'))
})

test('an answer that was lost on its way is no conflict', async () => {
  const server = { version: 1, document: text('a') }
  const { outside, line } = world(server)
  const autosave = new Autosave(outside, { ...server })
  line.isDeaf = true
  autosave.typed(text('ab'))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(autosave.state().kind).toBe('offline')
  line.isDeaf = false
  await vi.advanceTimersByTimeAsync(10_000)
  expect(autosave.state().kind).toBe('saved')
  expect(await autosave.flush()).toBe(2)
})

test('a stale write loses neither version', async () => {
  const server = { version: 5, document: text('theirs') }
  const { outside, kept } = world(server)
  const autosave = new Autosave(outside, { version: 1, document: text('a') })
  autosave.typed(text('mine'))
  await vi.advanceTimersByTimeAsync(1_000)
  const state = autosave.state()
  if (state.kind !== 'stale') throw new Error('not stale')
  expect(state).toMatchObject({ mine: text('mine'), current: { document: text('theirs'), version: 5 } })
  autosave.typed(text('mine too'))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(server.document).toEqual(text('theirs'))
  autosave.resolve('theirs', state.current)
  expect(kept.get('aside')?.document).toEqual(text('mine too'))
  autosave.typed(text('theirs, and more'))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(server).toEqual({ version: 6, document: text('theirs, and more') })
})

test('keeping mine saves it over theirs, which is put aside', async () => {
  const server = { version: 5, document: text('theirs') }
  const { outside, kept } = world(server)
  const autosave = new Autosave(outside, { version: 1, document: text('a') })
  autosave.typed(text('mine'))
  await vi.advanceTimersByTimeAsync(1_000)
  const state = autosave.state()
  if (state.kind !== 'stale') throw new Error('not stale')
  autosave.resolve('mine', state.current)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(server).toEqual({ version: 6, document: text('mine') })
  expect(kept.get('aside')).toMatchObject({ document: text('theirs'), isOthers: true })
})

test('after a closed tab: on the same version it goes on, on another both are shown', async () => {
  const server = { version: 1, document: text('a') }
  const { outside, line } = world(server)
  line.failure = { kind: 'network', message: 'off', fields: {} }
  const first = new Autosave(outside, { ...server })
  first.typed(text('ab'))
  first.stop()
  line.failure = null
  const second = new Autosave(outside, { ...server })
  expect(second.recover()).toEqual(text('ab'))
  second.stop()
  const third = new Autosave(outside, { version: 2, document: text('b') })
  expect(third.recover()).toEqual(text('ab'))
  expect(third.state()).toMatchObject({ kind: 'stale', mine: text('ab'), current: { document: text('b') } })
})

test('what somebody else changed in another part is taken in, and both are saved; in the same part it is stale', async () => {
  const server = { version: 1, document: text('a/b') }
  const { outside, kept } = world(server)
  const parts = (doc: DocumentNode) => (doc.content?.[0]?.content?.[0]?.text ?? '').split('/')
  const shown: string[] = []
  const merge: AutosaveWorld['merge'] = (base, mine, theirs, isMine) => {
    const [was, own, other] = [parts(base), parts(mine), parts(theirs)]
    const both = was.map((each, at) => (own[at] === each ? other[at] : other[at] === each || isMine ? own[at] : null))
    return both.includes(null) ? null : text(both.join('/'))
  }
  const autosave = new Autosave(
    { ...outside, merge, show: (merged, by) => shown.push(`${parts(merged).join('/')} by ${by}`) },
    { ...server },
  )
  Object.assign(server, { version: 2, document: text('a/theirs') })
  autosave.typed(text('mine/b'))
  await vi.advanceTimersByTimeAsync(2_000)
  expect(shown).toEqual(['mine/theirs by Somebody'])
  expect([server.version, parts(server.document)]).toEqual([3, ['mine', 'theirs']])
  expect(autosave.state().kind).toBe('saved')
  Object.assign(server, { version: 4, document: text('other/theirs, changed') })
  autosave.typed(text('mine too/theirs'))
  await vi.advanceTimersByTimeAsync(2_000)
  const state = autosave.state()
  if (state.kind !== 'stale') throw new Error('not stale')
  expect(parts(server.document)).toEqual(['other', 'theirs, changed'])
  // Mine is for the part that both changed: what only the other did is not taken back.
  autosave.resolve('mine', state.current)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(parts(server.document)).toEqual(['mine too', 'theirs, changed'])
  expect(shown.at(-1)).toBe('mine too/theirs, changed by Somebody')
  expect(kept.get('aside')).toMatchObject({ document: text('other/theirs, changed'), isOthers: true })
})
