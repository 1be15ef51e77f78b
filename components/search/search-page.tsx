'use client'

import { SlidersHorizontal } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Actions, Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import { LIMITS } from '@/domain/input/text'
import type { RouterOutputs } from '@/components/trpc'
import { countFilters, FILTERS, type Asked } from './asked'
import { KindTabs } from './kind-tabs'
import { SearchFilters } from './search-filters'
import { SearchResults } from './search-results'
import { useAsked, useCounts, useFound } from './use-search'
import { takeWanted } from './wanted-field'

type SearchPageProps = { initial: Asked; first: RouterOutputs['search']['find'] }

const FIELD = 'input[type=search]'

/** The whole desk, searched as one types. */
export function SearchPage({ initial, first }: SearchPageProps) {
  const search = useAsked(initial)
  const { asked, settled, change } = search
  const found = useFound(settled, { asked: initial, page: first })
  const counts = useCounts(settled)
  const list = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takeWanted()) page.current?.querySelector<HTMLElement>(FIELD)?.focus()
  }, [])
  const filters = countFilters(asked)
  const clear = () => {
    search.set((before) => ({ ...before, ...Object.fromEntries(FILTERS.map((part) => [part, ''])) }))
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrow keys of the list, from the field on
    <div
      ref={page}
      className="grid gap-x-8 gap-y-3 lg:grid-cols-[16rem_minmax(0,1fr)]"
      onKeyDown={(event) => moveBetween(event, list.current)}
    >
      <h1 className="text-xl font-semibold lg:col-span-2">Search</h1>
      <div className="flex items-end gap-2 lg:col-span-2 lg:max-w-3xl" role="search" aria-label="The desk">
        <TextField
          label="Search the desk"
          type="search"
          className="flex-1"
          value={asked.text}
          maxLength={LIMITS.name}
          autoComplete="off"
          spellCheck="false"
          onChange={(text) => {
            change('text', text)
          }}
        />
        <FilterDialog count={filters} onClear={clear}>
          <SearchFilters asked={asked} onChange={change} />
        </FilterDialog>
      </div>
      <aside aria-label="Narrow by" className="max-lg:hidden">
        <SearchFilters asked={asked} onChange={change} />
        {filters > 0 && (
          <Button variant="quiet" size="small" onPress={clear} className="mt-3">
            Clear what it is narrowed by
          </Button>
        )}
      </aside>
      <div ref={list} className="flex min-w-0 flex-col gap-2 lg:max-w-3xl">
        <KindTabs
          counts={counts.data}
          kind={asked.kind}
          onPick={(kind) => {
            change('kind', kind)
          }}
        />
        <SearchResults
          found={found}
          asked={settled}
          isWaiting={!search.isSettled || found.isPlaceholderData}
          onText={(text) => {
            change('text', text)
          }}
        />
      </div>
    </div>
  )
}

type FilterDialogProps = { count: number; onClear: () => void; children: React.ReactNode }

/** On a narrow screen what one narrows by waits behind a button. */
function FilterDialog({ count, onClear, children }: FilterDialogProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div className="lg:hidden">
      <Button
        icon={<SlidersHorizontal aria-hidden />}
        onPress={() => {
          setIsOpen(true)
        }}
      >
        {count === 0 ? 'Filters' : `Filters (${count})`}
      </Button>
      <Dialog isOpen={isOpen} onOpenChange={setIsOpen} title="Narrow by" isDismissable>
        {children}
        <Actions>
          <Button
            variant="primary"
            onPress={() => {
              setIsOpen(false)
            }}
          >
            Show what is found
          </Button>
          {count > 0 && <Button onPress={onClear}>Clear</Button>}
        </Actions>
      </Dialog>
    </div>
  )
}

/** Down and up go from the field through what was found and back; Enter opens it, as any link. */
function moveBetween(event: KeyboardEvent<HTMLElement>, list: HTMLElement | null) {
  if (list === null || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || event.altKey || event.ctrlKey) return
  const target = event.target instanceof HTMLElement ? event.target : null
  const field = event.currentTarget.querySelector<HTMLElement>(FIELD)
  const hits = [...list.querySelectorAll<HTMLElement>('[data-hit]')]
  const at = target === null ? -1 : hits.indexOf(target)
  if (at < 0 && (target !== field || event.key === 'ArrowUp')) return
  const next = event.key === 'ArrowDown' ? hits[at + 1] : at === 0 ? field : hits[at - 1]
  if (next == null) return
  event.preventDefault()
  next.focus()
}
