import type { PictureClaim } from '@/domain/snapshot-picture'
import { at, CLAIM, idOf, none, PARTY, SOURCE } from './ids'

function claim(n: number, questionId: number, words: string, more: Partial<PictureClaim>): PictureClaim {
  return {
    id: idOf(n),
    questionId: idOf(questionId),
    text: words,
    isCentral: false,
    createdAt: `2026-01-10T00:00:${n}.000Z`,
    claimantIds: [],
    firstSourceId: null,
    firstAppeared: null,
    finding: null,
    ...more,
  }
}

export const claims: PictureClaim[] = [
  claim(CLAIM.one, 31, 'One fuel depot was destroyed at Krasnyi Brid', {
    isCentral: true,
    claimantIds: [idOf(PARTY.guard)],
    firstSourceId: idOf(SOURCE.video),
    firstAppeared: '2024-03-14',
    finding: {
      level: 'confirmed',
      spread: 1,
      distribution: { ...none, confirmed: 3, probable: 1 },
      concludedAt: at,
      reasons: [
        { level: 'confirmed', reason: 'Two origins that do not know of each other.', isReasonPublic: true },
        {
          level: 'probable',
          reason: 'The reporters did not enter the yard; they saw it from the road.',
          isReasonPublic: true,
        },
      ],
    },
  }),
  claim(CLAIM.two, 31, 'Two fuel depots were destroyed at Krasnyi Brid', {
    claimantIds: [idOf(PARTY.tribune)],
    firstSourceId: idOf(SOURCE.tribune),
    firstAppeared: '2024-03-15',
    finding: {
      level: 'doubtful',
      spread: 1,
      distribution: { ...none, doubtful: 3, improbable: 1 },
      concludedAt: at,
      reasons: [],
    },
  }),
  claim(CLAIM.none, 33, 'The burnt building held military fuel', {
    claimantIds: [idOf(PARTY.guard)],
    firstAppeared: '2024-03-14~',
    finding: {
      level: 'possible',
      spread: 3,
      distribution: { ...none, probable: 2, possible: 1, improbable: 1, unknown: 0 },
      concludedAt: at,
      reasons: [
        { level: 'improbable', reason: 'The register names a farm as its owner.', isReasonPublic: true },
        { level: 'probable', reason: 'NOT RELEASED by its writer', isReasonPublic: false },
      ],
    },
  }),
  claim(CLAIM.dead, 34, 'Nobody was hurt in the fire', {
    claimantIds: [idOf(PARTY.council)],
    finding: {
      level: 'probable',
      spread: 0,
      distribution: { ...none, probable: 3, unknown: 1 },
      concludedAt: at,
      reasons: [],
    },
  }),
  claim(CLAIM.drone, 35, 'A claim that no text cites', { claimantIds: [idOf(PARTY.guard)] }),
]
