'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ArrowDown, ArrowUp, Pencil, Plus } from 'lucide-react'
import { ActionButton } from '@/components/action/action-button'
import { faultOf } from '@/components/fault'
import { QUESTION_KIND_LABEL } from '@/components/incident/words'
import { useTRPC } from '@/components/trpc'
import { announce } from '@/components/ui/status'
import { useFocusLater } from '@/components/workspace/use-focus-later'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'
import type { Question, Workspace } from '@/components/workspace/view'
import { ClaimCard } from './claim-card'
import { AddClaim } from './claim-form'
import { EditQuestion } from './question-form'

/** Where the focus goes once a form has closed. */
export const addClaimId = (questionId: string) => `add-claim-${questionId}`
const editId = (question: Question) => `edit-question-${question.id}`

type QuestionBlockProps = { question: Question; workspace: Workspace }

/** One question with its rivals side by side: at most one of them can be true. */
export function QuestionBlock({ question, workspace }: QuestionBlockProps) {
  const [mode, setMode] = useState<'read' | 'edit' | 'add'>('read')
  const focusLater = useFocusLater()
  const close = (next: string) => {
    setMode('read')
    focusLater(next)
  }
  const rivals = question.claims.filter((claim) => claim.withdrawn === null).length
  return (
    <section
      id={`question-${question.id}`}
      aria-labelledby={`question-${question.id}-text`}
      className="flex flex-col gap-3 border-t border-rule pt-3"
    >
      {mode === 'edit' ? (
        <EditQuestion
          question={question}
          onDone={() => {
            close(editId(question))
          }}
        />
      ) : (
        <header className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <p className="label-caps">{QUESTION_KIND_LABEL[question.kind]}</p>
            <h3 id={`question-${question.id}-text`} dir="auto" className="text-base font-semibold">
              {question.text}
            </h3>
            {rivals > 1 && (
              <p className="text-sm text-ink-muted">{rivals} rival claims: at most one of them can be true.</p>
            )}
          </div>
          <QuestionTools
            question={question}
            workspace={workspace}
            onEdit={() => {
              setMode('edit')
            }}
          />
        </header>
      )}
      {question.claims.length > 0 && (
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,17rem),1fr))] gap-x-4 gap-y-5">
          {question.claims.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} workspace={workspace} />
          ))}
        </div>
      )}
      {mode === 'add' ? (
        <AddClaim
          workspace={workspace}
          questionId={question.id}
          onDone={(claimId) => {
            close(claimId === undefined ? addClaimId(question.id) : `claim-${claimId}`)
          }}
        />
      ) : (
        <div>
          <ActionButton
            id={addClaimId(question.id)}
            verdict={workspace.can.edit}
            size="small"
            variant="quiet"
            icon={<Plus aria-hidden />}
            onPress={() => {
              setMode('add')
            }}
          >
            {question.claims.length === 0 ? 'Add a claim' : 'Add a rival claim'}
          </ActionButton>
        </div>
      )}
    </section>
  )
}

function QuestionTools({ question, workspace, onEdit }: QuestionBlockProps & { onEdit: () => void }) {
  const trpc = useTRPC()
  const { onSuccess, onError } = useWorkspaceResult()
  const reorder = useMutation(
    trpc.question.reorder.mutationOptions({
      onSuccess,
      onError: (error) => {
        onError(error)
        announce(faultOf(error).message, 'failed')
      },
    }),
  )
  const ids = workspace.questions.map(({ id }) => id)
  const at = ids.indexOf(question.id)
  const move = (to: number) => {
    const questionIds = ids.toSpliced(at, 1).toSpliced(to, 0, question.id)
    reorder.mutate({ incidentId: workspace.incident.id, questionIds })
  }
  return (
    <div className="flex items-center">
      {at > 0 && (
        <ActionButton
          verdict={workspace.can.edit}
          size="small"
          variant="quiet"
          aria-label={`Move “${question.text}” up`}
          onPress={() => {
            move(at - 1)
          }}
        >
          <ArrowUp aria-hidden />
        </ActionButton>
      )}
      {at < ids.length - 1 && (
        <ActionButton
          verdict={workspace.can.edit}
          size="small"
          variant="quiet"
          aria-label={`Move “${question.text}” down`}
          onPress={() => {
            move(at + 1)
          }}
        >
          <ArrowDown aria-hidden />
        </ActionButton>
      )}
      <ActionButton
        verdict={workspace.can.edit}
        size="small"
        variant="quiet"
        id={editId(question)}
        aria-label={`Edit the question “${question.text}”`}
        onPress={onEdit}
      >
        <Pencil aria-hidden />
      </ActionButton>
    </div>
  )
}
