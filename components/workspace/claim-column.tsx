'use client'

import { useState } from 'react'
import { Plus } from 'lucide-react'
import { ActionButton } from '@/components/action/action-button'
import { AddQuestion } from '@/components/claim/question-form'
import { QuestionBlock, addClaimId } from '@/components/claim/question-block'
import { EvidenceItem } from '@/components/evidence/evidence-item'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { useFocusLater } from './use-focus-later'
import type { Workspace } from './view'

/** The middle of the workspace: what reports differ on, and what may be said of it. */
export function ClaimColumn({ workspace }: { workspace: Workspace }) {
  const [isAdding, setIsAdding] = useState(false)
  const focusLater = useFocusLater()
  const add = (
    <ActionButton
      id="add-question"
      verdict={workspace.can.edit}
      size="small"
      icon={<Plus aria-hidden />}
      onPress={() => {
        setIsAdding(true)
      }}
    >
      Add a question
    </ActionButton>
  )
  return (
    <div className="flex flex-col gap-5">
      <h2 className="text-lg font-semibold">Questions and claims</h2>
      {workspace.questions.length === 0 && !isAdding && (
        <EmptyState title="No questions yet" action={add}>
          Ask what the reports differ on: how many depots burned, who did it, when. Each answer is a claim.
        </EmptyState>
      )}
      {workspace.questions.map((question) => (
        <QuestionBlock key={question.id} question={question} workspace={workspace} />
      ))}
      {isAdding ? (
        <div className="border-t border-rule pt-3">
          <AddQuestion
            workspace={workspace}
            onDone={(questionId) => {
              setIsAdding(false)
              focusLater(questionId === undefined ? 'add-question' : addClaimId(questionId))
            }}
          />
        </div>
      ) : (
        workspace.questions.length > 0 && <div>{add}</div>
      )}
      {workspace.background.length > 0 && (
        <Disclosure summary={`Background: ${workspace.background.length}`} className="border-t border-rule pt-3">
          <ul className="flex flex-col gap-4">
            {workspace.background.map((piece) => (
              <li key={piece.id}>
                <EvidenceItem workspace={workspace} evidence={piece} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}
