import type { Metadata } from 'next'
import { RenditionPage } from '@/components/rendition/rendition-page'
import { caller, orNotFound, requireActor } from '@/server/caller'

export const metadata: Metadata = { title: 'Translation' }

type Props = { params: Promise<{ revisionId: string }> }

/** A translation of a published account, beside its original. */
export default async function Page({ params }: Props) {
  const { revisionId } = await params
  await requireActor(`/desk/translations/${revisionId}`)
  const initial = await orNotFound((await caller()).rendition.read({ revisionId }))
  return <RenditionPage key={revisionId} initial={initial} />
}
