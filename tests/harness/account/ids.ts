/** The ids of the made-up account: short numbers, told apart by what they are of. */
export const idOf = (n: number): string => `a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const PARTY = { guard: 1, ministry: 2, agency: 3, courier: 4, tribune: 5, digest: 6, sahra: 7, council: 8 }
export const SOURCE = { courier: 21, tribune: 22, digest: 23, sahra: 24, video: 25, insider: 26 }
export const CLAIM = { one: 41, two: 42, none: 43, dead: 44, drone: 45 }
export const EVIDENCE = {
  video: 61,
  courier: 62,
  digest: 63,
  tribune: 64,
  sahra: 65,
  insider: 66,
  council: 67,
  back: 68,
}
export const ORIGIN = { video: 81, ministry: 82, reporter: 83, insider: 84, council: 85 }

export const none = { confirmed: 0, probable: 0, possible: 0, doubtful: 0, improbable: 0, unknown: 0 }
export const at = '2026-01-15T09:30:00.000Z'
