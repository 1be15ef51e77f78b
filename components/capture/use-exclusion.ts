'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { faultOf } from '@/components/fault'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { announce } from '@/components/ui/status'
import type { Span } from '@/domain/anchor'

type Marks = RouterOutputs['exclusion']['mark']

/** Marks a passage as not part of the article, and takes that back; both can be undone on the spot. */
export function useExclusion(incidentId: string, captureId: string) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const onError = (error: unknown) => {
    const fault = faultOf(error)
    announce([fault.message, fault.refusal?.lift].filter(Boolean).join(' '), 'failed')
  }
  const keep = (marks: Marks) => {
    queryClient.setQueryData(trpc.capture.read.queryKey({ incidentId, captureId: marks.captureId }), (capture) =>
      capture === undefined ? capture : { ...capture, exclusions: marks.exclusions },
    )
  }
  const lift = useMutation(trpc.exclusion.lift.mutationOptions({ onError, onSuccess: keep }))
  const { mutate: putBack } = lift
  const mark = useMutation(
    trpc.exclusion.mark.mutationOptions({
      onError,
      onSuccess: (marks, { start, end }) => {
        keep(marks)
        const made = marks.exclusions.find((found) => found.start === start && found.end === end)
        const undo = made && {
          label: 'Undo',
          onPress: () => {
            lift.mutate({ incidentId, id: made.id })
          },
        }
        announce('Hidden as not part of the article. No hash has changed.', 'done', undo)
      },
    }),
  )
  return {
    isPending: mark.isPending || lift.isPending,
    /** In code points. */
    mark: ({ start, end }: Span) => {
      mark.mutate({ incidentId, captureId, start, end })
    },
    lift: useCallback(
      (ids: readonly string[]) => {
        for (const id of ids) putBack({ incidentId, id })
      },
      [putBack, incidentId],
    ),
  }
}
