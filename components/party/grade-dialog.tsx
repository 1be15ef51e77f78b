'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { explanationOf } from '@/components/action/action-button'
import { SubmitForm } from '@/components/form/submit-form'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
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

function GradeForm({ party, onClose, onDone }: GradeDialogProps) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const [from, setFrom] = useState<Grade | null>(party.grade?.grade ?? null)
  const [grade, setGrade] = useState<Grade | null>(null)
  const [reason, setReason] = useState('')
  const sending = useSubmit({
    schema: gradeOutletInput,
    mutation: trpc.party.grade.mutationOptions(),
    onDone: (after: PartyView) => {
      client.removeQueries({ queryKey: trpc.party.grades.queryKey() })
      onDone(after)
      announce(`${party.name} is graded.`)
      onClose()
    },
  })
  const met = sending.fault?.kind === 'conflict' ? (sending.fault.current as PartyView | undefined) : undefined
  return (
    <SubmitForm
      form={met === undefined ? sending : { ...sending, fault: null }}
      fieldId={(path) => `grade-${path}`}
      submitLabel="Grade"
      onSubmit={() => {
        // An unchosen grade is what the schema refuses in words.
        sending.submit({ partyId: party.id, from, grade: grade as Grade, reason })
      }}
      onCancel={onClose}
    >
      {met !== undefined && (
        <Notice tone="warning" title="Somebody else graded it in the meantime.">
          <p>
            It is now {met.grade?.grade}: <bdi>{met.grade?.reason}</bdi>
          </p>
          <Button
            size="small"
            onPress={() => {
              setFrom(met.grade?.grade ?? null)
              onDone(met)
              sending.clear()
            }}
          >
            Put mine over it
          </Button>
        </Notice>
      )}
      <RadioGroup
        id="grade-grade"
        label="Grade"
        isRequired
        value={grade}
        onChange={setGrade}
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
        onChange={setReason}
        maxLength={LIMITS.reason}
        error={sending.errorAt('reason')}
      />
    </SubmitForm>
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
