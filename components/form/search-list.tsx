'use client'

import type { InfiniteData } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/action/action-button'
import { faultOf } from '@/components/fault'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorNotice } from '@/components/ui/error-notice'
import { TextField } from '@/components/ui/text-field'
import type { Verdict } from '@/domain/verdict'
import type { useUrlText } from './use-url-text'

type SearchListProps = {
  label: string
  search: ReturnType<typeof useUrlText>
  /** What there is one of in each row, in lower case. */
  noun: string
  canCreate: Verdict
  onCreate: () => void
  list: { error: unknown; isFetching: boolean; hasMore: boolean; more: () => void }
  isEmpty: boolean
  emptyHint: string
  /** The rows. */
  children: ReactNode
}

/** A list that is searched by name as one types, page by page, to which one can add. */
export function SearchList(props: SearchListProps) {
  const { label, search, noun, canCreate, onCreate, list, isEmpty, emptyHint, children } = props
  return (
    <section aria-label={label} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label="Search by any name"
          type="search"
          className="min-w-48 flex-1 sm:max-w-sm"
          value={search.typed}
          onChange={search.type}
        />
        <ActionButton verdict={canCreate} onPress={onCreate}>
          {`New ${noun}`}
        </ActionButton>
      </div>
      {list.error !== null && <ErrorNotice title={faultOf(list.error).message} />}
      {isEmpty && !list.isFetching ? (
        <EmptyState title={search.text === '' ? `There is no ${noun} yet.` : `No ${noun} has such a name.`}>
          {emptyHint}
        </EmptyState>
      ) : (
        children
      )}
      {list.hasMore && (
        <div>
          <Button onPress={list.more} isPending={list.isFetching}>
            Show more
          </Button>
        </div>
      )}
    </section>
  )
}

type Named = { name: string; language: string | null }

/** The other names of what a row is about, each in its own direction and language. */
export function OtherNames({ names }: { names: readonly Named[] }) {
  if (names.length === 0) return null
  return (
    <span className="block text-sm font-normal text-ink-muted">
      {names.map((one, index) => (
        <span key={`${one.name} ${index}`}>
          {index > 0 && ' · '}
          <bdi {...(one.language !== null && { lang: one.language })}>{one.name}</bdi>
        </span>
      ))}
    </span>
  )
}

/** The pages of a list with an item in its new form, or in front of the first page where it is new. */
export function withItem<Page, Param, Item extends { id: string }>(
  data: InfiniteData<Page, Param>,
  item: Item,
  items: { of: (page: Page) => Item[]; put: (page: Page, items: Item[]) => Page },
): InfiniteData<Page, Param> {
  const isThere = data.pages.some((page) => items.of(page).some((one) => one.id === item.id))
  const pages = data.pages.map((page, index) => {
    if (isThere)
      return items.put(
        page,
        items.of(page).map((one) => (one.id === item.id ? item : one)),
      )
    return index === 0 ? items.put(page, [item, ...items.of(page)]) : page
  })
  return { ...data, pages }
}
