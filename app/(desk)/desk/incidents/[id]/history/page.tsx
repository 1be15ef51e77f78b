import type { Metadata } from 'next'
import Link from 'next/link'
import { HistoryPage } from '@/components/event/history-page'
import { requireActor } from '@/server/caller'
import { loadHistory, type Search } from '../../../history'

export const metadata: Metadata = { title: 'History' }

type Props = { params: Promise<{ id: string }>; searchParams: Search }

export default async function Page({ params, searchParams }: Props) {
  await requireActor()
  const { id } = await params
  const { title, ...history } = await loadHistory(id, searchParams)
  return (
    <div className="flex w-full max-w-page flex-col gap-4">
      <header className="flex flex-col gap-1">
        <p className="text-sm">
          <Link href={`/desk/incidents/${id}`} prefetch={false} className="link">
            To the workspace
          </Link>
        </p>
        <h1 className="text-xl font-semibold">
          History of <bdi>{title}</bdi>
        </h1>
      </header>
      <HistoryPage {...history} scope="incident" here={`/desk/incidents/${id}/history`} />
    </div>
  )
}
