import type { ReactNode } from 'react'
import { HEADINGS, type Heading } from '@/domain/levels'
import type { PlacesMap } from '@/domain/picture/places'
import type { Words } from '@/domain/wording'
import { PlacesMapPicture } from '@/components/picture/places-map'
import { Disclosure } from '@/components/ui/disclosure'
import { LevelIcon, type LevelOrDisputed } from '@/components/level/level-mark'

type Named = { name: string; count: number }
/** `said`: in the reader's language, where it is known; it is asked for by its name. */
type Translatable = Named & { said: string }
export type BrowseLists = {
  lookedAt: number
  places: readonly Translatable[]
  parties: readonly Translatable[]
  tags: readonly Translatable[]
  headings: readonly { name: Heading; count: number }[]
}

/** Places that are named at once. */
const PLACES = 8

/** Whole names, so that the style compiler finds them. */
const MARK: Readonly<Record<Heading, { level: LevelOrDisputed; ink: string }>> = {
  established: { level: 'confirmed', ink: 'text-confirmed' },
  likely: { level: 'probable', ink: 'text-probable' },
  disputed: { level: 'disputed', ink: 'text-disputed' },
  unverified: { level: 'possible', ink: 'text-possible' },
  unlikely: { level: 'doubtful', ink: 'text-doubtful' },
}

const asked = (name: string, value: string) => `/?${new URLSearchParams({ [name]: value }).toString()}`

/** Ways into the archive, each a link: by level, place, party and tag, with how many of the newest have it. */
export function Browse({ lists, words, map }: { lists: BrowseLists; words: Words; map: PlacesMap | null }) {
  const { t, href } = words
  const said = new Map(lists.places.map((place) => [place.name, place.said]))
  const entry = (by: 'place' | 'party' | 'tag') => (each: Translatable) => (
    <li key={each.name} className="max-w-full">
      <a href={href(asked(by, each.name))} className="group inline-block py-1 no-underline">
        <bdi className="text-ink underline decoration-rule-strong underline-offset-4 group-hover:decoration-ink">
          {each.said}
        </bdi>{' '}
        <span className="text-ink-muted">{words.number(each.count)}</span>
      </a>
    </li>
  )
  return (
    <section aria-label={t('front.browse.title')} className="flex flex-col gap-6 text-sm">
      {map !== null && (
        <figure className="flex max-w-md flex-col gap-1">
          <PlacesMapPicture
            map={map}
            href={(name) => href(asked('place', name))}
            label={(name, count) => t('front.browse.onMap', { name: said.get(name) ?? name, count })}
          />
          <figcaption className="text-xs text-ink-muted">
            {t('front.browse.map')} {map.land !== '' && t('account.place.borders')}
          </figcaption>
        </figure>
      )}
      <Part title={t('front.browse.levels')}>
        {HEADINGS.flatMap((heading) => lists.headings.find(({ name }) => name === heading) ?? []).map(
          ({ name, count }) => (
            <li key={name} className="basis-full">
              <a href={href(asked('level', name))} className="group inline-block py-1 text-ink no-underline">
                <span className={`me-2 inline-block align-text-bottom ${MARK[name].ink}`}>
                  <LevelIcon level={MARK[name].level} />
                </span>
                <span className="underline decoration-rule-strong underline-offset-4 group-hover:decoration-ink">
                  {t(`scale.heading.${name}`)}
                </span>{' '}
                <span className="text-ink-muted">{words.number(count)}</span>
              </a>
            </li>
          ),
        )}
      </Part>
      <Part title={t('front.browse.places')}>{lists.places.slice(0, PLACES).map(entry('place'))}</Part>
      {lists.places.length > PLACES && (
        <Disclosure summary={t('front.browse.more')} className="-mt-5">
          <ul className="flex flex-wrap gap-x-4">{lists.places.slice(PLACES).map(entry('place'))}</ul>
        </Disclosure>
      )}
      <Part title={t('front.browse.parties')}>{lists.parties.map(entry('party'))}</Part>
      <Part title={t('front.browse.tags')}>{lists.tags.map(entry('tag'))}</Part>
      <p className="text-ink-muted">{t('front.browse.counted', { count: lists.lookedAt })}</p>
    </section>
  )
}

function Part({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <div className="flex flex-col gap-1 border-t border-rule pt-2">
      <h2 className="label-caps">{title}</h2>
      <ul className="flex flex-wrap gap-x-4">{children}</ul>
    </div>
  )
}
