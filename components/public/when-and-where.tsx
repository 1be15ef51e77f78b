import { ENGLISH } from '@/domain/english'
import type { Words } from '@/domain/wording'
import type { Precision } from '@/domain/words'
import { Dot } from './dot'

export type WhenAndWhereProps = {
  words?: Words
  occurred: string | null
  place: { name: string; precision: Precision } | null
}

/** "13–14 March 2024 · Krasnyi Brid", no more precise than it is known. */
export function WhenAndWhere({ words = ENGLISH, occurred, place }: WhenAndWhereProps) {
  const { t } = words
  if (occurred === null && place === null) return <>{t('scale.where.nothingKnown')}</>
  return (
    <>
      {occurred === null ? t('scale.where.dateUnknown') : capitalised(words.when(occurred))}
      {place !== null && (
        <>
          <Dot />
          {t.rich(`scale.where.${place.precision}`, { place: () => <bdi>{place.name}</bdi> })}
        </>
      )}
    </>
  )
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
