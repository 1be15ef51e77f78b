import type { PublicPlace, Snapshot } from '@/domain/snapshot-schema'
import { languageName, PARTY_WORD, PRECISION_WORDS } from './words'

/** Who is who, and where: with the other names under which other reports have them. */
export function PeopleAndPlace({ incident, heading }: { incident: Snapshot['incident']; heading: 2 | 3 }) {
  const { place, parties } = incident
  if (place === null && parties.length === 0) return null
  const Title = `h${heading}` as const
  return (
    <section className="grid grid-cols-1 gap-x-12 gap-y-8 border-t border-ink pt-3 md:grid-cols-2">
      {parties.length > 0 && (
        <div className="flex flex-col gap-3">
          <Title className="font-serif text-xl font-semibold">Who is who</Title>
          <Parties parties={parties} />
        </div>
      )}
      {place !== null && (
        <div className="flex flex-col gap-3">
          <Title className="font-serif text-xl font-semibold">Where</Title>
          <Place place={place} />
        </div>
      )}
    </section>
  )
}

function Parties({ parties }: { parties: Snapshot['incident']['parties'] }) {
  return (
    <dl className="flex flex-col gap-3 text-base">
      {parties.map((party) => (
        <div key={party.name}>
          <dt className="font-medium">
            <bdi>{party.name}</bdi>
          </dt>
          <dd className="text-sm text-ink-muted">
            {PARTY_WORD[party.kind]}
            {party.side !== null && (
              <>
                , of the side “<bdi>{party.side}</bdi>” and so interested
              </>
            )}
            {party.aliases.length > 0 && (
              <>
                ; also{' '}
                {party.aliases.map((alias, index) => (
                  <span key={alias}>
                    {index > 0 && ', '}
                    <bdi>{alias}</bdi>
                  </span>
                ))}
              </>
            )}
            .
            {party.note !== '' && (
              <>
                {' '}
                <bdi>{party.note}</bdi>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Place({ place }: { place: PublicPlace }) {
  const others = place.names.filter((each) => each.name !== place.name)
  return (
    <div className="flex flex-col gap-1 text-base">
      <p>
        <bdi className="font-medium">{place.name}</bdi>, {PRECISION_WORDS[place.precision]}
      </p>
      {others.length > 0 && (
        <p className="text-sm text-ink-muted">
          Also written{' '}
          {others.map(({ name, language, romanisation }, index) => (
            <span key={index}>
              {index > 0 && ', '}
              <bdi {...(language !== null && { lang: language })}>{name}</bdi>
              {language !== null && ` (${languageName(language)}${romanisation === null ? '' : `, ${romanisation}`})`}
            </span>
          ))}
        </p>
      )}
      {place.latitude !== null && place.longitude !== null && (
        <p className="text-sm text-ink-muted">
          About {degrees(place.latitude, 'N', 'S')}, {degrees(place.longitude, 'E', 'W')} (WGS 84), given no finer than
          it is known
        </p>
      )}
      {place.geonamesId !== undefined && (
        <p className="text-sm text-ink-muted">
          After{' '}
          <a className="text-accent underline" href={`https://www.geonames.org/${place.geonamesId}`} rel="noreferrer">
            GeoNames
          </a>
          ,{' '}
          <a className="text-accent underline" href="https://creativecommons.org/licenses/by/4.0/" rel="noreferrer">
            CC BY 4.0
          </a>
          ; coordinates rounded
        </p>
      )}
    </div>
  )
}

function degrees(value: number, positive: string, negative: string): string {
  return `${Math.abs(value)}° ${value < 0 ? negative : positive}`
}
