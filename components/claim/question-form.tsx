'use client'

import { z } from 'zod'
import { useSubmit, type Submitting } from '@/components/form/use-submit'
import { QUESTION_KIND_LABEL } from '@/components/incident/words'
import { useTRPC } from '@/components/trpc'
import { Select } from '@/components/ui/select'
import { announce } from '@/components/ui/status'
import { TextField } from '@/components/ui/text-field'
import { UnsavedForm } from '@/components/draft/unsaved-form'
import { useUnsaved, type Unsaved } from '@/components/draft/use-unsaved'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'
import type { Question, Workspace } from '@/components/workspace/view'
import { addQuestionInput, editQuestionInput } from '@/domain/input/question'
import { LIMITS } from '@/domain/input/text'
import { QUESTION_KINDS } from '@/domain/words'

const shape = z.object({ kind: z.enum(QUESTION_KINDS), text: z.string() })
type Draft = z.infer<typeof shape>
const EMPTY: Draft = { kind: 'what', text: '' }

type AddQuestionProps = { workspace: Workspace; onDone: (questionId?: string) => void }

export function AddQuestion({ workspace, onDone }: AddQuestionProps) {
  const trpc = useTRPC()
  const { onSuccess, onFault } = useWorkspaceResult()
  const incidentId = workspace.incident.id
  const name = { of: `question.new.${incidentId}`, label: 'A new question' }
  const unsaved = useUnsaved(name, shape, { version: 0, draft: EMPTY })
  const form = useSubmit({
    schema: addQuestionInput,
    mutation: trpc.question.add.mutationOptions(),
    onFault,
    onDone: (view) => {
      unsaved.forget()
      onSuccess(view)
      announce('The question is added.')
      onDone(view.questions.at(-1)?.id)
    },
  })
  return (
    <QuestionForm
      unsaved={unsaved}
      form={form}
      submitLabel="Add the question"
      onSubmit={() => {
        form.submit({ incidentId, ...unsaved.draft })
      }}
      onClose={onDone}
    />
  )
}

type EditQuestionProps = { question: Question; onDone: () => void }

export function EditQuestion({ question, onDone }: EditQuestionProps) {
  const trpc = useTRPC()
  const { onSuccess, onFault } = useWorkspaceResult()
  const { id, version, kind, text } = question
  const name = { of: `question.${id}`, label: 'A question' }
  const unsaved = useUnsaved(name, shape, { version, draft: { kind, text } })
  const form = useSubmit({
    schema: editQuestionInput,
    mutation: trpc.question.edit.mutationOptions(),
    onFault,
    onDone: (view) => {
      unsaved.forget()
      onSuccess(view)
      onDone()
    },
  })
  return (
    <QuestionForm
      unsaved={unsaved}
      form={form}
      onSubmit={(base) => {
        form.submit({ id, version: base, ...unsaved.draft })
      }}
      onClose={onDone}
    />
  )
}

type QuestionFormProps = {
  unsaved: Unsaved<Draft>
  form: Omit<Submitting<never>, 'submit'>
  submitLabel?: string
  onSubmit: (version: number) => void
  onClose: () => void
}

function QuestionForm(props: QuestionFormProps) {
  const { unsaved, form } = props
  const { draft } = unsaved
  return (
    <UnsavedForm {...props} words={wordsOf} fieldId={(path) => `question-${path}`}>
      <div className="flex flex-wrap gap-3">
        <Select
          id="question-kind"
          label="Kind"
          className="w-36"
          options={QUESTION_KINDS.map((kind) => ({ id: kind, label: QUESTION_KIND_LABEL[kind] }))}
          value={draft.kind}
          onChange={(kind) => {
            unsaved.change({ ...draft, kind })
          }}
        />
        <TextField
          id="question-text"
          label="Question"
          className="min-w-60 flex-1"
          isRequired
          value={draft.text}
          onChange={(text) => {
            unsaved.change({ ...draft, text })
          }}
          maxLength={LIMITS.line}
          error={form.errorAt('text')}
          placeholder="How many depots were destroyed?"
          autoFocus
        />
      </div>
    </UnsavedForm>
  )
}

const wordsOf = ({ kind, text }: Draft) => ({ Kind: QUESTION_KIND_LABEL[kind], Question: text })
