'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { Workspace } from '@/components/evidence/view'
import { faultOf } from '@/components/fault'
import { useTRPC } from '@/components/trpc'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ErrorNotice } from '@/components/ui/error-notice'
import { Progress } from '@/components/ui/progress'
import { Time } from '@/components/ui/time'
import { STATE_WORD } from './words'

/** Every text there was, newest first, each with its page. */
export function VersionList({ workspace }: { workspace: Workspace }) {
  const trpc = useTRPC()
  const working = workspace.summary.working
  const list = useInfiniteQuery({
    ...trpc.revision.versions.infiniteQueryOptions(
      { incidentId: workspace.incident.id, limit: 10 },
      { getNextPageParam: (page) => page.nextCursor },
    ),
    // A new state is a new list.
    staleTime: 0,
  })
  if (list.isPending) return <Progress label="Loading the texts" />
  if (list.isError) return <ErrorNotice title={faultOf(list.error).message} />
  const items = list.data.pages.flatMap((page) => page.items)
  return (
    <div className="flex flex-col items-start gap-2">
      <ol className="flex w-full flex-col divide-y divide-rule text-sm">
        {items.map((item) => (
          <li key={item.id} className="flex flex-col gap-0.5 py-1.5">
            <p className="flex flex-wrap items-center gap-x-2">
              <Link className="link" prefetch={false} href={`/desk/reviews/${item.id}`}>
                <Time value={(item.submittedAt ?? item.createdAt).toISOString()} precision="minute" />
              </Link>
              <Badge tone={item.id === working?.id ? 'accent' : 'neutral'}>{STATE_WORD[item.state]}</Badge>
              {item.publication !== null && <span>version {item.publication.number}</span>}
            </p>
            {item.authors.length > 0 && (
              <p className="text-ink-muted">
                By <bdi>{item.authors.join(', ')}</bdi>
              </p>
            )}
            {item.endReason !== null && (
              <p>
                <bdi>{item.endReason}</bdi>
              </p>
            )}
          </li>
        ))}
      </ol>
      {list.hasNextPage && (
        <Button size="small" isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          Earlier texts
        </Button>
      )}
    </div>
  )
}
