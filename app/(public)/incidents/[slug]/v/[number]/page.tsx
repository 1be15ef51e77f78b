import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { withSharing } from '../../../../../shared-account'
import { loadAccount, readNumber } from '../../load'
import { accountMetadata, Published } from '../../published'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string; number: string }> }

async function load({ params }: Props) {
  const { slug, number } = await params
  const wanted = readNumber(number)
  if (wanted === null) notFound()
  return loadAccount(slug, wanted)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const account = await load(props)
  const path = `/incidents/${account.slug}/v/${account.version.number}`
  return withSharing(await accountMetadata(account), account, path)
}

/** One version, at its address for ever. */
export default async function VersionPage(props: Props) {
  return <Published account={await load(props)} isNewestPage={false} />
}
