import { notFound } from 'next/navigation'
import { requireActor } from '@/server/caller'

/** Every other address under /desk: whoever is signed in stays in the desk's frame, and is not sent to what readers read. */
export default async function Nowhere(): Promise<never> {
  await requireActor()
  notFound()
}
