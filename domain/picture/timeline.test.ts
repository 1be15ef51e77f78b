import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { samplePicture } from '@/tests/harness/account-picture'
import { buildSnapshot } from '../snapshot'
import { spanOf, ticksOf, timelineOf } from './timeline'

const DAY_MS = 86_400_000
const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / DAY_MS

describe('the days that a time may mean', () => {
  test.each([
    ['2024-03-14', '2024-03-14', '2024-03-14', false, false],
    ['2024-02', '2024-02-01', '2024-02-29', false, false],
    ['2023-05-22/2023-05-23', '2023-05-22', '2023-05-23', false, false],
    ['2023-06-01~', '2023-06-01', '2023-06-01', true, true],
    ['2023-06-01/2023-07?', '2023-06-01', '2023-07-31', false, true],
    ['2023-22', '2023-01-01', '2023-12-31', true, true],
    ['199X', '1990-01-01', '1999-12-31', false, false],
    ['../2024-03-14', '2024-03-11', '2024-03-14', true, false],
    ['2024-03-14/..', '2024-03-14', '2024-03-17', false, true],
  ])('%s', (edtf, from, to, isFromVague, isToVague) => {
    expect(spanOf(edtf)).toEqual({ from: day(from), to: day(to), isFromVague, isToVague })
  })

  test('are none for what is no time', () => {
    expect(spanOf('last spring')).toBeNull()
  })
})

describe('the timeline of an account', () => {
  const snapshot = buildSnapshot(samplePicture)
  const timeline = timelineOf(snapshot)

  test('has every dated source once, with all its evidence, and nothing of a confidential one', () => {
    const sources = timeline?.rows.filter((row) => row.kind === 'source') ?? []
    const open = snapshot.evidence.filter((piece) => !piece.isConfidential)
    expect(sources.flatMap((row) => row.evidence).toSorted((a, b) => a - b)).toEqual(
      open.map(({ number }) => number).toSorted((a, b) => a - b),
    )
    const hidden = snapshot.evidence.filter((piece) => piece.isConfidential).map(({ number }) => number)
    expect(hidden.length).toBeGreaterThan(0)
    expect(timeline?.rows.some((row) => row.evidence.some((number) => hidden.includes(number)))).toBe(false)
  })

  test('begins with the incident, goes on by time, and ends with what has no date', () => {
    const [first, ...rest] = timeline?.rows ?? []
    expect(first?.kind).toBe('incident')
    const starts = rest.map((row) => row.span?.from ?? Infinity)
    expect(starts).toEqual(starts.toSorted((a, b) => (a === b ? 0 : a - b)))
  })

  test('holds every bar', () => {
    for (const { span } of timeline?.rows ?? []) {
      if (span === null || timeline === null) continue
      expect(span.from).toBeGreaterThanOrEqual(timeline.from)
      expect(span.to).toBeLessThan(timeline.to)
    }
  })

  test('tells for or against of the central claim alone', () => {
    const central = snapshot.claims.find(({ isCentral }) => isCentral)?.key
    const stanceOn = (number: number) => {
      const piece = snapshot.evidence.find((each) => each.number === number)
      return piece?.claim === central ? [piece?.stance] : []
    }
    const rows = timeline?.rows ?? []
    for (const row of rows) {
      const told = row.stances.flatMap(({ stance, evidence }) => evidence.map((number) => [number, stance] as const))
      const due = row.evidence.flatMap((number) => stanceOn(number).map((stance) => [number, stance] as const))
      expect(Object.fromEntries(told)).toEqual(Object.fromEntries(due))
    }
    const isOnOthers = (number: number) =>
      snapshot.evidence[number - 1]?.stance !== null && stanceOn(number).length === 0
    expect(rows.some((row) => row.evidence.length > 0 && row.evidence.every(isOnOthers))).toBe(true)
  })

  test('is none where there are no two times to set beside each other', () => {
    expect(timelineOf({ ...snapshot, evidence: [] })).toBeNull()
  })
})

test('ticks are few, in order and within', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300_000, max: 300_000 }), fc.integer({ min: 1, max: 150_000 }), (from, length) => {
      const ticks = ticksOf(from, from + length)
      expect(ticks.length).toBeLessThanOrEqual(6)
      for (const [at, tick] of ticks.entries()) {
        expect(tick.day).toBeGreaterThanOrEqual(from)
        expect(tick.day).toBeLessThan(from + length)
        expect(tick.day).toBeGreaterThan(ticks[at - 1]?.day ?? -Infinity)
      }
    }),
  )
  expect(ticksOf(day('2024-03-14'), day('2024-03-19')).map((tick) => tick.day - day('2024-03-14'))).toEqual([
    0, 1, 2, 3, 4,
  ])
  expect(ticksOf(day('2023-11-20'), day('2024-03-02'))).toEqual(
    ['2023-12-01', '2024-01-01', '2024-02-01', '2024-03-01'].map((iso) => ({ day: day(iso), unit: 'month' })),
  )
})
