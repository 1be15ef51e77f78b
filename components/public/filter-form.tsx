import type { ReactNode } from 'react'
import { HEADINGS, type Heading } from '@/domain/levels'
import type { Words } from '@/domain/wording'
import { buttonClass, CONTROL } from '@/components/ui/styles'

export type Filters = {
  q: string
  place: string
  party: string
  level: Heading | ''
  from: string
  to: string
}

/** A plain form that asks by address, so that a search can be kept, shared and made without scripts. */
type FormProps = { words: Words; filters: Filters; maxLength: number }

export function FilterForm({ words: { t, href }, filters, maxLength }: FormProps) {
  const { q, place, party, level, from, to } = filters
  const isNarrowed = [place, party, level, from, to].some((value) => value !== '')
  return (
    <form action={href('/')} method="get" role="search" className="flex flex-col gap-4">
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
          <Field id="place" label={t('front.search.place')}>
            <input id="place" name="place" defaultValue={place} maxLength={maxLength} dir="auto" className={CONTROL} />
          </Field>
          <Field id="party" label={t('front.search.party')}>
            <input id="party" name="party" defaultValue={party} maxLength={maxLength} dir="auto" className={CONTROL} />
          </Field>
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
      {(isNarrowed || q !== '') && (
        <p className="text-sm">
          <a href={href('/')} className="link inline-block py-1">
            {t('front.search.clear')}
          </a>
        </p>
      )}
    </form>
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
