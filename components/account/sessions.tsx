'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { faultOf } from '@/components/fault'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ErrorNotice } from '@/components/ui/error-notice'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { useSignOut } from './use-sign-out'

type List = RouterOutputs['session']['list']

/** Where one is signed in, and the way to end it. */
export function Sessions({ initial }: { initial: List }) {
  const trpc = useTRPC()
  const signOut = useSignOut()
  const [list, setList] = useState(initial)
  const [failed, setFailed] = useState<string | null>(null)
  const how = {
    onSuccess: (after: List) => {
      setFailed(null)
      setList(after)
    },
    onError: (error: unknown) => {
      setFailed(faultOf(error).message)
    },
  }
  const end = useMutation({ ...trpc.session.end.mutationOptions(), ...how })
  const endOthers = useMutation({ ...trpc.session.endOthers.mutationOptions(), ...how })
  const hasOthers = list.sessions.some((session) => !session.isThis)
  return (
    <section aria-labelledby="sessions-heading" className="flex flex-col gap-3">
      <h2 id="sessions-heading" className="text-lg font-semibold">
        Where you are signed in
      </h2>
      {failed !== null && <ErrorNotice title={failed} />}
      <Table caption="Signed-in browsers" isCaptionHidden className="relative">
        <thead>
          <tr>
            <ColumnHead>Browser</ColumnHead>
            <ColumnHead>Signed in</ColumnHead>
            <ColumnHead>Last seen</ColumnHead>
            <ColumnHead>
              <span className="sr-only">End it</span>
            </ColumnHead>
          </tr>
        </thead>
        <tbody>
          {list.sessions.map((session) => (
            <tr key={session.id}>
              <RowHead>
                <span title={session.userAgent ?? undefined}>{browserOf(session.userAgent)}</span>{' '}
                {session.isThis && <Badge tone="accent">This one</Badge>}
              </RowHead>
              <Cell>
                <Time value={session.createdAt.toISOString()} precision="minute" />
              </Cell>
              <Cell>
                <Time value={session.lastSeenAt.toISOString()} precision="minute" />
              </Cell>
              <Cell align="end">
                {!session.isThis && (
                  <Button
                    size="small"
                    isPending={end.isPending && end.variables.id === session.id}
                    onPress={() => {
                      end.mutate({ id: session.id })
                    }}
                    aria-label={`Sign out ${browserOf(session.userAgent)}`}
                  >
                    Sign out
                  </Button>
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="flex flex-wrap gap-2">
        <Button
          isDisabled={!hasOthers}
          explanation="You are signed in nowhere else."
          isPending={endOthers.isPending}
          onPress={() => {
            endOthers.mutate({})
          }}
        >
          Sign out all others
        </Button>
        <Button isPending={signOut.isPending} onPress={signOut.start}>
          Sign out here
        </Button>
        {signOut.dialog}
      </div>
    </section>
  )
}

const BROWSERS: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: readonly [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** "Firefox on Linux": enough to know one's own browsers by. */
function browserOf(userAgent: string | null): string {
  const find = (list: readonly [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  const browser = find(BROWSERS) ?? 'Unknown browser'
  const system = find(SYSTEMS)
  return system === undefined ? browser : `${browser} on ${system}`
}
