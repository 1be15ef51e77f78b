import type { Heading, Level } from '@/domain/levels'
import type { CorrectionKind, IncidentType, Precision } from '@/domain/words'
import { LevelMark } from '@/components/level/level-mark'
import { Time } from '@/components/ui/time'
import { WhenAndWhere } from './when-and-where'
import { CORRECTION_WORD, counted, TYPE_WORD } from './words'

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

/** The front page's list. Its first entry is set larger where `hasLead`. */
export function AccountList({ items, hasLead }: { items: readonly ListedAccount[]; hasLead: boolean }) {
  return (
    <ul className="flex flex-col">
      {items.map((item, index) => (
        <li key={item.slug} className="border-t border-rule py-6 first:border-t-0 first:pt-0">
          <Listed item={item} isLead={hasLead && index === 0 && item.state === 'account'} />
        </li>
      ))}
    </ul>
  )
}

function Listed({ item, isLead }: { item: ListedAccount; isLead: boolean }) {
  const lang = item.language === null ? {} : { lang: item.language }
  return (
    <article className="flex flex-col gap-2">
      <p className={`label-caps ${item.state === 'account' ? '' : 'text-danger'}`}>
        {item.state === 'retracted'
          ? 'Retracted'
          : item.state === 'redacted'
            ? 'Redacted'
            : TYPE_WORD[item.type ?? 'other']}
      </p>
      <h2 className={`max-w-reading font-serif font-semibold text-balance ${isLead ? 'text-2xl' : 'text-xl'}`}>
        <a href={`/incidents/${item.slug}`} className="text-ink no-underline hover:underline">
          {item.title === null ? (
            'An account whose text was redacted'
          ) : (
            <span {...lang} dir="auto">
              {item.title}
            </span>
          )}
        </a>
      </h2>
      {item.state === 'account' && (
        <p className="text-base text-ink-muted">
          <WhenAndWhere occurred={item.occurred} place={item.place} />
        </p>
      )}
      {item.central !== null && <Central central={item.central} lang={lang} />}
      {item.state === 'retracted' && item.correction?.note != null && (
        <p {...lang} dir="auto" className="reading">
          {item.correction.note}
        </p>
      )}
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-ink-muted">
        <Time value={item.publishedAt.toISOString()} />
        {item.correction !== null && item.state !== 'retracted' && (
          <a href={`/incidents/${item.slug}/changes`} className="link">
            {CORRECTION_WORD[item.correction.kind]}, version {item.number}
          </a>
        )}
        {item.reexaminedSince !== null && <span className="font-medium text-possible">Being re-examined</span>}
      </p>
    </article>
  )
}

function Central({ central, lang }: { central: NonNullable<ListedAccount['central']>; lang: { lang?: string } }) {
  return (
    <div className="flex max-w-reading flex-col gap-1">
      <p {...lang} dir="auto" className="font-serif text-md">
        {central.text}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-muted">
        {central.level !== null && <LevelMark level={central.heading === 'disputed' ? 'disputed' : central.level} />}
        {counted(central.origins, 'independent origin')}
      </p>
    </div>
  )
}
