import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonClass, CONTROL } from '@/components/ui/styles'
import type { EventGroup } from '@/domain/event-group'
import { PROGRAM } from '@/domain/input/event'

/** As the address says it: what is wrong is shown again as it was typed. */
export type HistoryQuery = { group: string; person: string; from: string; to: string }
export type HistoryErrors = Partial<Record<keyof HistoryQuery, string>>

type HistoryFiltersProps = {
  /** The history's own address. */
  action: string
  query: HistoryQuery
  errors: HistoryErrors
  groups: readonly { id: EventGroup; label: string }[]
  people: readonly { id: string; name: string }[]
}

/** A plain form that writes the address, so that what was looked for can be kept and shown to others. */
export function HistoryFilters({ action, query, errors, groups, people }: HistoryFiltersProps) {
  const isNarrowed = Object.values(query).some((value) => value !== '')
  const control = (name: keyof HistoryQuery) => ({
    id: `history-${name}`,
    name,
    defaultValue: query[name],
    className: CONTROL,
    ...(errors[name] !== undefined && { 'aria-invalid': true, 'aria-describedby': `history-${name}-error` }),
  })
  return (
    <form
      action={action}
      role="search"
      aria-label="The history"
      className="grid grid-cols-2 items-start gap-3 sm:flex sm:flex-wrap"
    >
      <Field name="group" label="What" error={errors.group}>
        <select {...control('group')}>
          <option value="">Anything</option>
          {groups.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Field name="person" label="Who" error={errors.person}>
        <select {...control('person')}>
          <option value="">Anybody</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value={PROGRAM}>The program</option>
        </select>
      </Field>
      <Field name="from" label="From (UTC)" error={errors.from}>
        <input type="date" {...control('from')} />
      </Field>
      <Field name="to" label="Until (UTC)" error={errors.to}>
        <input type="date" {...control('to')} />
      </Field>
      <div className="col-span-2 flex flex-col gap-1">
        {/* As high as the labels beside it, however large the text is. */}
        <span aria-hidden className="text-sm font-medium max-sm:hidden">
          {'\u00a0'}
        </span>
        <div className="flex items-center gap-3">
          <button type="submit" className={buttonClass({})}>
            Show
          </button>
          {isNarrowed && (
            <a href={action} className="link py-2">
              Show all
            </a>
          )}
        </div>
      </div>
    </form>
  )
}

type FieldProps = { name: string; label: string; error: string | undefined; children: ReactNode }

function Field({ name, label, error, children }: FieldProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1 sm:w-44">
      <label htmlFor={`history-${name}`} className="text-sm font-medium">
        {label}
      </label>
      {children}
      {error !== undefined && (
        <p id={`history-${name}-error`} className="flex items-start gap-1 text-sm text-danger">
          <CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
          {error}
        </p>
      )}
    </div>
  )
}
