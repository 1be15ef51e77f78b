import type { Metadata } from 'next'
import { DemoBanner } from '@/components/demo/demo-banner'
import { AccountCard } from '@/components/public/account-card'
import { AsOf } from '@/components/public/as-of'
import { caller } from '@/server/caller'
import { isDemo, siteUrl } from '../../../../site'
import { loadShared } from './load'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }> }

/** Search engines should know the account, and not the frame that stands on other pages. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const { title, address: canonical } = await loadShared(slug)
  return { metadataBase: new URL(siteUrl('/')), title, robots: { index: false }, alternates: { canonical } }
}

/** The newest publication of an account, for a frame on somebody else’s page. */
export default async function EmbedPage({ params }: Props) {
  const { slug } = await params
  const { address, ...account } = await loadShared(slug)
  const { organisation } = await (await caller()).reading.frame()
  return (
    <main className="flex min-h-dvh flex-col">
      {isDemo() && <DemoBanner words={account.words} />}
      <AsOf words={account.words} />
      <AccountCard {...account} organisation={organisation} href={siteUrl(account.words.href(address))} />
    </main>
  )
}
