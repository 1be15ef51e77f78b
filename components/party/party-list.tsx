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
import type { PartyKind } from '@/domain/words'
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
    <section aria-label={isOutlets ? 'Outlets and grades' : 'Parties'} className="flex flex-col gap-3">
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
            setDoing({ what: 'create' })
          }}
        >
          {`New ${noun}`}
        </ActionButton>
      </div>
      {list.error !== null && <ErrorNotice title={faultOf(list.error).message} />}
      {list.parties.length === 0 && !list.isFetching ? (
        <EmptyState title={search.text === '' ? `There is no ${noun} yet.` : `No ${noun} has such a name.`}>
          {isOutlets
            ? 'An outlet comes with the first source that names it, or make one here. Only outlets and agencies are graded.'
            : 'Parties come with the incidents they have to do with, or make one here.'}
        </EmptyState>
      ) : (
        <Rows parties={list.parties} isOutlets={isOutlets} onDo={setDoing} />
      )}
      {list.hasMore && (
        <div>
          <Button onPress={list.more} isPending={list.isFetching}>
            Show more
          </Button>
        </div>
      )}
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
            onDone={(party) => {
              list.put(party)
              announce(`${party.name} is saved.`)
              close()
            }}
          />
        </Dialog>
      )}
    </section>
  )
}

type RowsProps = { parties: readonly PartyView[]; isOutlets: boolean; onDo: (doing: Doing) => void }

function Rows({ parties, isOutlets, onDo }: RowsProps) {
  return (
    <Table caption={isOutlets ? 'Outlets and agencies found' : 'Parties found'} isCaptionHidden className="relative">
      <thead>
        <tr>
          <ColumnHead>Name</ColumnHead>
          <ColumnHead>Kind</ColumnHead>
          <ColumnHead>{isOutlets ? 'Reliability' : 'Note'}</ColumnHead>
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
              {party.aliases.length > 0 && (
                <span className="block text-sm font-normal text-ink-muted">
                  {party.aliases.map((alias, index) => (
                    <span key={`${alias.name} ${index}`}>
                      {index > 0 && ' · '}
                      <bdi {...(alias.language !== null && { lang: alias.language })}>{alias.name}</bdi>
                    </span>
                  ))}
                </span>
              )}
            </RowHead>
            <Cell className="whitespace-nowrap">{PARTY_KIND_LABEL[party.kind]}</Cell>
            <Cell className="min-w-48">{isOutlets ? <GradeMark grade={party.grade} /> : <bdi>{party.note}</bdi>}</Cell>
            <Cell align="end">
              <span className="inline-flex gap-1.5">
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
      client.setQueryData(options.queryKey, (data) => data && withParty(data, party))
    },
  }
}

function withParty<P>(data: InfiniteData<Page, P>, party: PartyView): InfiniteData<Page, P> {
  const isThere = data.pages.some((page) => page.parties.some((one) => one.id === party.id))
  const pages = data.pages.map((page, index) => ({
    ...page,
    parties: isThere
      ? page.parties.map((one) => (one.id === party.id ? party : one))
      : index === 0
        ? [party, ...page.parties]
        : page.parties,
  }))
  return { ...data, pages }
}
