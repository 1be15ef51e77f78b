'use client'

import { useId, useState } from 'react'
import type { z } from 'zod'
import type { KeptName } from '@/components/draft/use-kept'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { useSubmit, type Submission } from '@/components/form/use-submit'

type Kept = { id: string; version: number }

/** A form of a record that many incidents share. */
export type RecordFormProps<View> = {
  onDone: (record: View) => void
  /** The record as somebody else has just changed it; what was typed stays. */
  onMet?: (record: View) => void
  /** A record that is there already is the one that was meant; else it is handed to `onDone`. */
  onUse?: (record: View) => void
  onCancel: () => void
}

type RecordKind<View, Fields, Input> = RecordFormProps<View> & {
  /** The record to change; a new one without it. */
  record: View | undefined
  name: KeptName
  shape: z.ZodType<Fields>
  fieldsOf: (record: View | undefined) => Fields
  /** What was not chosen is what the schema refuses in words. */
  inputOf: (fields: Fields) => Input
  create: Pick<Submission<Input, View>, 'schema' | 'mutation'>
  change: Pick<Submission<Input & Kept, View>, 'schema' | 'mutation'>
}

/** What a party's form and a place's have alike: a new one or a changed one, kept, sent, and met by others' changes. */
export function useRecordForm<View extends Kept, Fields extends object, Input>(kind: RecordKind<View, Fields, Input>) {
  const { record, name, shape, fieldsOf, inputOf, onDone, onMet, onUse = onDone } = kind
  const prefix = useId()
  // As it is now, also where somebody else has just changed it.
  const [base, setBase] = useState(record)
  const unsaved = useUnsaved(name, shape, { version: base?.version ?? 0, draft: fieldsOf(base) })
  const fields = unsaved.draft
  const forgetThen = (then: (record: View) => void) => (record: View) => {
    unsaved.forget()
    then(record)
  }
  const create = useSubmit({ ...kind.create, onDone: forgetThen(onDone) })
  const change = useSubmit({
    ...kind.change,
    onDone: forgetThen(onDone),
    onFault: ({ kind: fault, current }) => {
      if (fault !== 'conflict' || current === undefined) return
      setBase(current as View)
      onMet?.(current as View)
    },
  })
  const form = record === undefined ? create : change
  return {
    unsaved,
    form,
    fields,
    set: (part: Partial<Fields>) => {
      unsaved.change({ ...fields, ...part })
    },
    /** A record that is there already was meant. */
    use: forgetThen(onUse),
    fieldId: (path: string) => prefix + path,
    field: (path: string) => ({ id: prefix + path, error: form.errorAt(path) }),
    onSubmit: (version: number) => {
      const input = inputOf(fields)
      if (base === undefined) create.submit(input)
      else change.submit({ ...input, id: base.id, version })
    },
  }
}
