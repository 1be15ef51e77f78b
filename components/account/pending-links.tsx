'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { faultOf } from '@/components/fault'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorNotice } from '@/components/ui/error-notice'
import { Pagination } from '@/components/ui/pagination'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { ROLE_LABEL } from '@/domain/policy'
import type { Links } from './view'

type PendingLinksProps = {
  links: Links
  /** Where in the list this page begins; null at its head. */
  place: string | null
  /** Where the head of the list, or what comes after this page, is. */
  hrefOf: (place: string | null) => string
  onLinks: (links: Links) => void
}

/** Invitations and resets that could still be used, newest first. */
export function PendingLinks({ links, place, hrefOf, onLinks }: PendingLinksProps) {
  const trpc = useTRPC()
  const [failed, setFailed] = useState<string | null>(null)
  const revoke = useMutation({
    ...trpc.account.revokeLink.mutationOptions(),
    onSuccess: (after) => {
      setFailed(null)
      onLinks(after)
    },
    onError: (error) => {
      setFailed(faultOf(error).message)
    },
  })
  return (
    <>
      {failed !== null && <ErrorNotice title={failed} />}
      {links.links.length === 0 && <NoLink isFurtherOn={place !== null} />}
      {links.links.length > 0 && (
        <Table caption="Links that wait to be used" className="relative">
          <thead>
            <tr>
              <ColumnHead>For</ColumnHead>
              <ColumnHead className="max-sm:hidden">Kind</ColumnHead>
              <ColumnHead className="max-sm:hidden">Made by</ColumnHead>
              <ColumnHead>Works until</ColumnHead>
              <ColumnHead>
                <span className="sr-only">Withdraw</span>
              </ColumnHead>
            </tr>
          </thead>
          <tbody>
            {links.links.map((link) => (
              <LinkRow
                key={link.id}
                link={link}
                isPending={revoke.isPending && revoke.variables.id === link.id}
                onWithdraw={() => {
                  revoke.mutate({ id: link.id, page: place })
                }}
              />
            ))}
          </tbody>
        </Table>
      )}
      <Pagination
        label="Pages of links"
        newer={place === null ? undefined : hrefOf(null)}
        older={links.nextCursor === null ? undefined : hrefOf(links.nextCursor)}
      />
    </>
  )
}

function NoLink({ isFurtherOn }: { isFurtherOn: boolean }) {
  if (isFurtherOn) return <EmptyState title="No further link waits to be used.">The newer ones come first.</EmptyState>
  return <EmptyState title="No link waits to be used.">An invitation shows here until it is used.</EmptyState>
}

/** Where it has to be broken, it is broken behind its @ first. */
function Address({ email }: { email: string }) {
  const at = email.lastIndexOf('@') + 1
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  )
}

type LinkRowProps = { link: Links['links'][number]; isPending: boolean; onWithdraw: () => void }

function LinkRow({ link, isPending, onWithdraw }: LinkRowProps) {
  const kind = link.kind === 'reset' ? 'New password' : ROLE_LABEL[link.role ?? 'observer']
  const what = link.isAdmin ? `${kind}, accounts` : kind
  return (
    <tr>
      <RowHead className="wrap-anywhere sm:min-w-40">
        <Address email={link.email} />
        <span className="block text-sm font-normal text-ink-muted sm:hidden">{what}</span>
      </RowHead>
      <Cell className="max-sm:hidden">{what}</Cell>
      <Cell className="max-sm:hidden">
        <bdi>{link.createdByName ?? 'The command line'}</bdi>
      </Cell>
      <Cell>
        <Time value={link.expiresAt.toISOString()} precision="minute" />
      </Cell>
      <Cell align="end">
        <Button
          size="small"
          aria-label={`Withdraw the link for ${link.email}`}
          isPending={isPending}
          onPress={onWithdraw}
        >
          Withdraw
        </Button>
      </Cell>
    </tr>
  )
}
