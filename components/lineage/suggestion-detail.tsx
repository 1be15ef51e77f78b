'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { ArrowLeftRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Kbd } from '@/components/key/kbd'
import { useKeys } from '@/components/key/use-keys'
import { ActionButton } from '@/components/action/action-button'
import type { Edge, Workspace } from '@/components/evidence/view'
import { faultOf } from '@/components/fault'
import { LINEAGE_LABEL } from '@/components/source/words'
import { useTRPC } from '@/components/trpc'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ErrorNotice } from '@/components/ui/error-notice'
import { Progress } from '@/components/ui/progress'
import { Select } from '@/components/ui/select'
import { announce } from '@/components/ui/status'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'
import { LINEAGE_KINDS, type LineageKind } from '@/domain/words'
import { DecideDialog } from './decide-dialog'
import { LineageEffect } from './effect'
import { EndName } from './end-name'
import { SideBySide } from './side-by-side'
import { Strength } from './strength'

/** Stands as the reason of what was rejected with one key; another can be given. */
const REASON = 'Compared side by side: the one does not go back to the other.'

type DetailProps = {
  workspace: Workspace
  edge: Edge
  isNext: boolean
  onDecided: () => void
  onUndone: (edgeId: string) => void
}

/** One suggestion: what it rests on, what it would change, both texts, and the decision. */
export function SuggestionDetail({ workspace, edge, isNext, onDecided, onUndone }: DetailProps) {
  const [kind, setKind] = useState<LineageKind>(edge.kind)
  const [isTurned, setIsTurned] = useState(false)
  const [isReasoned, setIsReasoned] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const incidentId = workspace.incident.id
  const ends = isTurned ? { sourceId: edge.ofId, ofId: edge.sourceId } : { sourceId: edge.sourceId, ofId: edge.ofId }
  const seen = { ...edge, ...ends, kind, ...(isTurned && { sourceTitle: edge.ofTitle, ofTitle: edge.sourceTitle }) }
  const as = { ...ends, kind }
  const { confirm, reject, error, isPending } = useDecision({ workspace, edge, as, onDecided, onUndone })
  const may = workspace.can.addSource
  const waits = edge.state === 'suggested'
  useKeys('suggestion', {
    c: () => may.allowed && waits && !isPending && confirm(),
    r: () => may.allowed && waits && !isPending && reject(),
  })
  useEffect(() => {
    // After a decision, or a choice from the list, whoever works by keyboard (or on a phone, below the list) goes on here.
    if (isNext) heading.current?.focus()
  }, [isNext])
  return (
    <article className="flex min-w-0 flex-col gap-4 min-[1100px]:col-start-2 min-[1100px]:row-span-2 min-[1100px]:row-start-1">
      <div className="flex flex-col gap-2">
        <h2 ref={heading} tabIndex={-1} className="font-serif text-lg font-semibold outline-none">
          <EndName workspace={workspace} edge={seen} end="source" /> {LINEAGE_LABEL[kind]}{' '}
          <EndName workspace={workspace} edge={seen} end="of" />
        </h2>
        <p className="flex flex-wrap items-center gap-2">
          <Strength strength={edge.strength} />
          {!waits && <Badge tone="quiet">{edge.state}</Badge>}
        </p>
        <p className="text-base">
          <bdi>{edge.reason}</bdi>
        </p>
      </div>
      {waits && (
        <>
          <div className="flex flex-wrap items-end gap-3">
            <Select
              label="How the one goes back to the other"
              value={kind}
              options={LINEAGE_KINDS.map((one) => ({ id: one, label: LINEAGE_LABEL[one] }))}
              onChange={setKind}
              className="min-w-56"
            />
            <Button
              icon={<ArrowLeftRight aria-hidden />}
              aria-pressed={isTurned}
              onPress={() => {
                setIsTurned(!isTurned)
              }}
            >
              Turn around
            </Button>
          </div>
          <div className="max-w-2xl">
            <LineageEffect edge={{ incidentId, ...ends, kind }} />
          </div>
          {error !== null && <ErrorNotice title={faultOf(error).message} />}
          <div className="flex flex-wrap gap-2">
            <ActionButton verdict={may} variant="primary" isPending={isPending} onPress={confirm}>
              Confirm <Kbd>C</Kbd>
            </ActionButton>
            <ActionButton verdict={may} isPending={isPending} onPress={reject}>
              Reject <Kbd>R</Kbd>
            </ActionButton>
            <ActionButton
              verdict={may}
              variant="quiet"
              onPress={() => {
                setIsReasoned(true)
              }}
            >
              Reject with another reason…
            </ActionButton>
          </div>
        </>
      )}
      <Texts incidentId={incidentId} edgeId={edge.id} />
      {isReasoned && (
        <DecideDialog
          workspace={workspace}
          edge={edge}
          decision="reject"
          onClose={() => {
            setIsReasoned(false)
          }}
          onDone={onDecided}
        />
      )}
    </article>
  )
}

type Decision = Omit<DetailProps, 'isNext'> & { as: { sourceId: string; ofId: string; kind: LineageKind } }

function useDecision({ workspace, edge, as, onDecided, onUndone }: Decision) {
  const trpc = useTRPC()
  const { onSuccess, onError } = useWorkspaceResult()
  const incidentId = workspace.incident.id
  const undo = useMutation(
    trpc.lineage.draw.mutationOptions({
      onSuccess: (view) => {
        onSuccess(view)
        onUndone(edge.id)
        announce('The connection is suggested again.')
      },
      onError: (error) => {
        onError(error)
        announce(faultOf(error).message, 'failed')
      },
    }),
  )
  const confirm = useMutation(
    trpc.lineage.confirm.mutationOptions({
      onError,
      onSuccess: (view) => {
        onDecided()
        onSuccess(view)
        announce('The connection is confirmed.')
      },
    }),
  )
  const reject = useMutation(
    trpc.lineage.reject.mutationOptions({
      onError,
      onSuccess: (view) => {
        onDecided()
        onSuccess(view)
        const { sourceId, ofId, kind, reason } = edge
        // What reaches into another incident is drawn again from there, so it cannot be taken back here.
        const isOurs = [sourceId, ofId].every((id) => view.sources.some((source) => source.id === id))
        const undoing = () => {
          undo.mutate({ incidentId, sourceId, ofId, kind, reason })
        }
        announce(
          'The connection is rejected, and is not suggested again.',
          'done',
          isOurs ? { label: 'Undo', onPress: undoing } : undefined,
        )
      },
    }),
  )
  const what = { incidentId, id: edge.id, version: edge.version }
  return {
    confirm: () => {
      confirm.mutate({ ...what, as })
    },
    reject: () => {
      reject.mutate({ ...what, reason: REASON })
    },
    error: confirm.error ?? reject.error,
    isPending: confirm.isPending || reject.isPending,
  }
}

/** Both texts of an edge or a hint. */
export function Texts({ incidentId, edgeId }: { incidentId: string; edgeId: string }) {
  const trpc = useTRPC()
  const compared = useQuery(trpc.lineage.compare.queryOptions({ incidentId, id: edgeId }))
  if (compared.isPending) return <Progress label="Comparing the two texts" />
  if (compared.isError) return <ErrorNotice title={faultOf(compared.error).message} />
  return <SideBySide key={edgeId} comparison={compared.data} />
}
