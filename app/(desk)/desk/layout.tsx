import type { ReactNode } from 'react'
import { AccountMenu } from '@/components/account/account-menu'
import { DeskFrame } from '@/components/desk/desk-frame'
import { DraftAccount } from '@/components/draft/draft-account'
import { TRPCReactProvider } from '@/components/trpc'
import { can } from '@/domain/policy'
import { env } from '@/env'
import { caller, orNotFound, requireActor } from '@/server/caller'

/** The frame of every signed-in page. Each page asks for its actor itself too: a layout is no gate. */
export default async function DeskFrameLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  const desk = await caller()
  const { organisation } = await orNotFound(desk.team.show())
  const waiting = await orNotFound(desk.desk.waiting())
  return (
    <TRPCReactProvider>
      <DraftAccount accountId={actor.id}>
        <DeskFrame
          organisation={organisation}
          account={<AccountMenu name={actor.name} />}
          newIncidentHref={can(actor, 'incident.create').allowed ? '/desk/incidents/new' : undefined}
          waiting={waiting}
          isDemo={env().IS_DEMO}
        >
          {children}
        </DeskFrame>
      </DraftAccount>
    </TRPCReactProvider>
  )
}
