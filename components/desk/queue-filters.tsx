'use client'

import { ChevronDown } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { STATUS_LABEL } from '@/components/incident/words'
import { buttonClass, CONTROL } from '@/components/ui/styles'
import { INCIDENT_STATUSES, type IncidentFilters } from '@/domain/input/incident'
import { LEVELS, LEVEL_INFO } from '@/domain/levels'

/** How many filters beside the text are set. */
function countOf({ text: _, ...others }: IncidentFilters): number {
  return Object.values(others).filter((value) => value !== undefined && value !== null && value !== '').length
}

/**
 * A plain form that writes the address, so that it can be kept. On a phone all but the text wait behind a button, and
 * the incidents stay within sight.
 */
export function QueueFilters({ filters }: { filters: IncidentFilters }) {
  const count = countOf(filters)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <form action="/desk" role="search" aria-label="Incidents" className="flex flex-wrap items-end gap-3">
      <Labelled label="Text" name="text">
        <input id="filter-text" type="search" name="text" defaultValue={filters.text ?? ''} className={CONTROL} />
      </Labelled>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls="more-filters"
        className={`${buttonClass({ variant: 'quiet' })} sm:hidden`}
        onClick={() => {
          setIsOpen(!isOpen)
        }}
      >
        {count === 0 ? 'Filters' : `Filters (${count})`}
        <ChevronDown aria-hidden className={isOpen ? 'rotate-180' : undefined} />
      </button>
      <div
        id="more-filters"
        className={`grid w-full grid-cols-2 items-end gap-3 sm:contents ${isOpen ? '' : 'max-sm:hidden'}`}
      >
        <Others filters={filters} />
      </div>
      <button type="submit" className={buttonClass({})}>
        Show
      </button>
      {(count > 0 || (filters.text ?? '') !== '') && (
        <a href="/desk" className="link py-2">
          Show all
        </a>
      )}
    </form>
  )
}

function Others({ filters }: { filters: IncidentFilters }) {
  return (
    <>
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
    </>
  )
}

function Labelled({ label, name, children }: { label: string; name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-32 flex-1 flex-col gap-1 sm:max-w-48">
      <label htmlFor={`filter-${name}`} className="text-sm font-medium">
        {label}
      </label>
      {children}
    </div>
  )
}
