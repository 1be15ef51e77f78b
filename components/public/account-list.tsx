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

type ListProps = { items: readonly ListedAccount[]; hasLead: boolean; words: Words }

/** The front page's list. Its first entry is set larger where `hasLead`. */
export function AccountList({ items, hasLead, words }: ListProps) {
  return (
    <ul className="flex flex-col">
      {items.map((item, index) => (
        <li key={item.slug} className="border-t border-rule py-6 first:border-t-0 first:pt-0">
          <Listed words={words} item={item} isLead={hasLead && index === 0 && item.state === 'account'} />
        </li>
      ))}
    </ul>
  )
}

function Listed({ item, isLead, words }: { item: ListedAccount; isLead: boolean; words: Words }) {
  const { t, href } = words
  const lang = item.language === null ? {} : { lang: item.language }
  return (
    <article className="flex flex-col gap-2">
      <p className={`label-caps ${item.state === 'account' ? '' : 'text-danger'}`}>
        {item.state === 'account' ? t(`scale.type.${item.type ?? 'other'}`) : t(`front.${item.state}`)}
      </p>
      <h2 className={`max-w-reading font-serif font-semibold text-balance ${isLead ? 'text-2xl' : 'text-xl'}`}>
        <a href={href(`/incidents/${item.slug}`)} className="text-ink no-underline hover:underline">
          {item.title === null ? (
            t('front.redactedTitle')
          ) : (
            <span {...lang} dir="auto">
              {item.title}
            </span>
          )}
        </a>
      </h2>
      {item.state === 'account' && (
        <p className="text-base text-ink-muted">
          <WhenAndWhere words={words} occurred={item.occurred} place={item.place} />
        </p>
      )}
      {item.central !== null && <Central words={words} central={item.central} lang={lang} />}
      {item.state === 'retracted' && item.correction?.note != null && (
        <p {...lang} dir="auto" className="reading">
          {item.correction.note}
        </p>
      )}
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-ink-muted">
        <Moment words={words} value={item.publishedAt} />
        {item.correction !== null && item.state !== 'retracted' && (
          <a href={href(`/incidents/${item.slug}/changes`)} className="link">
            {t('front.changed', { kind: t(`scale.correction.${item.correction.kind}`), number: item.number })}
          </a>
        )}
        {item.reexaminedSince !== null && <span className="font-medium text-possible">{t('front.reexamined')}</span>}
      </p>
    </article>
  )
}

type CentralProps = { words: Words; central: NonNullable<ListedAccount['central']>; lang: { lang?: string } }

function Central({ words, central, lang }: CentralProps) {
  return (
    <div className="flex max-w-reading flex-col gap-1">
      <p {...lang} dir="auto" className="font-serif text-md">
        {central.text}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-muted">
        {central.level !== null && (
          <LevelMark words={words} level={central.heading === 'disputed' ? 'disputed' : central.level} />
        )}
        {words.t('scale.origins', { count: central.origins })}
      </p>
    </div>
  )
}
