import { describe, expect, test } from 'vitest'
import { agreementOf } from './agreement'
import { conclude } from './round'

const LETTER = { C: 'confirmed', P: 'probable', O: 'possible', D: 'doubtful', I: 'improbable', U: 'unknown' } as const
const said = (letters: string) =>
  agreementOf(
    conclude(Array.from(letters, (letter) => ({ level: LETTER[letter as keyof typeof LETTER], isSuspended: false }))),
  )

describe('what is said of how near the ballots lie', () => {
  test.each([
    ['PPP', { cut: 0, steps: 0 }],
    ['CCCCCCCC', { cut: 0, steps: 0 }],
    ['POD', { cut: 0, steps: 2 }],
    ['CCPP', { cut: 0, steps: 1 }],
  ])('%s: of all that were cast', (letters, agreement) => expect(said(letters)).toEqual(agreement))

  test.each([
    ['CCCP', { cut: 1, steps: 0 }],
    ['CPPI', { cut: 1, steps: 0 }],
    ['CPOI', { cut: 1, steps: 1 }],
    ['CCPPPPDI', { cut: 2, steps: 0 }],
  ])('%s: of what is left, and how many were left out', (letters, agreement) =>
    expect(said(letters)).toEqual(agreement),
  )

  test.each(['', 'C', 'U', 'UUU', 'CU', 'CCU', 'CCCPU'])('%s: nothing', (letters) => expect(said(letters)).toBeNull())

  test('POU: of those that name a level', () => expect(said('POU')).toEqual({ cut: 0, steps: 1 }))
})
