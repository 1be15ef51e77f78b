'use client'

import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ActionButton } from '@/components/action/action-button'
import { OtherNames, SearchList, withItem } from '@/components/form/search-list'
import { useUrlText } from '@/components/form/use-url-text'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { Dialog } from '@/components/ui/dialog'
import { announce } from '@/components/ui/status'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { writeCoordinates } from '@/domain/coordinates'
import { DoublePlaces } from './double-places'
import { GeonamesCredit } from './geonames-credit'
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
    <>
      <DoublePlaces />
      <SearchList
        label="Places"
        search={search}
        noun="place"
        canCreate={initial.can.create}
        onCreate={() => {
          setOpen('new')
        }}
        list={list}
        isEmpty={list.places.length === 0}
        emptyHint="Places come with the incidents that happened there, or make one here."
      >
        <Rows places={list.places} onEdit={setOpen} />
        {list.places.some(({ geonamesId }) => geonamesId !== null) && <GeonamesCredit />}
      </SearchList>
      {open !== null && (
        <Dialog isOpen onOpenChange={close} title={open === 'new' ? 'New place' : `Change ${open.name}`} size="medium">
          <PlaceForm
            {...(open !== 'new' && { place: open })}
            onCancel={close}
            onMet={list.put}
            onUse={setOpen}
            onDone={(place) => {
              list.put(place)
              announce(`${place.name} is saved.`)
              close()
            }}
          />
        </Dialog>
      )}
    </>
  )
}

function Rows({ places, onEdit }: { places: readonly PlaceView[]; onEdit: (place: PlaceView) => void }) {
  return (
    <Table caption="Places found" isCaptionHidden className="relative">
      <thead>
        <tr>
          <ColumnHead>Name</ColumnHead>
          <ColumnHead className="max-sm:hidden">Precision</ColumnHead>
          <ColumnHead className="max-sm:hidden">Coordinates</ColumnHead>
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
              <OtherNames names={place.names.slice(1)} />
              <span className="block text-sm font-normal text-ink-muted sm:hidden">
                {PRECISION_LABEL[place.precision]} · <Point place={place} />
              </span>
            </RowHead>
            <Cell className="whitespace-nowrap max-sm:hidden">{PRECISION_LABEL[place.precision]}</Cell>
            <Cell className="whitespace-nowrap tabular-nums max-sm:hidden">
              <Point place={place} />
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

function Point({ place: { latitude, longitude } }: { place: PlaceView }) {
  if (latitude === null || longitude === null) return <span className="text-ink-muted">Not known</span>
  return writeCoordinates({ latitude, longitude })
}

const OF_PAGE = {
  of: (page: Page) => page.places,
  put: (page: Page, places: PlaceView[]) => ({ ...page, places }),
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
      client.setQueryData(options.queryKey, (data) => data && withItem(data, place, OF_PAGE))
      // Another name may make it a likely double of another, or end that.
      void client.invalidateQueries({ queryKey: trpc.place.doubles.queryKey() })
    },
  }
}
