'use client'

import { keepPreviousData, useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useState } from 'react'
import { ActionButton } from '@/components/action/action-button'
import { faultOf } from '@/components/fault'
import { useUrlText } from '@/components/form/use-url-text'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorNotice } from '@/components/ui/error-notice'
import { announce } from '@/components/ui/status'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { TextField } from '@/components/ui/text-field'
import { writeCoordinates } from '@/domain/coordinates'
import { PlaceForm, type PlaceView } from './place-form'
import { PRECISION_LABEL } from './words'

type Page = RouterOutputs['place']['search']
const PAGE = 50

export function PlaceList({ initial, initialText }: { initial: Page; initialText: string }) {
  const search = useUrlText(initialText)
  const list = usePlacePages(search.text, { page: initial, text: initialText })
  const [open, setOpen] = useState<PlaceView | 'new' | null>(null)
  const close = () => {
    setOpen(null)
  }
  return (
    <section aria-label="Places" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label="Search by any name"
          type="search"
          className="min-w-60 flex-1 sm:max-w-sm"
          value={search.typed}
          onChange={search.type}
        />
        <ActionButton
          verdict={initial.can.create}
          onPress={() => {
            setOpen('new')
          }}
        >
          New place
        </ActionButton>
      </div>
      {list.error !== null && <ErrorNotice title={faultOf(list.error).message} />}
      {list.places.length === 0 && !list.isFetching ? (
        <EmptyState title={search.text === '' ? 'There is no place yet.' : 'No place has such a name.'}>
          Places come with the incidents that happened there, or make one here.
        </EmptyState>
      ) : (
        <Rows places={list.places} onEdit={setOpen} />
      )}
      {list.hasMore && (
        <div>
          <Button onPress={list.more} isPending={list.isFetching}>
            Show more
          </Button>
        </div>
      )}
      {open !== null && (
        <Dialog isOpen onOpenChange={close} title={open === 'new' ? 'New place' : `Change ${open.name}`} size="medium">
          <PlaceForm
            {...(open !== 'new' && { place: open })}
            onCancel={close}
            onDone={(place) => {
              list.put(place)
              announce(`${place.name} is saved.`)
              close()
            }}
          />
        </Dialog>
      )}
    </section>
  )
}

function Rows({ places, onEdit }: { places: readonly PlaceView[]; onEdit: (place: PlaceView) => void }) {
  return (
    <Table caption="Places found" isCaptionHidden className="relative">
      <thead>
        <tr>
          <ColumnHead>Name</ColumnHead>
          <ColumnHead>Precision</ColumnHead>
          <ColumnHead>Coordinates</ColumnHead>
          <ColumnHead>
            <span className="sr-only">What can be done</span>
          </ColumnHead>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <tr key={place.id}>
            <RowHead className="min-w-40">
              <bdi>{place.name}</bdi>
              {place.names.length > 1 && (
                <span className="block text-sm font-normal text-ink-muted">
                  {place.names.slice(1).map((one, index) => (
                    <span key={`${one.name} ${index}`}>
                      {index > 0 && ' · '}
                      <bdi {...(one.language !== null && { lang: one.language })}>{one.name}</bdi>
                    </span>
                  ))}
                </span>
              )}
            </RowHead>
            <Cell className="whitespace-nowrap">{PRECISION_LABEL[place.precision]}</Cell>
            <Cell className="whitespace-nowrap tabular-nums">
              {place.latitude === null || place.longitude === null ? (
                <span className="text-ink-muted">Not known</span>
              ) : (
                writeCoordinates({ latitude: place.latitude, longitude: place.longitude })
              )}
            </Cell>
            <Cell align="end">
              <ActionButton
                size="small"
                verdict={place.can.edit}
                aria-label={`Change ${place.name}`}
                onPress={() => {
                  onEdit(place)
                }}
              >
                Change
              </ActionButton>
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** The pages of a search; a place that was changed takes its new form in them, and a new one stands first. */
function usePlacePages(text: string, first: { page: Page; text: string }) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const options = trpc.place.search.infiniteQueryOptions(
    { text, limit: PAGE },
    {
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
      ...(text === first.text && { initialData: { pages: [first.page], pageParams: [null] } }),
    },
  )
  const found = useInfiniteQuery(options)
  return {
    places: (found.data?.pages ?? []).flatMap((page) => page.places),
    error: found.error,
    isFetching: found.isFetching,
    hasMore: found.hasNextPage,
    more: () => void found.fetchNextPage(),
    put: (place: PlaceView) => {
      client.setQueryData(options.queryKey, (data) => data && withPlace(data, place))
    },
  }
}

function withPlace<P>(data: InfiniteData<Page, P>, place: PlaceView): InfiniteData<Page, P> {
  const isThere = data.pages.some((page) => page.places.some((one) => one.id === place.id))
  const pages = data.pages.map((page, index) => ({
    ...page,
    places: isThere
      ? page.places.map((one) => (one.id === place.id ? place : one))
      : index === 0
        ? [place, ...page.places]
        : page.places,
  }))
  return { ...data, pages }
}
