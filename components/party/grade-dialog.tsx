'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { explanationOf } from '@/components/action/action-button'
import { UnsavedForm } from '@/components/draft/unsaved-form'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { useSubmit } from '@/components/form/use-submit'
import { ConflictTable } from '@/components/incident/conflict-table'
import { useTRPC } from '@/components/trpc'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { RadioGroup } from '@/components/ui/radio-group'
import { announce } from '@/components/ui/status'
import { TextArea } from '@/components/ui/text-area'
import { Time } from '@/components/ui/time'
import { gradeOutletInput } from '@/domain/input/party'
import { LIMITS } from '@/domain/input/text'
import { GRADE_LABEL, GRADES, type Grade } from '@/domain/levels'
import type { PartyView } from './party-form'

type GradeDialogProps = { party: PartyView; onClose: () => void; onDone: (party: PartyView) => void }

/** The grade in force, the ones before it, and, for a lead, a new one with its reason. */
export function GradeDialog({ party, onClose, onDone }: GradeDialogProps) {
  return (
    <Dialog isOpen onOpenChange={onClose} title={`Reliability of ${party.name}`} size="medium">
      {party.can.grade.allowed ? (
        <GradeForm party={party} onClose={onClose} onDone={onDone} />
      ) : (
        <Notice>{explanationOf(party.can.grade)}</Notice>
      )}
      <History partyId={party.id} />
    </Dialog>
  )
}

const shape = z.object({ grade: z.enum(GRADES).nullable(), reason: z.string() })
type Draft = z.infer<typeof shape>
const NOTHING: Draft = { grade: null, reason: '' }

/** What a new grade takes the place of, as the number that a draft remembers: 0 is none. */
const versionOf = (grade: Grade | null) => (grade === null ? 0 : GRADES.indexOf(grade) + 1)
const gradeOf = (version: number): Grade | null => GRADES[version - 1] ?? null

const wordsOf = ({ grade, reason }: Draft) => ({
  Grade: grade === null ? '' : `${grade} · ${GRADE_LABEL[grade]}`,
  Reason: reason,
})

function GradeForm({ party, onClose, onDone }: GradeDialogProps) {
  const trpc = useTRPC()
  const client = useQueryClient()
  // As it is now, also where somebody else has just graded it.
  const [now, setNow] = useState(party.grade)
  const version = versionOf(now?.grade ?? null)
  const unsaved = useUnsaved({ of: `grade.${party.id}`, label: 'A grade' }, shape, { version, draft: NOTHING })
  const { grade, reason } = unsaved.draft
  const sending = useSubmit({
    schema: gradeOutletInput,
    mutation: trpc.party.grade.mutationOptions(),
    onFault: ({ kind, current }) => {
      if (kind !== 'conflict' || current === undefined) return
      const met = current as PartyView
      setNow(met.grade)
      onDone(met)
    },
    onDone: (after: PartyView) => {
      client.removeQueries({ queryKey: trpc.party.grades.queryKey() })
      unsaved.forget()
      onDone(after)
      announce(`${party.name} is graded.`)
      onClose()
    },
  })
  return (
    <UnsavedForm
      unsaved={unsaved}
      form={sending}
      fieldId={(path) => `grade-${path}`}
      submitLabel="Grade"
      onSubmit={(base) => {
        // An unchosen grade is what the schema refuses in words.
        sending.submit({ partyId: party.id, from: gradeOf(base), grade: grade as Grade, reason })
      }}
      onClose={onClose}
    >
      {unsaved.seesBoth(sending.fault) && (
        <ConflictTable typed={wordsOf(unsaved.draft)} current={wordsOf(now ?? NOTHING)} />
      )}
      <RadioGroup
        id="grade-grade"
        label="Grade"
        isRequired
        value={grade}
        onChange={(picked) => {
          unsaved.change({ grade: picked, reason })
        }}
        options={GRADES.map((id) => ({ id, label: `${id} · ${GRADE_LABEL[id]}` }))}
        error={sending.errorAt('grade')}
      />
      <TextArea
        id="grade-reason"
        label="Reason"
        description="What the grade rests on: its record of corrections, who owns it, how it names its sources."
        isRequired
        rows={3}
        value={reason}
        onChange={(typed) => {
          unsaved.change({ grade, reason: typed })
        }}
        maxLength={LIMITS.reason}
        error={sending.errorAt('reason')}
      />
    </UnsavedForm>
  )
}

function History({ partyId }: { partyId: string }) {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.party.grades.queryOptions({ partyId, limit: 20 }))
  return (
    <section aria-labelledby="grades-heading" className="flex flex-col gap-2">
      <h3 id="grades-heading" className="font-semibold">
        Grades so far
      </h3>
      {data === undefined && <p className="text-sm text-ink-muted">Loading…</p>}
      {data?.grades.length === 0 && <p className="text-sm text-ink-muted">None yet.</p>}
      <ol className="flex flex-col gap-2">
        {data?.grades.map((one) => (
          <li key={one.id} className="border-s-2 border-rule ps-3">
            <p className="font-medium">
              {one.grade} · {GRADE_LABEL[one.grade]}
            </p>
            <p>
              <bdi>{one.reason}</bdi>
            </p>
            <p className="text-sm text-ink-muted">
              <Time value={one.gradedAt.toISOString()} />, <bdi>{one.gradedByName}</bdi>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
