import type { Metadata } from 'next'
import { Dot } from '@/components/public/dot'
import { Moment } from '@/components/public/moment'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import type { Language } from '@/domain/language'
import type { Words } from '@/domain/wording'
import { CORRECTION_KINDS, type CorrectionKind } from '@/domain/words'
import { caller, orNotFound } from '@/server/caller'
import { feedsAt, Frame, pageMetadata, type Query } from '../frame'
import { readerWords } from '../words'

/** Null: of every kind. */
type Kind = CorrectionKind | null

const addressOf = (kind: Kind) => (kind === null ? '/corrections' : `/corrections/${kind}`)
const titleOf = ({ t }: Words, kind: Kind) =>
  kind === null ? t('corrections.title') : `${t('corrections.title')}: ${t(`scale.correction.${kind}`)}`

export async function correctionsMetadata(kind: Kind): Promise<Metadata> {
  const words = await readerWords()
  const head = await pageMetadata({
    title: titleOf(words, kind),
    description: words.t(kind === null ? 'corrections.description' : `corrections.meaning.${kind}`),
    canonical: addressOf(kind),
  })
  return { ...head, alternates: { ...head.alternates, types: feedsAt(words.href('/corrections')) } }
}

type Item = Awaited<ReturnType<typeof load>>['items'][number]

async function load(kind: Kind, language: Language, searchParams: Query) {
  const { cursor } = await searchParams
  const given = Array.isArray(cursor) ? cursor[0] : cursor
  return orNotFound((await caller()).reading.corrections({ kind, language, cursor: given ?? null }))
}

/** Every correction, or those of one kind. */
export async function Corrections({ kind, searchParams }: { kind: Kind; searchParams: Query }) {
  const words = await readerWords()
  const { t, href } = words
  const { items, nextCursor } = await load(kind, words.language, searchParams)
  const isFirst = (await searchParams).cursor === undefined
  return (
    <Frame current="corrections">
      <div className="grid grid-cols-1 gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,42rem)_minmax(14rem,1fr)]">
        <header className="flex max-w-reading flex-col gap-2 lg:col-span-2">
          <h1 className="font-serif text-2xl font-semibold sm:text-3xl">{titleOf(words, kind)}</h1>
          <p className="reading">{t('corrections.intro')}</p>
          <Narrow words={words} kind={kind} />
        </header>
        <div className="flex min-w-0 flex-col gap-8 lg:col-start-1 lg:row-start-2">
          {items.length === 0 && (
            <EmptyState title={t(kind === null ? 'corrections.nothing' : 'corrections.nothingOfKind')} />
          )}
          {monthsOf(items).map(({ month, items }) => (
            <section key={month} aria-labelledby={`m${month}`} className="border-t border-ink pt-3">
              <h2 id={`m${month}`} className="label-caps">
                {words.when(month)}
              </h2>
              <ul className="flex flex-col">
                {items.map((item) => (
                  <li key={`${item.slug} ${item.number}`} className="border-b border-rule py-5 last:border-b-0">
                    <Correction words={words} item={item} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
          <Pagination
            label={t('corrections.more')}
            names={{ newer: t('front.newest'), older: t('frame.older') }}
            newer={isFirst ? undefined : href(addressOf(kind))}
            older={
              nextCursor === null ? undefined : href(`${addressOf(kind)}?cursor=${encodeURIComponent(nextCursor)}`)
            }
          />
        </div>
        <aside className="flex flex-col gap-4 text-sm lg:col-start-2 lg:row-start-2 lg:border-s lg:border-rule lg:ps-6">
          <Kinds words={words} />
          <p className="max-w-reading text-ink-muted">
            {t.rich('corrections.tell', {
              feed: (text) => (
                <a className="link" href={href('/corrections/feed.atom')}>
                  {text}
                </a>
              ),
            })}
          </p>
        </aside>
      </div>
    </Frame>
  )
}

/** As EDTF, which every language has words for. */
function monthsOf(items: readonly Item[]): { month: string; items: Item[] }[] {
  const months: { month: string; items: Item[] }[] = []
  for (const item of items) {
    const month = item.publishedAt.toISOString().slice(0, 7)
    const last = months.at(-1)
    if (last?.month === month) last.items.push(item)
    else months.push({ month, items: [item] })
  }
  return months
}

/** Ways to those of one kind, each an address of its own. */
function Narrow({ words: { t, href }, kind }: { words: Words; kind: Kind }) {
  const ways: Kind[] = [null, ...CORRECTION_KINDS]
  return (
    <nav aria-label={t('corrections.filter')} className="flex flex-wrap gap-x-5 text-sm">
      {ways.map((way) => (
        <a
          key={way}
          href={href(addressOf(way))}
          {...(way === kind && { 'aria-current': 'page' as const })}
          className={`inline-block min-w-6 py-1 ${way === kind ? 'font-semibold text-ink no-underline' : 'link'}`}
        >
          {way === null ? t('corrections.all') : t(`scale.correction.${way}`)}
        </a>
      ))}
    </nav>
  )
}

function Kinds({ words: { t } }: { words: Words }) {
  return (
    <div className="flex flex-col gap-1">
      <h2 className="label-caps">{t('corrections.kinds')}</h2>
      <dl className="flex max-w-reading flex-col gap-2">
        {CORRECTION_KINDS.map((kind) => (
          <div key={kind}>
            <dt className={`font-semibold ${kind === 'retraction' ? 'text-danger' : ''}`}>
              {t(`scale.correction.${kind}`)}
            </dt>
            <dd className="text-ink-muted">{t(`corrections.meaning.${kind}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
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
        <Dot />
        <Moment words={words} value={publishedAt} />
      </p>
      <h3 className="font-serif text-lg font-semibold text-balance">
        <a href={href(`/incidents/${slug}`)} className="text-ink no-underline hover:underline">
          {title === null ? (
            t('front.redactedTitle')
          ) : (
            <span {...lang} dir="auto">
              {title}
            </span>
          )}
        </a>
      </h3>
      {correction.note !== null && (
        <p className="reading whitespace-pre-line">
          <span {...lang} dir="auto">
            {correction.note}
          </span>
        </p>
      )}
      {isRedacted && <p className="text-sm text-ink-muted">{t('corrections.redacted', { number })}</p>}
      <p className="flex flex-wrap gap-x-4 text-sm text-ink-muted">
        <span className="py-1">{t('corrections.replaced', { number, before: number - 1 })}</span>
        <a href={href(`/incidents/${slug}/changes`)} className="link inline-block py-1">
          {t('corrections.whatChanged')}
        </a>
        <a href={href(`/incidents/${slug}/v/${number}`)} className="link inline-block py-1">
          {t('corrections.version', { number })}
        </a>
        <a href={href(`/incidents/${slug}/v/${number - 1}`)} className="link inline-block py-1">
          {t('corrections.version', { number: number - 1 })}
        </a>
      </p>
    </article>
  )
}
