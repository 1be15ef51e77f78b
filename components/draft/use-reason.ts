'use client'

import { z } from 'zod'
import { useKept, type KeptName } from './use-kept'

const shape = z.string()

/** What somebody gives as a reason, kept until `forget`: once it is sent and accepted (rule 15). */
export function useReason(name: KeptName, isSecret = false) {
  const { kept, keep, clear } = useKept(name, shape, isSecret)
  return {
    text: kept ?? '',
    change: (text: string) => {
      if (text === '') clear()
      else keep(text)
    },
    forget: clear,
  }
}
