'use client'

import { createContext, use } from 'react'
import type { FieldProps } from './field'

/** What changed, by its id where it has one, and what was said to be wrong with it. */
export type WrongField = { id?: string | undefined; error: string }

/** Told as soon as a field that was found wrong is changed: what was said of its old value holds no longer. */
export const AnsweredContext = createContext<(field: WrongField) => void>(() => undefined)

/** A field's `onChange`, which also takes back what was said to be wrong with it. */
export function useAnswering<T>(
  { id, error }: Pick<FieldProps, 'id' | 'error'>,
  onChange: ((value: T) => void) | undefined,
): (value: T) => void {
  const answer = use(AnsweredContext)
  return (value) => {
    if (error !== undefined) answer({ id, error })
    onChange?.(value)
  }
}
