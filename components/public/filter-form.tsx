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

/** The address of the list so narrowed, in English; what is not asked for is not in it. */
export function listAddress(filters: Partial<Filters>, cursor: string | null = null): string {
  const given = Object.entries({ ...filters, cursor: cursor ?? '' }).filter(([, value]) => value !== '')
  const query = new URLSearchParams(given).toString()
  return query === '' ? '/' : `/?${query}`
}

type FormProps = { words: Words; filters: Filters; maxLength: number }

/** A plain form that asks by address, so that a search can be kept, shared and made without scripts. */
export function FilterForm({ words: { t, href }, filters, maxLength }: FormProps) {
  const { q, place, party, level, tag, from, to } = filters
  const isNarrowed = [place, party, level, tag, from, to].some((value) => value !== '')
  const line = (name: 'place' | 'party' | 'tag', value: string) => (
    <Field id={name} label={t(`front.search.${name}`)}>
      <input id={name} name={name} defaultValue={value} maxLength={maxLength} dir="auto" className={CONTROL} />
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
      <details open={isNarrowed} className="group flex flex-col">
        <summary className="w-fit py-1 text-sm font-medium text-accent">{t('front.search.more')}</summary>
        <div className="flex flex-col gap-3 pt-2">
          {line('place', place)}
          {line('party', party)}
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
          {line('tag', tag)}
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

/** What the list is narrowed to, each with the way to be without it. */
export function ActiveFilters({ words, filters }: Pick<FormProps, 'words' | 'filters'>) {
  const { t, href } = words
  const said = (name: keyof Filters, value: string): string => {
    if (name === 'level' && filters.level !== '') return t(`scale.heading.${filters.level}`)
    return name === 'from' || name === 'to' ? words.when(value) : value
  }
  const active = Object.entries(filters).filter(([, value]) => value !== '') as [keyof Filters, string][]
  if (active.length === 0) return null
  return (
    <ul aria-label={t('front.search.narrowed')} className="flex flex-wrap items-center gap-2 text-sm">
      {active.map(([name, value]) => (
        <li key={name}>
          <a
            href={href(listAddress({ ...filters, [name]: '' }))}
            className="inline-flex max-w-full items-baseline gap-1.5 rounded border border-rule-strong px-2 py-1 text-ink no-underline hover:bg-paper-sunken"
          >
            <span className="text-ink-muted">{t(`front.search.is.${name}`)}</span>
            <bdi className="font-medium">{said(name, value)}</bdi>
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
