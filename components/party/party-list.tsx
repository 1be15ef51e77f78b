'use client'

import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ActionButton } from '@/components/action/action-button'
import { OtherNames, SearchList, withItem } from '@/components/form/search-list'
import { useUrlText } from '@/components/form/use-url-text'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { announce } from '@/components/ui/status'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import type { PartyKind } from '@/domain/words'
import { DoubleParties } from './double-parties'
import { GradeDialog } from './grade-dialog'
import { GradeMark } from './grade-mark'
import { PartyForm, type PartyView } from './party-form'
import { PARTY_KIND_LABEL } from './words'

type Page = RouterOutputs['party']['search']
type Doing = { what: 'edit' | 'grade'; party: PartyView } | { what: 'create' }

type PartyListProps = {
  /** Outlets and agencies with their grades, or every party. */
  mode: 'outlets' | 'parties'
  initial: Page
  initialText: string
}

const OUTLET_KINDS: PartyKind[] = ['outlet', 'agency']
const PAGE = 50

export function PartyList({ mode, initial, initialText }: PartyListProps) {
  const isOutlets = mode === 'outlets'
  const search = useUrlText(initialText)
  const list = usePartyPages(isOutlets ? OUTLET_KINDS : null, search.text, { page: initial, text: initialText })
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => {
    setDoing(null)
  }
  const noun = isOutlets ? 'outlet' : 'party'
  return (
    <>
      {!isOutlets && <DoubleParties />}
      <SearchList
        label={isOutlets ? 'Outlets and grades' : 'Parties'}
        search={search}
        noun={noun}
        canCreate={initial.can.create}
        onCreate={() => {
          setDoing({ what: 'create' })
        }}
        list={list}
        isEmpty={list.parties.length === 0}
        emptyHint={
          isOutlets
            ? 'An outlet comes with the first source that names it, or make one here. Only outlets and agencies are graded.'
            : 'Parties come with the incidents they have to do with, or make one here.'
        }
      >
        <Rows parties={list.parties} isOutlets={isOutlets} onDo={setDoing} />
      </SearchList>
      {doing?.what === 'grade' && <GradeDialog party={doing.party} onClose={close} onDone={list.put} />}
      {doing !== null && doing.what !== 'grade' && (
        <Dialog
          isOpen
          onOpenChange={close}
          title={doing.what === 'create' ? `New ${noun}` : `Change ${doing.party.name}`}
        >
          <PartyForm
            {...(doing.what === 'edit' ? { party: doing.party } : { initialKind: isOutlets ? 'outlet' : undefined })}
            onCancel={close}
            onMet={list.put}
            onUse={(party) => {
              setDoing({ what: 'edit', party })
            }}
            onDone={(party) => {
              list.put(party)
              announce(`${party.name} is saved.`)
              close()
            }}
          />
        </Dialog>
      )}
    </>
  )
}

type RowsProps = { parties: readonly PartyView[]; isOutlets: boolean; onDo: (doing: Doing) => void }

function Rows({ parties, isOutlets, onDo }: RowsProps) {
  return (
    <Table caption={isOutlets ? 'Outlets and agencies found' : 'Parties found'} isCaptionHidden className="relative">
      <thead>
        <tr>
          <ColumnHead>Name</ColumnHead>
          <ColumnHead className="max-sm:hidden">Kind</ColumnHead>
          <ColumnHead className="max-md:hidden">{isOutlets ? 'Reliability' : 'Note'}</ColumnHead>
          <ColumnHead>
            <span className="sr-only">What can be done</span>
          </ColumnHead>
        </tr>
      </thead>
      <tbody>
        {parties.map((party) => (
          <tr key={party.id}>
            <RowHead className="min-w-40">
              <bdi>{party.name}</bdi>
              <OtherNames names={party.aliases} />
              <span className="block text-sm font-normal text-ink-muted sm:hidden">{PARTY_KIND_LABEL[party.kind]}</span>
              <span className="block text-sm font-normal md:hidden">
                <About party={party} isOutlets={isOutlets} />
              </span>
            </RowHead>
            <Cell className="whitespace-nowrap max-sm:hidden">{PARTY_KIND_LABEL[party.kind]}</Cell>
            <Cell className="min-w-48 max-md:hidden">
              <About party={party} isOutlets={isOutlets} />
            </Cell>
            <Cell align="end">
              <span className="inline-flex gap-1.5 max-sm:flex-col">
                {isOutlets && (
                  <Button
                    size="small"
                    aria-label={`Grade ${party.name}`}
                    onPress={() => {
                      onDo({ what: 'grade', party })
                    }}
                  >
                    Grade
                  </Button>
                )}
                <ActionButton
                  size="small"
                  verdict={party.can.edit}
                  aria-label={`Change ${party.name}`}
                  onPress={() => {
                    onDo({ what: 'edit', party })
                  }}
                >
                  Change
                </ActionButton>
              </span>
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Its grade, or what is noted of it. */
function About({ party, isOutlets }: { party: PartyView; isOutlets: boolean }) {
  return isOutlets ? <GradeMark grade={party.grade} /> : <bdi>{party.note}</bdi>
}

const OF_PAGE = {
  of: (page: Page) => page.parties,
  put: (page: Page, parties: PartyView[]) => ({ ...page, parties }),
}

/** The pages of a search; a party that was changed takes its new form in them, and a new one stands first. */
function usePartyPages(kinds: PartyKind[] | null, text: string, first: { page: Page; text: string }) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const input = { text, limit: PAGE, ...(kinds && { kinds }) }
  const options = trpc.party.search.infiniteQueryOptions(input, {
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    ...(text === first.text && { initialData: { pages: [first.page], pageParams: [null] } }),
  })
  const found = useInfiniteQuery(options)
  const pages = found.data?.pages ?? []
  return {
    parties: pages.flatMap((page) => page.parties),
    error: found.error,
    isFetching: found.isFetching,
    hasMore: found.hasNextPage,
    more: () => void found.fetchNextPage(),
    put: (party: PartyView) => {
      client.setQueryData(options.queryKey, (data) => data && withItem(data, party, OF_PAGE))
      // Another name may make it a likely double of another, or end that.
      void client.invalidateQueries({ queryKey: trpc.party.doubles.queryKey() })
    },
  }
}
