import type { Heading, Level } from '@/domain/levels'
import type { Words } from '@/domain/wording'
import type { CorrectionKind, IncidentType, Precision } from '@/domain/words'
import { Level as LevelMark } from './level'
import { Moment } from './moment'
import { WhenAndWhere } from './when-and-where'

export type ListedAccount = {
  slug: string
  number: number
  publishedAt: Date
  state: 'account' | 'retracted' | 'redacted'
  title: string | null
  language: string | null
  type: IncidentType | null
  occurred: string | null
  place: { name: string; precision: Precision } | null
  central: { text: string; level: Level | null; heading: Heading | null; origins: number } | null
  correction: { kind: CorrectionKind; note: string | null } | null
  reexaminedSince: Date | null
}

/** How large an entry is set: the first of the front page, one of those beside it, one of the archive. */
type Size = 'lead' | 'second' | 'row'
type EntryProps = { item: ListedAccount; words: Words; size: Size }

const TITLE: Readonly<Record<Size, string>> = {
  lead: 'text-2xl sm:text-3xl',
  second: 'text-lg sm:text-xl',
  row: 'text-lg',
}

/** What the newest front page leads with: one large, and two or three beside one another under it. */
export function LeadAccounts({ items, words }: { items: readonly ListedAccount[]; words: Words }) {
  const [first, ...others] = items
  if (first === undefined) return null
  return (
    <div className="flex flex-col gap-8">
      <Entry item={first} words={words} size="lead" />
      {others.length > 0 && (
        <ul className="grid grid-cols-1 gap-x-10 gap-y-8 border-t border-rule pt-6 sm:grid-cols-2">
          {others.map((item) => (
            <li key={item.slug}>
              <Entry item={item} words={words} size="second" />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** The archive: an entry a row, with the day on which it was published before it. */
export function AccountList({ items, words }: { items: readonly ListedAccount[]; words: Words }) {
  return (
    <ul className="flex flex-col">
      {items.map((item) => (
        <li key={item.slug} className="border-t border-rule py-5">
          <Entry item={item} words={words} size="row" />
        </li>
      ))}
    </ul>
  )
}

function Entry({ item, words, size }: EntryProps) {
  const { t, href } = words
  const lang = item.language === null ? {} : { lang: item.language }
  const published = t.rich('front.published', {
    when: () => (
      <span className="whitespace-nowrap">
        <Moment words={words} value={item.publishedAt} />
      </span>
    ),
  })
  return (
    <article
      className={size === 'row' ? 'grid gap-x-8 gap-y-1 sm:grid-cols-[8.5rem_minmax(0,1fr)]' : 'flex flex-col gap-2'}
    >
      {size === 'row' && <p className="pt-1 text-sm text-ink-muted">{published}</p>}
      <div className="flex min-w-0 flex-col gap-2">
        <Kicker item={item} words={words} />
        <h2 className={`max-w-reading font-serif font-semibold text-balance ${TITLE[size]}`}>
          <a href={href(`/incidents/${item.slug}`)} className="text-ink no-underline hover:underline">
            {item.title === null ? t('front.redactedTitle') : <Quoted {...lang}>{item.title}</Quoted>}
          </a>
        </h2>
        {item.central !== null && <Central central={item.central} words={words} />}
        {item.central !== null && (
          <p className={`max-w-reading font-serif ${size === 'row' ? '' : 'text-md'}`}>
            <Quoted {...lang}>{item.central.text}</Quoted>
          </p>
        )}
        {item.state === 'retracted' && item.correction?.note != null && (
          <p className="max-w-reading font-serif">
            <Quoted {...lang}>{item.correction.note}</Quoted>
          </p>
        )}
        <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-ink-muted">
          {size !== 'row' && <span>{published}</span>}
          {item.correction !== null && item.state !== 'retracted' && (
            <a href={href(`/incidents/${item.slug}/changes`)} className="link inline-block py-1">
              {t('front.changed', { kind: t(`scale.correction.${item.correction.kind}`), number: item.number })}
            </a>
          )}
          {item.reexaminedSince !== null && <span className="font-medium text-possible">{t('front.reexamined')}</span>}
        </p>
      </div>
    </article>
  )
}

/** The account's own words: in their language and direction, and beginning where the lines of the page do. */
function Quoted({ lang, children }: { lang?: string; children: string }) {
  return (
    <span {...(lang !== undefined && { lang })} dir="auto">
      {children}
    </span>
  )
}

/** What it is, when and where: no more than is known. */
function Kicker({ item, words }: { item: ListedAccount; words: Words }) {
  if (item.state !== 'account') return <p className="label-caps text-danger">{words.t(`front.${item.state}`)}</p>
  return (
    <p className="text-sm text-ink-muted">
      <span className="label-caps me-1">{words.t(`scale.type.${item.type ?? 'other'}`)}</span>{' '}
      <WhenAndWhere words={words} occurred={item.occurred} place={item.place} />
    </p>
  )
}

/** How sure that is stands before what is claimed: whoever reads no further has not read it as a fact. */
function Central({ words, central }: { words: Words; central: NonNullable<ListedAccount['central']> }) {
  return (
    <p className="text-sm text-ink-muted">
      {central.level !== null && (
        <span className="me-2 inline-block align-middle">
          <LevelMark words={words} level={central.heading === 'disputed' ? 'disputed' : central.level} />
        </span>
      )}{' '}
      {words.t('scale.origins', { count: central.origins })}
    </p>
  )
}
