import type { Metadata } from 'next'
import { withSharing } from '../../../shared-account'
import { loadAccount } from './load'
import { accountMetadata, Published } from './published'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const account = await loadAccount((await params).slug, null)
  return withSharing(await accountMetadata(account), account, `/incidents/${account.slug}`)
}

/** The newest publication of an incident. */
export default async function NewestPage({ params }: Props) {
  return <Published account={await loadAccount((await params).slug, null)} isNewestPage />
}
