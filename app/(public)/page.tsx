import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { AccountList, LeadAccounts } from '@/components/public/account-list'
import { Browse } from '@/components/public/browse'
import {
  ActiveFilters,
  FilterForm,
  listAddress,
  narrowings,
  type Called,
  type Filters,
} from '@/components/public/filter-form'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { listAccountsInput, SEARCH_MAX } from '@/domain/input/reading'
import { HEADINGS } from '@/domain/levels'
import { cleanText, normaliseLine, sliceCodePoints } from '@/domain/text'
import type { Words } from '@/domain/wording'
import type { Precision } from '@/domain/words'
import { caller, orNotFound } from '@/server/caller'
import { placesMap } from '@/server/places-map'
import { isIndexed } from '../site'
import { feedsAt, Frame, pageMetadata, type Query } from './frame'
import { readerWords } from './words'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Query }

/** An address can hold anything: what is no filter is left out, and what is too long is cut. */
function readFilters(query: Awaited<Query>): Filters & { cursor: string | null } {
  const one = (name: string) => linesOf(query, name)[0] ?? ''
  const day = (name: string) => (listAccountsInput.shape.from.safeParse(one(name)).success ? one(name) : '')
  return {
    q: one('q'),
    place: one('place'),
    party: one('party'),
    level: HEADINGS.find((heading) => heading === one('level')) ?? '',
    tag: one('tag'),
    from: day('from'),
    to: day('to'),
    cursor: one('cursor') || null,
  }
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { organisation } = await (await caller()).reading.frame()
  const words = await readerWords()
  const asked = await readNarrowed(await searchParams, words)
  const title = narrowings(words, asked).map(({ label, said }) => `${label}: ${said}`)
  const head = await pageMetadata({
    title: title.join(words.comma) || organisation,
    description: words.t('front.description', { organisation }),
    canonical: '/',
  })
  // Searches are for people: there is no end to them.
  const isSearch = Object.keys(await searchParams).length > 0
  if (!isSearch) return head
  const types = feedsOf(asked.filters, words)
  return { ...head, alternates: { ...head.alternates, types }, robots: { index: false, follow: isIndexed() } }
}

const linesOf = (query: Awaited<Query>, name: string) =>
  [query[name] ?? []]
    .flat()
    .map((text) => sliceCodePoints(normaliseLine(cleanText(text.slice(0, SEARCH_MAX * 2))), 0, SEARCH_MAX))

type Narrowed = { filters: Filters; called: Called; cursor: string | null }

/**
 * What is asked for, and what it is called. The form asks for a name as it was published and as it shows it: where that was
 * changed, what was typed is asked for alone.
 */
async function readNarrowed(query: Awaited<Query>, { language }: Words): Promise<Narrowed> {
  const { reading } = await caller()
  const { cursor, ...filters } = readFilters(query)
  const names = ({ place, party, tag }: Filters) => ({ language, place, party, tag })
  const called = await orNotFound(reading.called(names(filters)))
  const changed = (['place', 'party', 'tag'] as const).flatMap((name) => {
    const shown = linesOf(query, name)[1]
    return shown === undefined || shown === called[name] ? [] : [[name, shown] as const]
  })
  if (changed.length === 0) return { filters, called, cursor }
  const typed = { ...filters, ...Object.fromEntries(changed) }
  return { filters: typed, called: await orNotFound(reading.called(names(typed))), cursor }
}

/** The feeds of what is found; they know no time at which something happened. */
function feedsOf(filters: Filters, { href }: Words) {
  const question = listAddress({ ...filters, from: '', to: '' }).replace(/^\//, '')
  return feedsAt(href('/').replace(/\/$/, ''), question)
}

/** So many stand above the list on the newest front page; what was taken back does not. */
const LEADS = 3

export default async function FrontPage({ searchParams }: Props) {
  const words = await readerWords()
  const { filters, called, cursor } = await readNarrowed(await searchParams, words)
  const isFiltered = Object.values(filters).some((value) => value !== '')
  const isFront = !isFiltered && cursor === null
  const { items, nextCursor } = await load(filters, cursor)
  const leads = isFront ? items.filter(({ state }) => state === 'account').slice(0, LEADS) : []
  return (
    <Frame current="latest">
      {isFront && <About words={words} />}
      <div className="grid grid-cols-1 gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="lg:col-start-2 lg:row-start-1">
          <FilterForm words={words} filters={filters} called={called} maxLength={SEARCH_MAX} />
        </div>
        <section
          aria-labelledby="latest"
          className="flex min-w-0 flex-col gap-6 lg:col-start-1 lg:row-span-2 lg:row-start-1"
        >
          <Heading words={words} isFront={isFront} isFiltered={isFiltered} />
          <ActiveFilters words={words} filters={filters} called={called} />
          {items.length === 0 && <Nothing words={words} isFiltered={isFiltered} />}
          <LeadAccounts words={words} items={leads} />
          <AccountList words={words} items={items.filter((item) => !leads.includes(item))} />
          <More words={words} filters={filters} cursor={cursor} next={nextCursor} />
        </section>
        <div className="min-w-0 lg:col-start-2 lg:row-start-2">
          <BrowseNewest words={words} />
        </div>
      </div>
    </Frame>
  )
}

/** What this is, for who comes here for the first time. */
function About({ words: { t, href } }: { words: Words }) {
  const method = (text: ReactNode) => (
    <a className="link" href={href('/method')}>
      {text}
    </a>
  )
  return <p className="mb-8 max-w-reading text-base text-pretty text-ink-muted">{t.rich('front.about', { method })}</p>
}

async function load({ q, level, place, party, tag, from, to }: Filters, cursor: string | null) {
  const { language } = await readerWords()
  const wanted = { language, words: q, place, party, tag, heading: level || null, from: from || null, to: to || null }
  return orNotFound((await caller()).reading.list({ cursor, ...wanted }))
}

function Heading({ words: { t }, isFront, isFiltered }: { words: Words; isFront: boolean; isFiltered: boolean }) {
  return (
    <h1 id="latest" className={isFront ? 'sr-only' : 'font-serif text-xl font-semibold'}>
      {t(isFiltered ? 'front.found' : isFront ? 'front.latest' : 'front.earlier')}
    </h1>
  )
}

type ListedPlace = Awaited<ReturnType<Awaited<ReturnType<typeof caller>>['reading']['browse']>>['places'][number]

const isLocated = (place: ListedPlace): place is ListedPlace & { precision: Precision } => place.precision !== null

async function BrowseNewest({ words }: { words: Words }) {
  const lists = await (await caller()).reading.browse({ language: words.language })
  if (lists.lookedAt === 0) return null
  const map = await placesMap(lists.places.flatMap((place) => (isLocated(place) ? [place] : [])))
  return <Browse lists={lists} words={words} map={map} />
}

type MoreProps = { words: Words; filters: Filters; cursor: string | null; next: string | null }

function More({ words: { t, href }, filters, cursor, next }: MoreProps) {
  return (
    <Pagination
      label={t('front.more')}
      names={{ newer: t('front.newest'), older: t('frame.older') }}
      newer={cursor === null ? undefined : href(listAddress(filters))}
      older={next === null ? undefined : href(listAddress(filters, next))}
    />
  )
}

function Nothing({ words: { t, href }, isFiltered }: { words: Words; isFiltered: boolean }) {
  const link = (address: string) =>
    function Link(text: ReactNode) {
      return (
        <a className="link" href={href(address)}>
          {text}
        </a>
      )
    }
  return isFiltered ? (
    <EmptyState title={t('front.nothingFound')}>{t.rich('front.nothingFoundText', { all: link('/') })}</EmptyState>
  ) : (
    <EmptyState title={t('front.nothing')}>{t.rich('front.nothingText', { method: link('/method') })}</EmptyState>
  )
}
