import { expect, test } from 'vitest'
import { EVENT_KINDS } from './event'
import { eventWords } from './event-words'

const none = { from: null, to: null, reason: null }

test('every kind has words, even for a row whose detail is older than the code', () => {
  for (const kind of EVENT_KINDS) {
    if (kind === 'round.revealed') continue
    const words = eventWords(kind, {}, none)
    expect(words, kind).toMatch(/^\p{Ll}/u)
  }
})

test('a claim is quoted, cut where it is long', () => {
  expect(eventWords('ballot.cast', { claim: 'Two depots burned' }, none)).toBe('voted on “Two depots burned”')
  expect(eventWords('claim.added', { text: 'a'.repeat(500) }, none).length).toBeLessThan(160)
})

test('a changed text says both', () => {
  const words = eventWords('claim.changed', { text: 'Two burned', changed: ['text'] }, { ...none, from: 'One burned' })
  expect(words).toBe('changed the claim “One burned” to “Two burned”')
})

test('who joined is the one who did it, and is named once', () => {
  const words = eventWords('account.created', { name: 'Ana', role: 'editor', isAdmin: true }, none)
  expect(words).toBe('joined the team as editor and administrator of accounts')
})
