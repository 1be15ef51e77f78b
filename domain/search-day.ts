/** Years of which each is asked for by itself; beyond them a search has no end. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2099
const DAY = 86_400_000

const pad = (value: number) => String(value).padStart(2, '0')
const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/**
 * What of the index's days (search_days in db/migrations/0008_search.sql) touches the days from one to the other, both
 * of them with it (`2024-03-14`): whole years and months at once, and what is not known to the day. Null: any time.
 */
export function dayFacets(letter: string, from: string | null, to: string | null): string[] | null {
  if (from === null && to === null) return null
  const first = from ?? `${FIRST_YEAR}-01-01`
  const last = to ?? `${LAST_YEAR}-12-31`
  if (first > last) return []
  const facets = new Set([`${letter}x:`])
  const [begin, end] = [Date.parse(first), Math.min(Date.parse(last), Date.parse(first) + 200 * 366 * DAY)]
  for (let at = begin; at <= end;) {
    const day = new Date(at)
    const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()]
    facets.add(`${letter}x:${year}`)
    if (month === 1 && date === 1 && Date.UTC(year, 11, 31) <= end) {
      facets.add(`${letter}:${year}`)
      at = Date.UTC(year + 1, 0, 1)
      continue
    }
    facets.add(`${letter}x:${year}${pad(month)}`)
    if (date === 1 && Date.UTC(year, month - 1, lastOf(year, month)) <= end) {
      facets.add(`${letter}:${year}${pad(month)}`)
      at = Date.UTC(year, month, 1)
      continue
    }
    facets.add(`${letter}:${year}${pad(month)}${pad(date)}`)
    at += DAY
  }
  return [...facets]
}
