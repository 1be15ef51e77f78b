import type { ReactNode } from 'react'
import { HEADINGS, type Heading } from '@/domain/levels'
import type { Words } from '@/domain/wording'
import { buttonClass, CONTROL } from '@/components/ui/styles'

export type Filters = {
  q: string
  place: string
  party: string
  level: Heading | ''
  tag: string
  from: string
  to: string
}

/** What of it is a name, as the reader's language has it. */
export type Called = Pick<Filters, 'place' | 'party' | 'tag'>

/** The address of the list so narrowed, in English; what is not asked for is not in it. */
export function listAddress(filters: Partial<Filters>, cursor: string | null = null): string {
  const given = Object.entries({ ...filters, cursor: cursor ?? '' }).filter(([, value]) => value !== '')
  const query = new URLSearchParams(given).toString()
  return query === '' ? '/' : `/?${query}`
}

type FormProps = { words: Words; filters: Filters; called: Called; maxLength: number }

/**
 * A plain form that asks by address, so that a search can be kept, shared and made without scripts. What is called otherwise
 * than it was published is asked for by both, the first as it was published; the page tells which is meant.
 */
export function FilterForm({ words: { t, href }, filters, called, maxLength }: FormProps) {
  const { q, level, from, to } = filters
  const line = (name: keyof Called) => (
    <Field id={name} label={t(`front.search.${name}`)}>
      {called[name] !== filters[name] && <input type="hidden" name={name} defaultValue={filters[name]} />}
      <input id={name} name={name} defaultValue={called[name]} maxLength={maxLength} dir="auto" className={CONTROL} />
    </Field>
  )
  return (
    <form action={href('/')} method="get" role="search" className="flex flex-col gap-3">
      <Field id="q" label={t('front.search.label')}>
        <div className="flex gap-2">
          <input id="q" name="q" type="search" defaultValue={q} maxLength={maxLength} dir="auto" className={CONTROL} />
          <button type="submit" className={buttonClass({ variant: 'secondary' })}>
            {t('front.search.submit')}
          </button>
        </div>
      </Field>
      {/* Closed where it narrows, too: what was found comes first, and above it what it is narrowed by. */}
      <details className="group flex flex-col">
        <summary className="w-fit py-1 text-sm font-medium text-accent">{t('front.search.more')}</summary>
        <div className="flex flex-col gap-3 pt-2">
          {line('place')}
          {line('party')}
          <Field id="level" label={t('front.search.level')}>
            <select id="level" name="level" defaultValue={level} className={CONTROL}>
              <option value="">{t('front.search.anything')}</option>
              {HEADINGS.map((heading) => (
                <option key={heading} value={heading}>
                  {t(`scale.heading.${heading}`)}
                </option>
              ))}
            </select>
          </Field>
          {line('tag')}
          <div className="grid grid-cols-2 gap-3">
            <Field id="from" label={t('front.search.from')}>
              <input id="from" name="from" type="date" defaultValue={from} className={CONTROL} />
            </Field>
            <Field id="to" label={t('front.search.to')}>
              <input id="to" name="to" type="date" defaultValue={to} className={CONTROL} />
            </Field>
          </div>
          <button type="submit" className={buttonClass({ variant: 'secondary', className: 'self-start' })}>
            {t('front.search.show')}
          </button>
        </div>
      </details>
    </form>
  )
}

/** What the list is narrowed to, in the reader's words. */
export function narrowings(words: Words, { filters, called }: Pick<FormProps, 'filters' | 'called'>) {
  const said = (name: keyof Filters): string => {
    if (name === 'level' && filters.level !== '') return words.t(`scale.heading.${filters.level}`)
    if (name === 'from' || name === 'to') return words.when(filters[name])
    return name === 'place' || name === 'party' || name === 'tag' ? called[name] : filters[name]
  }
  return (Object.keys(filters) as (keyof Filters)[])
    .filter((name) => filters[name] !== '')
    .map((name) => ({ name, label: words.t(`front.search.is.${name}`), said: said(name) }))
}

/** What the list is narrowed to, each with the way to be without it. */
export function ActiveFilters({ words, ...asked }: Pick<FormProps, 'words' | 'filters' | 'called'>) {
  const { t, href } = words
  const { filters } = asked
  const active = narrowings(words, asked)
  if (active.length === 0) return null
  return (
    <ul aria-label={t('front.search.narrowed')} className="flex flex-wrap items-center gap-2 text-sm">
      {active.map(({ name, label, said }) => (
        <li key={name}>
          <a
            href={href(listAddress({ ...filters, [name]: '' }))}
            className="inline-flex max-w-full items-baseline gap-1.5 rounded border border-rule-strong px-2 py-1 text-ink no-underline hover:bg-paper-sunken"
          >
            <span className="text-ink-muted">{label}</span>
            <bdi className="font-medium">{said}</bdi>
            <span aria-hidden>×</span>
            <span className="sr-only">{t('front.search.without')}</span>
          </a>
        </li>
      ))}
      <li>
        <a href={href('/')} className="link inline-block py-1">
          {t('front.search.clear')}
        </a>
      </li>
    </ul>
  )
}

function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children}
    </div>
  )
}
