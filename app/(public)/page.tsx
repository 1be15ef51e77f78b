import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { AccountList } from '@/components/public/account-list'
import { FilterForm, type Filters } from '@/components/public/filter-form'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { listAccountsInput, SEARCH_MAX } from '@/domain/input/reading'
import { HEADINGS } from '@/domain/levels'
import { cleanText, normaliseLine, sliceCodePoints } from '@/domain/text'
import { caller, orNotFound } from '@/server/caller'
import type { Words } from '@/domain/wording'
import { Frame, pageMetadata, type Query } from './frame'
import { readerWords } from './words'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Query }

/** An address can hold anything: what is no filter is left out, and what is too long is cut. */
function readFilters(query: Awaited<Query>): Filters & { cursor: string | null } {
  const one = (name: string) => {
    const value = query[name]
    const text = (Array.isArray(value) ? value[0] : value) ?? ''
    return sliceCodePoints(normaliseLine(cleanText(text.slice(0, SEARCH_MAX * 2))), 0, SEARCH_MAX)
  }
  const day = (name: string) => (listAccountsInput.shape.from.safeParse(one(name)).success ? one(name) : '')
  return {
    q: one('q'),
    place: one('place'),
    party: one('party'),
    level: HEADINGS.find((heading) => heading === one('level')) ?? '',
    from: day('from'),
    to: day('to'),
    cursor: one('cursor') || null,
  }
}

function addressOf(filters: Filters, cursor: string | null): string {
  const given = Object.entries({ ...filters, cursor: cursor ?? '' }).filter(([, value]) => value !== '')
  const query = new URLSearchParams(given).toString()
  return query === '' ? '/' : `/?${query}`
}

export async function generateMetadata(): Promise<Metadata> {
  const { organisation } = await (await caller()).reading.frame()
  return pageMetadata({
    title: organisation,
    description: (await readerWords()).t('front.description', { organisation }),
    canonical: '/',
  })
}

export default async function FrontPage({ searchParams }: Props) {
  const words = await readerWords()
  const { t, href } = words
  const { cursor, ...filters } = readFilters(await searchParams)
  const isFiltered = Object.values(filters).some((value) => value !== '')
  const { items, nextCursor } = await orNotFound(
    (await caller()).reading.list({
      cursor,
      words: filters.q,
      place: filters.place,
      party: filters.party,
      heading: filters.level || null,
      from: filters.from || null,
      to: filters.to || null,
    }),
  )
  return (
    <Frame current="latest">
      <div className="grid grid-cols-1 gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="lg:order-2">
          <FilterForm words={words} filters={filters} maxLength={SEARCH_MAX} />
        </div>
        <section aria-labelledby="latest" className="flex flex-col gap-6">
          <h1 id="latest" className={isFiltered || cursor !== null ? 'font-serif text-xl font-semibold' : 'sr-only'}>
            {t(isFiltered ? 'front.found' : cursor === null ? 'front.latest' : 'front.earlier')}
          </h1>
          {items.length === 0 ? <Nothing words={words} isFiltered={isFiltered} /> : null}
          <AccountList words={words} items={items} hasLead={!isFiltered && cursor === null} />
          <Pagination
            label={t('front.more')}
            names={{ newer: t('frame.newer'), older: t('frame.older') }}
            newer={cursor === null ? undefined : href(addressOf(filters, null))}
            older={nextCursor === null ? undefined : href(addressOf(filters, nextCursor))}
          />
        </section>
      </div>
    </Frame>
  )
}

function Nothing({ words: { t, href }, isFiltered }: { words: Words; isFiltered: boolean }) {
  const link = (address: string) => (text: ReactNode) => (
    <a className="link" href={href(address)}>
      {text}
    </a>
  )
  return isFiltered ? (
    <EmptyState title={t('front.nothingFound')}>{t.rich('front.nothingFoundText', { all: link('/') })}</EmptyState>
  ) : (
    <EmptyState title={t('front.nothing')}>{t.rich('front.nothingText', { method: link('/method') })}</EmptyState>
  )
}
