'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { LIMITS } from '@/domain/input/text'
import { ActionButton } from '@/components/action/action-button'
import { ChangeList } from '@/components/public/change-list'
import { PublishButton } from '@/components/publication/publish-dialog'
import { LeftOut } from '@/components/summary/left-out'
import { useSummaryCommand } from '@/components/summary/use-summary-command'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { ErrorNotice } from '@/components/ui/error-notice'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/text-area'
import { Time } from '@/components/ui/time'
import { DiscardUnsaved } from '@/components/draft/kept-form'
import { useReason } from '@/components/draft/use-reason'
import type { Verdict } from '@/domain/verdict'
import { ReviewLines } from './review-lines'
import type { Preview } from './view'

type PanelProps = { preview: Preview }

/** Approve, or say what should change: of exactly the page that is shown. */
export function DecisionPanel({ preview }: PanelProps) {
  const { gate, sinceApproval, approvals, revision } = preview
  const isInReview = revision.state === 'in_review' || revision.state === 'approved'
  return (
    <aside id="review" aria-label="Review" className="flex flex-col gap-5 xl:sticky xl:top-4 xl:self-start">
      {sinceApproval !== null && (
        <Notice tone="warning" title="The page has changed since an approval">
          <p>
            <bdi>{sinceApproval.name}</bdi> approved it as it was on{' '}
            <Time value={sinceApproval.at.toISOString()} precision="minute" />. Since then:
          </p>
          <ChangeList changes={sinceApproval.changes} language={preview.page?.language ?? 'en'} />
        </Notice>
      )}
      {isInReview && <Decision preview={preview} />}
      {isInReview && (
        <p className="text-sm text-ink-muted">
          {approvals.given} of {approvals.needed} {approvals.needed === 1 ? 'approval' : 'approvals'} of this page.
        </p>
      )}
      {gate.length > 0 && (
        <section aria-labelledby="missing" className="flex flex-col gap-1">
          <h2 id="missing" className="font-semibold">
            Before it can be published
          </h2>
          <ul className="list-disc ps-5 text-sm">
            {gate.map((item, index) => (
              <li key={index}>
                <bdi dir="ltr">{item.because}</bdi> {item.lift}
              </li>
            ))}
          </ul>
        </section>
      )}
      <LeftOut
        claims={preview.leftOut}
        workspacePath={`/desk/incidents/${preview.incident.id}?part=claims`}
        headingLevel={2}
      />
      <ReviewLines reviews={preview.reviews} />
    </aside>
  )
}

/** What the domain answers to who decides on a page that is not the one he read. */
const CHANGED: Verdict = {
  allowed: false,
  rule: 'review.changed',
  because: 'What would be published has changed since you opened it.',
  lift: 'Look at it again.',
}

function Decision({ preview }: PanelProps) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { can, hash, revision } = preview
  const revisionId = revision.id
  const kept = useReason({ of: `review.${revisionId}`, label: 'A comment on a review' })
  const comment = kept.text
  // The page follows what others do. What is decided on is what was there to be read, until it is looked at again.
  const [seen, setSeen] = useState(hash)
  const hasChanged = seen !== hash
  const box = useRef<HTMLTextAreaElement>(null)
  const [isTried, setIsTried] = useState(false)
  // The command's view is the workspace's; this page is another view of the same, asked for anew.
  const again = () => void queryClient.invalidateQueries({ queryKey: trpc.revision.preview.queryKey({ revisionId }) })
  const done = () => {
    kept.forget()
    setIsTried(false)
    again()
  }
  const approve = useSummaryCommand(trpc.review.approve.mutationOptions(), 'Approved', done)
  const ask = useSummaryCommand(trpc.revision.requestChanges.mutationOptions(), 'Sent back for changes', done)
  const problem = approve.problem ?? ask.problem
  const isMissing = isTried && comment.trim() === ''
  return (
    <section aria-labelledby="decide" className="flex flex-col gap-3">
      <h2 id="decide" className="font-semibold">
        Your decision
      </h2>
      <TextArea
        ref={box}
        label="Comment"
        description="Needed to ask for changes. The desk reads it, with your name."
        value={comment}
        onChange={kept.change}
        maxLength={LIMITS.note}
        error={isMissing ? 'Say what should change.' : (approve.fault ?? ask.fault)?.fields.comment}
        rows={4}
      />
      {problem !== undefined && (
        <ErrorNotice
          title={problem}
          action={
            <button type="button" className="link" onClick={again}>
              Load the page as it is now
            </button>
          }
        >
          What you wrote is still here.
        </ErrorNotice>
      )}
      {hasChanged && (
        <Notice tone="warning" title="The page has changed since you opened it.">
          <p>What you see now is not what you began to read.</p>
          <div className="pt-1">
            <Button
              size="small"
              onPress={() => {
                setSeen(hash)
              }}
            >
              I have looked at it again
            </Button>
          </div>
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <ActionButton
          variant="primary"
          verdict={can.approve.allowed && hasChanged ? CHANGED : can.approve}
          isPending={approve.isPending}
          onPress={() => {
            ask.reset()
            approve.run({ revisionId, seenHash: seen, comment })
          }}
        >
          Approve this page
        </ActionButton>
        <ActionButton
          verdict={can.requestChanges}
          isPending={ask.isPending}
          onPress={() => {
            approve.reset()
            setIsTried(true)
            if (comment.trim() === '') box.current?.focus()
            else ask.run({ revisionId, comment })
          }}
        >
          Ask for changes
        </ActionButton>
        {revision.state === 'approved' && (
          <PublishButton revisionId={revisionId} verdict={can.publish} earlier={preview.number - 1} onDone={again} />
        )}
        <DiscardUnsaved unsaved={kept} />
      </div>
    </section>
  )
}
