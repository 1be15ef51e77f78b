'use client'

import { useMutation, type UseMutationOptions } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import { faultOf, type FaultView } from '@/components/fault'
import { atTheirFields, withoutAnswered } from './answered'

export type Submission<Input, Output> = {
  /** The very schema that the procedure uses; what it refuses is said without asking the server. */
  schema: z.ZodType<unknown, Input>
  /** `trpc.party.create.mutationOptions()` */
  mutation: Pick<UseMutationOptions<Output, unknown, Input>, 'mutationFn' | 'mutationKey'>
  onDone: (output: Output, input: Input) => void
  /** Beside showing it: for what a stale write met, say. */
  onFault?: ((fault: FaultView) => void) | undefined
}

export type Submitting<Input> = {
  submit: (input: Input) => void
  isPending: boolean
  /** Counts the tries, so that the summary of errors takes the focus at each. */
  attempt: number
  fault: FaultView | null
  /** What is wrong with the field at a path such as `names.0.name`. */
  errorAt: (path: string) => string | undefined
  /** The fields at these paths were changed: what was wrong with them is judged anew at the next try. */
  answer: (paths: readonly string[]) => void
  clear: () => void
}

/** A form's way to the server: checked here first, then sent as typed; what was typed stays with the caller. */
export function useSubmit<Input, Output>(submission: Submission<Input, Output>): Submitting<Input> {
  const { schema, mutation, onDone, onFault } = submission
  const [fault, setFault] = useState<FaultView | null>(null)
  const [attempt, setAttempt] = useState(0)
  // Known at once, where `isPending` waits to be drawn: of two quick presses one is heard.
  const isSending = useRef(false)
  const { mutate, isPending } = useMutation<Output, unknown, Input>({
    ...mutation,
    onSuccess: (output, input) => {
      setFault(null)
      onDone(output, input)
    },
    onError: (error) => {
      const refused = faultOf(error)
      setFault(atTheirFields(refused))
      onFault?.(refused)
      setAttempt((count) => count + 1)
    },
    onSettled: () => {
      isSending.current = false
    },
  })

  function submit(input: Input) {
    if (isSending.current) return
    const wrong = check(schema, input)
    setFault(wrong)
    if (wrong !== null) {
      setAttempt((count) => count + 1)
      return
    }
    isSending.current = true
    mutate(input)
  }

  return {
    submit,
    isPending,
    attempt,
    fault,
    errorAt: (path) => fault?.fields[path],
    answer: (paths) => {
      setFault((before) => withoutAnswered(before, paths))
    },
    clear: () => {
      setFault(null)
    },
  }
}

function check(schema: z.ZodType, input: unknown): FaultView | null {
  const parsed = schema.safeParse(input)
  if (parsed.success) return null
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues) fields[issue.path.join('.')] ??= issue.message
  const message = parsed.error.issues[0]?.message ?? 'Something in the form is wrong.'
  return atTheirFields({ kind: 'fields', message, fields })
}
