'use client'

import { useState } from 'react'
import { z } from 'zod'
import { FormFault } from '@/components/form/form-fault'
import { useSubmit } from '@/components/form/use-submit'
import { ConflictTable } from '@/components/incident/conflict-table'
import { QUESTION_KIND_LABEL } from '@/components/incident/words'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Actions } from '@/components/ui/dialog'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { useKept } from '@/components/workspace/use-kept'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'
import type { Question, Workspace } from '@/components/workspace/view'
import { addQuestionInput, editQuestionInput } from '@/domain/input/question'
import { LIMITS } from '@/domain/input/text'
import { QUESTION_KINDS } from '@/domain/words'

const shape = z.object({ kind: z.enum(QUESTION_KINDS), text: z.string() })
type Draft = z.infer<typeof shape>
const EMPTY: Draft = { kind: 'what', text: '' }

export function AddQuestion({ workspace, onDone }: { workspace: Workspace; onDone: () => void }) {
  const trpc = useTRPC()
  const { onSuccess, onFault } = useWorkspaceResult()
  const incidentId = workspace.incident.id
  const { kept, keep, clear } = useKept(`assay.question.${incidentId}.${workspace.viewer.id}`, shape)
  const draft = kept ?? EMPTY
  const form = useSubmit({
    schema: addQuestionInput,
    mutation: trpc.question.add.mutationOptions(),
    onFault,
    onDone: (view) => {
      clear()
      onSuccess(view)
      onDone()
    },
  })
  return (
    <QuestionForm
      draft={draft}
      onChange={keep}
      form={form}
      submitLabel="Add the question"
      onSubmit={() => {
        form.submit({ incidentId, ...draft })
      }}
      onCancel={onDone}
    />
  )
}

export function EditQuestion({ question, onDone }: { question: Question; onDone: () => void }) {
  const trpc = useTRPC()
  const { onSuccess, onFault } = useWorkspaceResult()
  const [draft, setDraft] = useState<Draft>({ kind: question.kind, text: question.text })
  const form = useSubmit({
    schema: editQuestionInput,
    mutation: trpc.question.edit.mutationOptions(),
    onFault,
    onDone: (view) => {
      onSuccess(view)
      onDone()
    },
  })
  return (
    <QuestionForm
      draft={draft}
      current={question}
      onChange={setDraft}
      form={form}
      submitLabel="Save"
      onSubmit={() => {
        form.submit({ id: question.id, version: question.version, ...draft })
      }}
      onCancel={onDone}
    />
  )
}

type QuestionFormProps = {
  draft: Draft
  current?: Draft
  onChange: (draft: Draft) => void
  form: Pick<ReturnType<typeof useSubmit>, 'fault' | 'attempt' | 'errorAt' | 'isPending'>
  submitLabel: string
  onSubmit: () => void
  onCancel: () => void
}

function QuestionForm({ draft, current, onChange, form, submitLabel, onSubmit, onCancel }: QuestionFormProps) {
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <FormFault fault={form.fault} attempt={form.attempt} fieldId={(path) => `question-${path}`} />
      {form.fault?.kind === 'conflict' && current !== undefined && (
        <ConflictTable
          typed={{ Kind: QUESTION_KIND_LABEL[draft.kind], Question: draft.text }}
          current={{ Kind: QUESTION_KIND_LABEL[current.kind], Question: current.text }}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <Select
          id="question-kind"
          label="Kind"
          className="w-36"
          options={QUESTION_KINDS.map((kind) => ({ id: kind, label: QUESTION_KIND_LABEL[kind] }))}
          value={draft.kind}
          onChange={(kind) => {
            onChange({ ...draft, kind })
          }}
        />
        <TextField
          id="question-text"
          label="Question"
          className="min-w-60 flex-1"
          isRequired
          value={draft.text}
          onChange={(text) => {
            onChange({ ...draft, text })
          }}
          maxLength={LIMITS.line}
          error={form.errorAt('text')}
          placeholder="How many depots were destroyed?"
          autoFocus
        />
      </div>
      <Actions>
        <Button type="submit" variant="primary" isPending={form.isPending}>
          {submitLabel}
        </Button>
        <Button variant="quiet" onPress={onCancel}>
          Cancel
        </Button>
      </Actions>
    </form>
  )
}
