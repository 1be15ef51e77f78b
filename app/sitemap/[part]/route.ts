import { notFound } from 'next/navigation'
import { listAddressesInput } from '@/domain/input/reading'
import { sitemapAnswer } from '../../site-map'

export const dynamic = 'force-dynamic'

/** One part of a sitemap that is too long for one file: `/sitemap/3.xml`. */
export async function GET(request: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  const [, prefix] = /^([^.]+)\.xml$/.exec((await params).part) ?? []
  if (prefix === undefined || !listAddressesInput.safeParse({ prefix }).success) notFound()
  return sitemapAnswer(request, prefix)
}
