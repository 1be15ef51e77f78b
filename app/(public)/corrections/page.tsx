import type { Metadata } from 'next'
import { CORRECTION_WORD } from '@/components/public/words'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { Time } from '@/components/ui/time'
import { caller, orNotFound } from '@/server/caller'
import { Frame, pageMetadata, type Query } from '../frame'

export const dynamic = 'force-dynamic'

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata({
    title: 'Corrections',
    description: 'Every correction, update, clarification and retraction, newest first.',
    canonical: '/corrections',
  })
}

type Item = Awaited<ReturnType<typeof load>>['items'][number]

async function load(searchParams: Query) {
  const { cursor } = await searchParams
  const given = Array.isArray(cursor) ? cursor[0] : cursor
  return orNotFound((await caller()).reading.corrections({ cursor: given ?? null }))
}

export default async function CorrectionsPage({ searchParams }: { searchParams: Query }) {
  const { items, nextCursor } = await load(searchParams)
  const isFirst = (await searchParams).cursor === undefined
  return (
    <Frame current="corrections">
      <div className="flex flex-col gap-8">
        <header className="flex max-w-reading flex-col gap-2">
          <h1 className="font-serif text-2xl font-semibold sm:text-3xl">Corrections</h1>
          <p className="reading">
            Nothing published is changed in silence. Whatever takes the place of an earlier version is listed here with
            the reason, and the earlier version stays at its own address.
          </p>
        </header>
        {items.length === 0 && (
          <EmptyState title="Nothing has been corrected yet">
            Found something wrong? The foot of this page says how to tell us.
          </EmptyState>
        )}
        <ul className="flex max-w-reading flex-col">
          {items.map((item) => (
            <li key={`${item.slug} ${item.number}`} className="border-t border-rule py-5">
              <Correction item={item} />
            </li>
          ))}
        </ul>
        <Pagination
          label="More corrections"
          newer={isFirst ? undefined : '/corrections'}
          older={nextCursor === null ? undefined : `/corrections?cursor=${encodeURIComponent(nextCursor)}`}
        />
      </div>
    </Frame>
  )
}

function Correction({ item: { slug, number, publishedAt, correction, title, language, isRedacted } }: { item: Item }) {
  const lang = language === null ? {} : { lang: language }
  return (
    <article className="flex flex-col gap-1.5">
      <p className="text-sm text-ink-muted">
        <span className={`font-semibold ${correction.kind === 'retraction' ? 'text-danger' : 'text-ink'}`}>
          {CORRECTION_WORD[correction.kind]}
        </span>
        {' · '}
        <Time value={publishedAt.toISOString()} />
      </p>
      <h2 className="font-serif text-lg font-semibold">
        <a href={`/incidents/${slug}`} className="text-ink no-underline hover:underline">
          {title === null ? (
            'An account whose text was redacted'
          ) : (
            <span {...lang} dir="auto">
              {title}
            </span>
          )}
        </a>
      </h2>
      {correction.note !== null && (
        <p {...lang} dir="auto" className="reading whitespace-pre-line">
          {correction.note}
        </p>
      )}
      {isRedacted && <p className="text-sm text-ink-muted">The text of version {number} was redacted.</p>}
      <p className="text-sm">
        <a href={`/incidents/${slug}/changes`} className="link me-4 inline-block py-1">
          What changed
        </a>
        <a href={`/incidents/${slug}/v/${number}`} className="link inline-block py-1">
          Version {number}
        </a>
      </p>
    </article>
  )
}
