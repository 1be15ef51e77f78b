'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { RowButtons } from '@/components/action/row-buttons'
import { nameOfSource, type Workspace } from '@/components/evidence/view'
import { faultOf } from '@/components/fault'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { Dialog } from '@/components/ui/dialog'
import { ErrorNotice } from '@/components/ui/error-notice'
import { announce } from '@/components/ui/status'
import { Texts } from './suggestion-detail'

type Hint = RouterOutputs['lineage']['hints'][number]

/** Sources with the same direct quotations in other words. They connect nothing: an editor names the origin. */
export function HintList({ workspace }: { workspace: Workspace }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const input = { incidentId: workspace.incident.id }
  const hints = useQuery(trpc.lineage.hints.queryOptions(input))
  const [shown, setShown] = useState<Hint | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const dismiss = useMutation(
    trpc.lineage.dismissHint.mutationOptions({
      onSuccess: (left) => {
        announce('Set aside. It is not shown again.')
        queryClient.setQueryData(trpc.lineage.hints.queryKey(input), left)
      },
    }),
  )
  if (hints.isPending || (hints.isSuccess && hints.data.length === 0)) return null
  if (hints.isError) return <ErrorNotice title={faultOf(hints.error).message} />
  return (
    <section aria-labelledby="hints-heading" className="flex min-w-0 flex-col gap-2">
      <h2 id="hints-heading" ref={heading} tabIndex={-1} className="text-base font-semibold outline-none">
        May share an origin <span className="font-normal text-ink-muted">{hints.data.length}</span>
      </h2>
      <p className="text-sm text-ink-muted">
        The same people are quoted in the same words. That joins nothing by itself: where both were told by one origin,
        name that origin at the passages.
      </p>
      {dismiss.error !== null && <ErrorNotice title={faultOf(dismiss.error).message} />}
      <ul className="flex flex-col divide-y divide-rule border-y border-rule">
        {hints.data.map((hint) => (
          <li key={hint.id} className="flex flex-col gap-1 py-2.5 text-sm">
            <p>
              <HintEnd workspace={workspace} id={hint.sourceId} title={hint.sourceTitle} /> and{' '}
              <HintEnd workspace={workspace} id={hint.otherId} title={hint.otherTitle} />
            </p>
            <p className="text-ink-muted">{hint.reason}</p>
            <RowButtons
              show={{
                label: 'Side by side',
                onPress: () => {
                  setShown(hint)
                },
              }}
              act={{
                label: 'Set aside',
                verdict: workspace.can.addSource,
                isPending: dismiss.isPending && dismiss.variables.id === hint.id,
                onPress: () => {
                  // The button goes with its row: whoever works by keyboard goes on at the head of the list.
                  const onSuccess = () => heading.current?.focus()
                  dismiss.mutate({ ...input, id: hint.id, version: hint.version }, { onSuccess })
                },
              }}
            />
          </li>
        ))}
      </ul>
      {shown !== null && (
        <Dialog
          isOpen
          onOpenChange={() => {
            setShown(null)
          }}
          title="The same quotations"
          size="large"
          isDismissable
        >
          <Texts incidentId={input.incidentId} edgeId={shown.id} />
        </Dialog>
      )}
    </section>
  )
}

function HintEnd({ workspace, id, title }: { workspace: Workspace; id: string; title: string | null }) {
  const own = workspace.sources.find((source) => source.id === id)
  const name = own === undefined ? title : nameOfSource(own)
  if (name === null) return <>a source of another incident</>
  return (
    <>
      “<bdi>{name}</bdi>”
    </>
  )
}
