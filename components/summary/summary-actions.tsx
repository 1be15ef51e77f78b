'use client'

import type { RefObject } from 'react'
import { useState } from 'react'
import { ActionButton } from '@/components/action/action-button'
import type { Workspace } from '@/components/evidence/view'
import { PublishButton } from '@/components/publication/publish-dialog'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { ErrorNotice } from '@/components/ui/error-notice'
import { LinkButton } from '@/components/ui/link-button'
import { ReasonAction } from './reason-action'
import type { EditorHandle } from './summary-editor'
import { useSummaryCommand } from './use-summary-command'

type Revision = NonNullable<Workspace['summary']['working']>
type SummaryActionsProps = { workspace: Workspace; revision: Revision; editor: RefObject<EditorHandle | null> }

/** What can be done with the text now; what cannot says why. */
export function SummaryActions({ workspace, revision, editor }: SummaryActionsProps) {
  const { summary } = workspace
  return (
    <div className="flex flex-col gap-2">
      {revision.state === 'draft' ? (
        <DraftActions workspace={workspace} revision={revision} editor={editor} />
      ) : (
        <FrozenActions workspace={workspace} revision={revision} />
      )}
      {revision.state !== 'draft' && (
        <p className="text-sm text-ink-muted">
          {summary.approvals.given} of {summary.approvals.needed}{' '}
          {summary.approvals.needed === 1 ? 'approval' : 'approvals'} of the page as it is now.
        </p>
      )}
    </div>
  )
}

function DraftActions({ workspace, revision, editor }: SummaryActionsProps) {
  const trpc = useTRPC()
  const { can, isAuthor } = workspace.summary
  const [unsent, setUnsent] = useState(false)
  const submit = useSummaryCommand(trpc.revision.submit.mutationOptions(), 'Submitted for review')
  const discard = useSummaryCommand(trpc.revision.discard.mutationOptions(), 'The draft is discarded')
  const hasNoAuthor = revision.authors.length === 0
  async function send() {
    const version = (await editor.current?.flush()) ?? null
    setUnsent(version === null)
    if (version !== null) submit.run({ revisionId: revision.id, version })
  }
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {/* What was typed a moment ago may already lift what the verdict says: the server decides. */}
        <Button variant="primary" isPending={submit.isPending} onPress={() => void send()}>
          Submit for review
        </Button>
        {hasNoAuthor && !isAuthor && <StandBehind verdict={can.edit} editor={editor} />}
        <LinkButton href={`/desk/reviews/${revision.id}`}>Preview</LinkButton>
        <ReasonAction
          label="Discard"
          verdict={can.discard}
          title="Discard the draft"
          keptAs={`revision.discard.${revision.id}`}
          variant="quiet"
          isPending={discard.isPending}
          problem={discard.problem}
          onConfirm={(reason, done) => discard.run({ revisionId: revision.id, reason }, { onSuccess: done })}
        >
          The text stays on record, and the next draft begins from it.
        </ReasonAction>
      </div>
      {unsent && (
        <ErrorNotice title="Your last words are not on the server yet.">Submit again once they are saved.</ErrorNotice>
      )}
      {submit.problem !== undefined && <ErrorNotice title={submit.problem} />}
    </>
  )
}

/** For a text that needs no change: one becomes its author by saying so. */
function StandBehind({
  verdict,
  editor,
}: {
  verdict: Workspace['summary']['can']['edit']
  editor: RefObject<EditorHandle | null>
}) {
  return (
    <ActionButton verdict={verdict} onPress={() => void editor.current?.standBehind()}>
      Take it as it is
    </ActionButton>
  )
}

function FrozenActions({ workspace, revision }: { workspace: Workspace; revision: Revision }) {
  const trpc = useTRPC()
  const { can, publications } = workspace.summary
  const withdraw = useSummaryCommand(trpc.revision.withdraw.mutationOptions(), 'Withdrawn: the text is a draft again')
  return (
    <div className="flex flex-wrap gap-2">
      <PublishButton revisionId={revision.id} verdict={can.publish} earlier={publications.length} />
      <LinkButton
        href={`/desk/reviews/${revision.id}`}
        variant={can.review.allowed && !can.publish.allowed ? 'primary' : 'secondary'}
      >
        {can.review.allowed ? 'Review' : 'See the page'}
      </LinkButton>
      <ReasonAction
        label="Withdraw"
        verdict={can.withdraw}
        title="Withdraw from review"
        keptAs={`revision.withdraw.${revision.id}`}
        variant="quiet"
        isPending={withdraw.isPending}
        problem={withdraw.problem}
        onConfirm={(reason, done) => withdraw.run({ revisionId: revision.id, reason }, { onSuccess: done })}
      >
        It becomes a draft again, with the same text and authors. Approvals it had are over.
      </ReasonAction>
    </div>
  )
}
