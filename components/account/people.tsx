'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { explanationOf } from '@/components/action/action-button'
import { faultOf, refusalWords } from '@/components/fault'
import { useTRPC } from '@/components/trpc'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Menu } from '@/components/ui/menu'
import { announce } from '@/components/ui/status'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { ROLE_LABEL } from '@/domain/policy'
import { Invitations } from './invitations'
import { PendingLinks } from './pending-links'
import { RankDialog } from './rank-dialog'
import type { Links, People, Person } from './view'

type Doing = { what: 'rank' | 'suspend' | 'restore' | 'reset'; person: Person }

type PeopleProps = {
  people: People
  /** The account after which the list begins, null at its beginning. */
  page: string | null
  /** Null where the person may not see them. */
  links: Links | null
  /** Where in the list of links this page of them begins, null at its head. */
  linksPlace: string | null
}

/** Both lists have their place in the address, and neither loses it to the other. */
function hrefOf(after: string | null, links: string | null): string {
  const given = Object.entries({ after, links }).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
  return given.length === 0 ? '/desk/team' : `/desk/team?${new URLSearchParams(given).toString()}`
}

/** Who is on the team, what each may do, and the links that wait to be used. */
export function PeoplePage({ people: initial, page, links: initialLinks, linksPlace }: PeopleProps) {
  const [people, setPeople] = useState(initial)
  const [links, setLinks] = useState(initialLinks)
  const [place, setPlace] = useState(linksPlace)
  // A new link stands at the head of the list.
  const showNewest = (pending: Links) => {
    setLinks(pending)
    setPlace(null)
    window.history.replaceState(null, '', hrefOf(page, null))
  }
  const [made, setMade] = useState<{ url: string; for: string } | null>(null)
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => {
    setDoing(null)
  }
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="people-heading" className="flex flex-col gap-2">
        <h2 id="people-heading" className="text-lg font-semibold">
          People
        </h2>
        <Table caption="Everybody on the team" isCaptionHidden className="relative">
          <thead>
            <tr>
              <ColumnHead>Name</ColumnHead>
              <ColumnHead>Role</ColumnHead>
              <ColumnHead className="max-sm:hidden">Since</ColumnHead>
              <ColumnHead>
                <span className="sr-only">What can be done</span>
              </ColumnHead>
            </tr>
          </thead>
          <tbody>
            {people.accounts.map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                onDo={(what) => {
                  setDoing({ what, person })
                }}
              />
            ))}
          </tbody>
        </Table>
        {(page !== null || people.nextCursor !== null) && (
          <p className="flex gap-4">
            {page !== null && (
              <a className="link" href={hrefOf(null, place)}>
                From the first
              </a>
            )}
            {people.nextCursor !== null && (
              <a className="link" href={hrefOf(people.nextCursor, place)}>
                More people
              </a>
            )}
          </p>
        )}
      </section>
      <Invitations
        canInvite={people.can.invite}
        made={made}
        onLinks={showNewest}
        onMade={(link) => {
          setMade(link)
          announce(`The link for ${link.for} is made.`)
        }}
      >
        {links !== null && (
          <PendingLinks links={links} place={place} hrefOf={(to) => hrefOf(page, to)} onLinks={setLinks} />
        )}
      </Invitations>
      {doing?.what === 'rank' && <RankDialog person={doing.person} page={page} onClose={close} onDone={setPeople} />}
      {doing !== null && doing.what !== 'rank' && (
        <Confirmation
          doing={doing}
          page={page}
          onClose={close}
          onPeople={setPeople}
          onReset={(url, pending) => {
            setMade({ url, for: doing.person.name })
            showNewest(pending)
          }}
        />
      )}
    </div>
  )
}

function PersonRow({ person, onDo }: { person: Person; onDo: (what: Doing['what']) => void }) {
  const { can } = person
  const entry = (what: Doing['what'], label: string, verdict: Person['can']['setRole'], tone?: 'danger') => ({
    id: what,
    label,
    onAction: () => {
      onDo(what)
    },
    isDisabled: !verdict.allowed,
    ...(verdict.allowed ? {} : { explanation: explanationOf(verdict) }),
    ...(tone && { tone }),
  })
  return (
    <tr>
      <RowHead>
        <bdi>{person.name}</bdi> {person.isSelf && <Badge tone="quiet">You</Badge>}
        {person.email !== null && (
          <span className="block text-sm font-normal wrap-anywhere text-ink-muted">{person.email}</span>
        )}
      </RowHead>
      <Cell>
        <span className="flex flex-wrap gap-1.5">
          <span>{ROLE_LABEL[person.role]}</span>
          {person.isAdmin && <Badge tone="accent">Accounts</Badge>}
          {person.isSuspended && <Badge tone="negative">Suspended</Badge>}
        </span>
      </Cell>
      <Cell className="max-sm:hidden">
        <Time value={person.createdAt.toISOString()} />
      </Cell>
      <Cell align="end">
        <Menu
          label={`What can be done with ${person.name}`}
          trigger={
            <Button size="small" aria-label={`Change ${person.name}`}>
              Change
            </Button>
          }
          items={[
            entry('rank', 'Role…', can.setRole),
            entry('reset', 'Link for a new password…', can.reset),
            person.isSuspended
              ? entry('restore', 'Restore…', can.restore)
              : entry('suspend', 'Suspend…', can.suspend, 'danger'),
          ]}
        />
      </Cell>
    </tr>
  )
}

const WORDS = {
  suspend: { title: 'Suspend', label: 'Suspend', done: 'is suspended.' },
  restore: { title: 'Restore', label: 'Restore', done: 'can sign in again.' },
  reset: { title: 'A new password for', label: 'Make the link', done: 'can set a new password by the link.' },
} as const

const WHAT_HAPPENS = {
  suspend:
    'From the next request on this account can do nothing, its browsers are signed out, and links it made stop working. Ballots in open rounds are not counted. It can be restored.',
  restore: 'The account can sign in again, with the role it had.',
  reset: 'You get a link that works once, within 72 hours. The password stays as it is until the link is used.',
} as const

type ConfirmationProps = {
  doing: Doing
  page: string | null
  onClose: () => void
  onPeople: (people: People) => void
  onReset: (url: string, pending: Links) => void
}

function Confirmation({ doing: { what, person }, page, onClose, onPeople, onReset }: ConfirmationProps) {
  const trpc = useTRPC()
  const [failed, setFailed] = useState<string | undefined>()
  const [version, setVersion] = useState(person.version)
  const onError = (error: unknown) => {
    const fault = faultOf(error)
    setFailed(fault.kind === 'conflict' ? `${fault.message} Press again to go ahead.` : refusalWords(fault))
    const current = fault.kind === 'conflict' ? (fault.current as { version: number } | undefined) : undefined
    if (current !== undefined) setVersion(current.version)
  }
  const finish = (done: string) => {
    announce(`${person.name} ${done}`)
    onClose()
  }
  const suspension = {
    onError,
    onSuccess: (people: People) => {
      onPeople(people)
      finish(what === 'suspend' ? WORDS.suspend.done : WORDS.restore.done)
    },
  }
  const suspend = useMutation({ ...trpc.account.suspend.mutationOptions(), ...suspension })
  const restore = useMutation({ ...trpc.account.restore.mutationOptions(), ...suspension })
  const reset = useMutation({
    ...trpc.account.createReset.mutationOptions(),
    onError,
    onSuccess: ({ url, pending }) => {
      onReset(url, pending)
      finish(WORDS.reset.done)
    },
  })
  if (what === 'rank') return null
  const words = WORDS[what]
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={`${words.title} ${person.name}`}
      confirmLabel={words.label}
      tone={what === 'suspend' ? 'danger' : 'normal'}
      isPending={suspend.isPending || restore.isPending || reset.isPending}
      error={failed}
      onConfirm={() => {
        const { id } = person
        if (what === 'suspend') suspend.mutate({ id, version, page })
        else if (what === 'restore') restore.mutate({ id, version, page })
        else reset.mutate({ accountId: id })
      }}
    >
      {WHAT_HAPPENS[what]}
    </ConfirmDialog>
  )
}
