'use client'

import { Select, type SelectOption } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { CONTROL } from '@/components/ui/styles'
import { GRADE_LABEL, GRADES, LEVEL_INFO, LEVELS } from '@/domain/levels'
import { SEARCH_STATUSES } from '@/domain/search'
import type { Asked, AskedPart } from './asked'
import { STATUS_WORDS } from './words'

type SearchFiltersProps = { asked: Asked; onChange: (part: AskedPart, value: string) => void }

const ANY: SelectOption<string> = { id: 'any', label: 'Any' }
const OPTIONS = {
  grade: [ANY, ...GRADES.map((grade) => ({ id: grade, label: `${grade} · ${GRADE_LABEL[grade]}` }))],
  level: [
    ANY,
    ...LEVELS.map((level) => ({ id: level, label: LEVEL_INFO[level].label })),
    { id: 'none', label: 'Not yet judged' },
  ],
  status: [ANY, ...SEARCH_STATUSES.map((status) => ({ id: status, label: STATUS_WORDS[status] }))],
} satisfies Partial<Record<AskedPart, SelectOption<string>[]>>

/** What one narrows by; each change is looked for at once. */
export function SearchFilters({ asked, onChange }: SearchFiltersProps) {
  const text = (part: AskedPart, label: string, description?: string) => (
    <TextField
      label={label}
      {...(description !== undefined && { description })}
      value={asked[part]}
      onChange={(value) => {
        onChange(part, value)
      }}
    />
  )
  const choice = (part: keyof typeof OPTIONS, label: string) => (
    <Select
      label={label}
      options={OPTIONS[part]}
      value={asked[part] === '' ? 'any' : asked[part]}
      onChange={(value) => {
        onChange(part, value === 'any' ? '' : value)
      }}
    />
  )
  return (
    <div className="flex flex-col gap-3">
      {text('place', 'Place', 'Names in any spelling')}
      {text('party', 'Party')}
      <Days legend="Happened" from="happenedFrom" to="happenedTo" asked={asked} onChange={onChange} />
      {choice('status', 'Status')}
      {choice('level', 'Level')}
      {text('outlet', 'Outlet')}
      {choice('grade', 'Outlet’s grade')}
      {text('language', 'Language', 'A tag, such as ru')}
      <Days legend="Published" from="publishedFrom" to="publishedTo" asked={asked} onChange={onChange} />
    </div>
  )
}

type DaysProps = SearchFiltersProps & { legend: string; from: AskedPart; to: AskedPart }

function Days({ legend, from, to, asked, onChange }: DaysProps) {
  const day = (part: AskedPart, label: string) => (
    <label className="flex min-w-36 flex-1 flex-col gap-1 text-sm">
      {label}
      <input
        type="date"
        className={CONTROL}
        value={asked[part]}
        min="1000-01-01"
        max="2999-12-31"
        onChange={(event) => {
          onChange(part, event.target.value)
        }}
      />
    </label>
  )
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="text-sm font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {day(from, 'From')}
        {day(to, 'To')}
      </div>
    </fieldset>
  )
}
