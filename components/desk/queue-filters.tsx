import { STATUS_LABEL } from '@/components/incident/words'
import type { ReactNode } from 'react'
import { buttonClass, CONTROL } from '@/components/ui/styles'
import { INCIDENT_STATUSES, type IncidentFilters } from '@/domain/input/incident'
import { LEVELS, LEVEL_INFO } from '@/domain/levels'

/** A plain form that writes the address: it works before any script has come, and the address can be kept. */
export function QueueFilters({ filters }: { filters: IncidentFilters }) {
  const isNarrowed = Object.values(filters).some((value) => value !== undefined && value !== null && value !== '')
  return (
    <form
      action="/desk"
      role="search"
      aria-label="Incidents"
      className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
    >
      <Labelled label="Text" name="text">
        <input id="filter-text" type="search" name="text" defaultValue={filters.text ?? ''} className={CONTROL} />
      </Labelled>
      <Labelled label="Status" name="status">
        <select id="filter-status" name="status" defaultValue={filters.status ?? ''} className={CONTROL}>
          <option value="">Any</option>
          {INCIDENT_STATUSES.map((status) => (
            <option key={status} value={status}>
              {STATUS_LABEL[status]}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled label="Level" name="level">
        <select id="filter-level" name="level" defaultValue={filters.level ?? ''} className={CONTROL}>
          <option value="">Any</option>
          {LEVELS.map((level) => (
            <option key={level} value={level}>
              {LEVEL_INFO[level].label}
            </option>
          ))}
          <option value="none">Not yet judged</option>
        </select>
      </Labelled>
      <Labelled label="Place" name="place">
        <input id="filter-place" type="search" name="place" defaultValue={filters.place ?? ''} className={CONTROL} />
      </Labelled>
      <Labelled label="Tag" name="tag">
        <input id="filter-tag" type="search" name="tag" defaultValue={filters.tag ?? ''} className={CONTROL} />
      </Labelled>
      <label className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-11">
        <input
          type="checkbox"
          name="mine"
          value="1"
          defaultChecked={filters.mine === true}
          className="size-4.5 accent-accent"
        />
        Mine
      </label>
      <button type="submit" className={buttonClass({})}>
        Show
      </button>
      {isNarrowed && (
        <a href="/desk" className="link py-2">
          Show all
        </a>
      )}
    </form>
  )
}

function Labelled({ label, name, children }: { label: string; name: string; children: ReactNode }) {
  return (
    <div className="flex w-full min-w-32 flex-col gap-1 sm:w-auto sm:max-w-48 sm:flex-1">
      <label htmlFor={`filter-${name}`} className="text-sm font-medium">
        {label}
      </label>
      {children}
    </div>
  )
}
