import type { Precision } from '@/domain/words'
import { formatWhen } from '@/domain/time'

const ABOUT: Readonly<Record<Precision, string>> = {
  exact: '',
  vicinity: 'near ',
  settlement: '',
  district: 'the district of ',
  region: 'the region of ',
  country: '',
}

/** "13–14 March 2024 · Krasnyi Brid", no more precise than it is known. */
export function WhenAndWhere({
  occurred,
  place,
}: {
  occurred: string | null
  place: { name: string; precision: Precision } | null
}) {
  if (occurred === null && place === null) return <>When and where are not known</>
  return (
    <>
      {occurred === null ? 'Date unknown' : capitalised(formatWhen(occurred))}
      {place !== null && (
        <>
          {' · '}
          {ABOUT[place.precision]}
          <bdi>{place.name}</bdi>
        </>
      )}
    </>
  )
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
