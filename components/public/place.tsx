import type { Coordinates } from '@/domain/coordinates'
import type { LocatorMap } from '@/domain/picture/locator'
import type { PublicPlace } from '@/domain/snapshot-schema'
import type { Words } from '@/domain/wording'
import { countryNames, LocatorMapPicture } from '@/components/picture/locator-map'
import type { Leaf } from './anchors'

/** Where it was: a map that shows no more than is known, and all the names under which reports have the place. */
export function Place({
  place,
  map,
  leaf,
  heading,
}: {
  place: PublicPlace
  map: LocatorMap | null
  leaf: Leaf
  heading: 2 | 3
}) {
  const { words } = leaf
  const Title = `h${heading}` as const
  return (
    <section
      id={leaf.partId('where')}
      aria-labelledby={leaf.partId('where-title')}
      className="flex scroll-mt-4 flex-col gap-4"
    >
      <Title id={leaf.partId('where-title')} className="border-t border-ink pt-3 font-serif text-xl font-semibold">
        {words.t('account.place.title')}
      </Title>
      <div
        className={map === null ? '' : 'grid grid-cols-1 gap-x-8 gap-y-3 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]'}
      >
        {map !== null && (
          <figure className="flex break-inside-avoid flex-col gap-2">
            <LocatorMapPicture
              map={map}
              title={words.t('account.place.map', { place: place.name })}
              description={mapText(place, map, words)}
              locale={words.locale}
              length={words.t('account.place.kilometres', { count: map.scale.kilometres })}
            />
            <figcaption className="text-xs text-ink-muted">
              {mapText(place, map, words)} {map.land !== '' && words.t('account.place.borders')}
            </figcaption>
          </figure>
        )}
        <Names place={place} words={words} />
      </div>
    </section>
  )
}

/** What the map shows, for who does not see it. */
function mapText({ precision }: PublicPlace, map: LocatorMap, { t, list, locale }: Words): string {
  const area = precision === 'exact' || precision === 'vicinity' ? 'point' : precision
  const known = t(`account.place.${map.outline === null ? area : 'outline'}`)
  const names = countryNames(map, locale).map(({ name }) => name)
  if (map.land === '') return `${known} ${t('account.place.sea')}`
  return names.length === 0 ? known : `${known} ${t('account.place.near', { countries: list(names) })}`
}

/** As many digits as the document has, for it has no more than are known; of both as many, for it has no 0 at an end. */
function degrees({ latitude, longitude }: Coordinates, { t, locale }: Words) {
  const digits = Math.max(...[latitude, longitude].map((value) => String(value).split('.')[1]?.length ?? 0))
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const said = (value: number) => ({ degrees: format.format(Math.abs(value)) })
  return {
    latitude: t(`account.place.${latitude < 0 ? 'south' : 'north'}`, said(latitude)),
    longitude: t(`account.place.${longitude < 0 ? 'west' : 'east'}`, said(longitude)),
  }
}

function Names({ place, words }: { place: PublicPlace; words: Words }) {
  const { t } = words
  const others = place.names.filter((each) => each.name !== place.name)
  return (
    <div className="flex flex-col gap-1 text-base">
      <p>
        <bdi className="font-medium">{place.name}</bdi>
        {words.comma}
        {t(`scale.precision.${place.precision}`)}
      </p>
      {others.length > 0 && (
        <p className="text-sm text-ink-muted">
          {t.rich('account.place.also', {
            names: () =>
              others.map(({ name, language, romanisation }, index) => (
                <span key={index}>
                  {index > 0 && words.comma}
                  <bdi {...(language !== null && { lang: language })}>{name}</bdi>
                  {language !== null &&
                    ` (${words.nameOf(language)}${romanisation === null ? '' : `${words.comma}${romanisation}`})`}
                </span>
              )),
          })}
        </p>
      )}
      {place.latitude !== null && place.longitude !== null && (
        <p className="text-sm text-ink-muted">
          {t('account.place.about', degrees({ latitude: place.latitude, longitude: place.longitude }, words))}
        </p>
      )}
      {place.geonamesId !== undefined && (
        <p className="text-sm text-ink-muted">
          {t.rich('account.place.geonames', {
            geonames: (text) => (
              <a className="link" href={`https://www.geonames.org/${place.geonamesId}`} rel="noreferrer">
                {text}
              </a>
            ),
            licence: (text) => (
              <a className="link" href="https://creativecommons.org/licenses/by/4.0/" rel="noreferrer">
                {text}
              </a>
            ),
          })}
        </p>
      )}
    </div>
  )
}
