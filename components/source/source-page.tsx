'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import type { Workspace } from '@/components/evidence/view'
import { useTRPC } from '@/components/trpc'
import { EmptyState } from '@/components/ui/empty-state'
import { SourceDetail } from './source-detail'
import { placeHref, usePlace } from './use-place'

/** One source on a page of its own, for long reading. */
export function SourcePage({ initial, sourceId }: { initial: Workspace; sourceId: string }) {
  const trpc = useTRPC()
  const { data: workspace } = useQuery({
    ...trpc.incident.get.queryOptions({ id: initial.incident.id }),
    initialData: initial,
  })
  const place = usePlace()
  const source = workspace.sources.find((candidate) => candidate.id === sourceId)
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4">
      <Link
        href={placeHref(workspace.incident.id, { source: sourceId })}
        prefetch={false}
        className="link inline-flex items-center gap-1 self-start text-sm"
      >
        <ArrowLeft aria-hidden className="size-4 shrink-0 rtl:-scale-x-100" />
        <bdi>{workspace.incident.title}</bdi>
      </Link>
      <h1 className="sr-only">Source of {workspace.incident.title}</h1>
      {source === undefined ? (
        <EmptyState title="There is no such source in this incident." />
      ) : (
        <>
          <h2 className="sr-only">The source</h2>
          <SourceDetail workspace={workspace} source={source} captureId={place.capture} isWide />
        </>
      )}
    </div>
  )
}
