'use client'

import { z } from 'zod'
import { useKept, type KeptName, type Unsent } from './use-kept'

const shape = z.string()

export type Reason = Unsent & { text: string; change: (text: string) => void }

/** What somebody gives as a reason, kept until `forget`: once it is sent and accepted (rule 15). */
export function useReason(name: KeptName, isSecret = false): Reason {
  const { kept, isTyped, isStored, keep, forget } = useKept(name, shape, isSecret)
  return {
    text: kept ?? '',
    change: (text: string) => {
      if (text === '') forget()
      else keep(text)
    },
    isTyped,
    isStored,
    isSecret,
    forget,
  }
}
