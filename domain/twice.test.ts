import { expect, test } from 'vitest'
import { mayAsk, mayClaim } from './twice'

test('a question or claim is there once, however it is written', () => {
  const there = ['How many depots were destroyed?', 'Скільки складів знищено?']
  for (const text of [
    'How many depots were destroyed?',
    'how many Depots were destroyed',
    'How many depots were destroyed ?!',
    'СКІЛЬКИ складів знищено',
  ]) {
    expect(mayAsk(there, text)).toMatchObject({ allowed: false, rule: 'question.twice' })
    expect(mayClaim(there, text)).toMatchObject({ allowed: false, rule: 'claim.twice' })
  }
  for (const text of ['How many depots were hit?', 'How many depots?', 'Who destroyed them?', '?'])
    expect([mayAsk(there, text), mayClaim(there, text)]).toEqual([{ allowed: true }, { allowed: true }])
})
