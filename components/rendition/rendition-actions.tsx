'use client'

import { useRef, useState } from 'react'
import { LIMITS } from '@/domain/input/text'
import { ActionButton } from '@/components/action/action-button'
import { DiscardUnsaved } from '@/components/draft/kept-form'
import { useReason } from '@/components/draft/use-reason'
import { ReasonAction } from '@/components/summary/reason-action'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { ErrorNotice } from '@/components/ui/error-notice'
import { TextArea } from '@/components/ui/text-area'
import { useRenditionCommand } from './use-rendition-command'
import type { RenditionPageView } from './view'

type ActionsProps = { view: RenditionPageView }

/** Of a draft. `flush`: the version that the server has of what was typed; null where it has not everything. */
export function DraftActions({ view, flush }: ActionsProps & { flush: () => Promise<number | null> }) {
  const trpc = useTRPC()
  const revisionId = view.revision.id
  const [isUnsent, setIsUnsent] = useState(false)
  const submit = useRenditionCommand(trpc.rendition.submit.mutationOptions(), 'Submitted for review', revisionId)
  const discard = useRenditionCommand(trpc.rendition.discard.mutationOptions(), 'The draft is discarded', revisionId)
  async function send() {
    const version = await flush()
    setIsUnsent(version === null)
    if (version !== null) submit.run({ revisionId, version })
  }
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {/* What was typed a moment ago may already lift what the verdict says: the server decides. */}
        <Button variant="primary" isPending={submit.isPending} onPress={() => void send()}>
          Submit for review
        </Button>
        <ReasonAction
          label="Discard"
          verdict={view.can.discard}
          title="Discard the translation"
          keptAs={`rendition.discard.${revisionId}`}
          variant="quiet"
          isPending={discard.isPending}
          problem={discard.problem}
          onConfirm={(reason, done) => discard.run({ revisionId, reason }, { onSuccess: done })}
        >
          The text stays on record, and the next translation into this language begins from it.
        </ReasonAction>
      </div>
      {isUnsent && (
        <ErrorNotice title="Your last words are not on the server yet.">Submit again once they are saved.</ErrorNotice>
      )}
      {submit.problem !== undefined && <ErrorNotice title={submit.problem} />}
    </>
  )
}

/** Of a text in review: decide on it, publish it, or take it back. */
export function ReviewActions({ view }: ActionsProps) {
  const trpc = useTRPC()
  const { can, hash } = view
  const revisionId = view.revision.id
  const kept = useReason({ of: `rendition.review.${revisionId}`, label: 'A comment on a translation' })
  const [isTried, setIsTried] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const approve = useRenditionCommand(trpc.rendition.approve.mutationOptions(), 'Approved', revisionId)
  const ask = useRenditionCommand(trpc.rendition.requestChanges.mutationOptions(), 'Sent back for changes', revisionId)
  const withdraw = useRenditionCommand(
    trpc.rendition.withdraw.mutationOptions(),
    'Withdrawn: it is a draft again',
    revisionId,
  )
  const problem = approve.problem ?? ask.problem
  const done = { onSuccess: () => kept.forget() }
  return (
    <section aria-labelledby="decide" className="flex flex-col gap-3">
      <h2 id="decide" className="font-semibold">
        Your decision
      </h2>
      <TextArea
        ref={box}
        label="Comment"
        description="Needed to ask for changes. The desk reads it, with your name."
        value={kept.text}
        onChange={kept.change}
        maxLength={LIMITS.note}
        error={isTried && kept.text.trim() === '' ? 'Say what should change.' : undefined}
        rows={4}
      />
      {problem !== undefined && <ErrorNotice title={problem}>What you wrote is still here.</ErrorNotice>}
      <div className="flex flex-wrap gap-2">
        <ActionButton
          variant="primary"
          verdict={can.approve}
          isPending={approve.isPending}
          onPress={() => approve.run({ revisionId, seenHash: hash, comment: kept.text }, done)}
        >
          Approve this translation
        </ActionButton>
        <ActionButton
          verdict={can.requestChanges}
          isPending={ask.isPending}
          onPress={() => {
            setIsTried(true)
            if (kept.text.trim() === '') box.current?.focus()
            else ask.run({ revisionId, comment: kept.text }, done)
          }}
        >
          Ask for changes
        </ActionButton>
        <Publish view={view} />
        <ReasonAction
          label="Withdraw"
          verdict={can.withdraw}
          title="Withdraw from review"
          keptAs={`rendition.withdraw.${revisionId}`}
          variant="quiet"
          isPending={withdraw.isPending}
          problem={withdraw.problem}
          onConfirm={(reason, close) => withdraw.run({ revisionId, reason }, { onSuccess: close })}
        >
          It becomes a draft again, with the same text and authors. Approvals it had are over.
        </ReasonAction>
        <DiscardUnsaved unsaved={kept} />
      </div>
      <p className="text-sm text-ink-muted">
        {view.approvals.given} of {view.approvals.needed} {view.approvals.needed === 1 ? 'approval' : 'approvals'}.
      </p>
    </section>
  )
}

/** The first of a version needs no words; one that replaces another tells readers why. */
function Publish({ view }: ActionsProps) {
  const trpc = useTRPC()
  const revisionId = view.revision.id
  const publish = useRenditionCommand(trpc.rendition.publish.mutationOptions(), 'Published', revisionId)
  if (view.published === null)
    return (
      <>
        <ActionButton
          verdict={view.can.publish}
          isPending={publish.isPending}
          onPress={() => publish.run({ revisionId })}
        >
          Publish the translation
        </ActionButton>
        {publish.problem !== undefined && <ErrorNotice title={publish.problem} />}
      </>
    )
  return (
    <ReasonAction
      label="Publish the translation"
      verdict={view.can.publish}
      title="Publish another translation of this version"
      reasonLabel="Note for readers"
      keptAs={`rendition.publish.${revisionId}`}
      isPending={publish.isPending}
      problem={publish.problem}
      onConfirm={(note, close) => publish.run({ revisionId, note }, { onSuccess: close })}
    >
      Readers are told why it replaces the one before.
    </ReasonAction>
  )
}

/** Of what readers have: a lead takes it back. */
export function TakeBack({ view }: ActionsProps) {
  const trpc = useTRPC()
  const { published, revision } = view
  const takeBack = useRenditionCommand(trpc.rendition.takeBack.mutationOptions(), 'Taken back', revision.id)
  if (published === null || published.isWithdrawn) return null
  return (
    <ReasonAction
      label="Take back"
      verdict={view.can.takeBack}
      title="Take this translation back"
      reasonLabel="Note for readers"
      tone="danger"
      keptAs={`rendition.take-back.${published.id}`}
      isPending={takeBack.isPending}
      problem={takeBack.problem}
      onConfirm={(note, close) => takeBack.run({ id: published.id, note }, { onSuccess: close })}
    >
      Readers get the original in its place, and the note. The account itself stands as it did.
    </ReasonAction>
  )
}
