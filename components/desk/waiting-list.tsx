import Link from 'next/link'
import type { ReactNode } from 'react'
import { languageWord } from '@/components/rendition/view'
import { reviewHref } from '@/components/review/href'
import type { RouterOutputs } from '@/components/trpc'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Time } from '@/components/ui/time'

type Home = RouterOutputs['desk']['home']

/** What waits for the person who is signed in, and the way to each. */
export function WaitingList({ home }: { home: Home }) {
  const { rounds, reviews, changes, stale } = home
  const isQuiet = [rounds, reviews, changes, stale].every((list) => list.items.length === 0)
  if (isQuiet)
    return (
      <EmptyState title="Nothing waits for you">Votes, reviews and changes asked of you will stand here.</EmptyState>
    )
  return (
    <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
      <Group
        title="Votes"
        list={rounds}
        action={
          <LinkButton href="/desk/ballots" size="small" variant="primary">
            Vote on all in one pass
          </LinkButton>
        }
      >
        {rounds.items.map((item) => (
          <Item key={item.roundId} incident={item.incident} hash={`claim-${item.claimId}`} name={item.claim}>
            Round {item.number}, open since <Time value={item.openedAt.toISOString()} />
          </Item>
        ))}
      </Group>
      <Group title="Reviews" list={reviews}>
        {reviews.items.map((item) => (
          <li key={item.revisionId}>
            <Link href={reviewHref(item)} prefetch={false} className="link font-medium">
              <bdi>{item.incident.title}</bdi>
            </Link>
            <p className="text-sm text-ink-muted">
              {item.submittedAt !== null && (
                <>
                  Submitted <Time value={item.submittedAt.toISOString()} />
                </>
              )}
              {item.language !== null && ` · translation into ${languageWord(item.language)}`}
              {item.isChanged && ' · approved, and the page has changed since'}
            </p>
          </li>
        ))}
      </Group>
      <Group title="Changes asked of you" list={changes}>
        {changes.items.map((item) => (
          <li key={item.revisionId}>
            <Link
              href={item.language === null ? `/desk/incidents/${item.incident.id}?part=summary` : reviewHref(item)}
              prefetch={false}
              className="link font-medium"
            >
              <bdi>{item.incident.title}</bdi>
            </Link>
            <p className="line-clamp-2 text-sm text-ink-muted">
              <bdi>{item.by}</bdi>: <span dir="auto">{item.comment}</span>
            </p>
          </li>
        ))}
      </Group>
      <Group title="Published, gone stale" list={stale}>
        {stale.items.map((item) => (
          <Item key={item.claimId} incident={item.incident} hash={`claim-${item.claimId}`} name={item.claim}>
            Its evidence has changed since the vote
          </Item>
        ))}
      </Group>
    </div>
  )
}

type GroupProps = {
  title: string
  list: { items: readonly unknown[]; more: boolean }
  action?: ReactNode
  children: ReactNode
}

function Group({ title, list, action, children }: GroupProps) {
  if (list.items.length === 0) return null
  return (
    <section className="flex flex-col gap-2">
      <h2 className="label-caps">{title}</h2>
      <ul className="flex flex-col gap-2">{children}</ul>
      {list.more && <p className="text-sm text-ink-muted">And more.</p>}
      {action !== undefined && <div>{action}</div>}
    </section>
  )
}

type ItemProps = { incident: { id: string; title: string }; hash: string; name: string; children: ReactNode }

function Item({ incident, hash, name, children }: ItemProps) {
  return (
    <li>
      <Link href={`/desk/incidents/${incident.id}?part=claims#${hash}`} prefetch={false} className="link font-medium">
        <bdi>{name}</bdi>
      </Link>
      <p className="text-sm text-ink-muted">
        <bdi>{incident.title}</bdi> · {children}
      </p>
    </li>
  )
}
