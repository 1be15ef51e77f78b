'use client'

import { z } from 'zod'
import { useKept } from './use-kept'

const shape = z.string()

/** What somebody gives as a reason, kept in this browser until `forget`: once it is sent and accepted (rule 15). */
export function useReason(of: string, accountId: string, isSecret = false) {
  const { kept, keep, clear } = useKept(`assay.reason.${of}.${accountId}`, shape, isSecret)
  return {
    text: kept ?? '',
    change: (text: string) => {
      if (text === '') clear()
      else keep(text)
    },
    forget: clear,
  }
}
