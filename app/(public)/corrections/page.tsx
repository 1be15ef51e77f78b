import type { Metadata } from 'next'
import { Moment } from '@/components/public/moment'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import type { Words } from '@/domain/wording'
import { caller, orNotFound } from '@/server/caller'
import { Frame, pageMetadata, type Query } from '../frame'
import { readerWords } from '../words'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await readerWords()
  return pageMetadata({
    title: t('corrections.title'),
    description: t('corrections.description'),
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
  const words = await readerWords()
  const { t, href } = words
  const { items, nextCursor } = await load(searchParams)
  const isFirst = (await searchParams).cursor === undefined
  return (
    <Frame current="corrections">
      <div className="flex flex-col gap-8">
        <header className="flex max-w-reading flex-col gap-2">
          <h1 className="font-serif text-2xl font-semibold sm:text-3xl">{t('corrections.title')}</h1>
          <p className="reading">{t('corrections.intro')}</p>
        </header>
        {items.length === 0 && <EmptyState title={t('corrections.nothing')}>{t('corrections.nothingText')}</EmptyState>}
        <ul className="flex max-w-reading flex-col">
          {items.map((item) => (
            <li key={`${item.slug} ${item.number}`} className="border-t border-rule py-5">
              <Correction words={words} item={item} />
            </li>
          ))}
        </ul>
        <Pagination
          label={t('corrections.more')}
          names={{ newer: t('frame.newer'), older: t('frame.older') }}
          newer={isFirst ? undefined : href('/corrections')}
          older={nextCursor === null ? undefined : href(`/corrections?cursor=${encodeURIComponent(nextCursor)}`)}
        />
      </div>
    </Frame>
  )
}

function Correction({ words, item }: { words: Words; item: Item }) {
  const { t, href } = words
  const { slug, number, publishedAt, correction, title, language, isRedacted } = item
  const lang = language === null ? {} : { lang: language }
  return (
    <article className="flex flex-col gap-1.5">
      <p className="text-sm text-ink-muted">
        <span className={`font-semibold ${correction.kind === 'retraction' ? 'text-danger' : 'text-ink'}`}>
          {t(`scale.correction.${correction.kind}`)}
        </span>
        {' · '}
        <Moment words={words} value={publishedAt} />
      </p>
      <h2 className="font-serif text-lg font-semibold">
        <a href={href(`/incidents/${slug}`)} className="text-ink no-underline hover:underline">
          {title === null ? (
            t('front.redactedTitle')
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
      {isRedacted && <p className="text-sm text-ink-muted">{t('corrections.redacted', { number })}</p>}
      <p className="text-sm">
        <a href={href(`/incidents/${slug}/changes`)} className="link me-4 inline-block py-1">
          {t('corrections.whatChanged')}
        </a>
        <a href={href(`/incidents/${slug}/v/${number}`)} className="link inline-block py-1">
          {t('corrections.version', { number })}
        </a>
      </p>
    </article>
  )
}
