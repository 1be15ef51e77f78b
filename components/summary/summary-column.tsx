'use client'

import { useRef, useState } from 'react'
import { ActionButton } from '@/components/action/action-button'
import type { Workspace } from '@/components/evidence/view'
import { IncidentBundle } from '@/components/bundle/incident-bundle'
import { Published } from '@/components/publication/published'
import { RenditionList } from '@/components/rendition/rendition-list'
import { ReviewLines } from '@/components/review/review-lines'
import { useTRPC } from '@/components/trpc'
import { Badge } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorNotice } from '@/components/ui/error-notice'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import { useFocusRescue } from '@/components/workspace/use-focus-rescue'
import { BylineField } from './byline-field'
import { GateList } from './gate-list'
import { LeftOut } from './left-out'
import { SummaryActions } from './summary-actions'
import { SummaryEditor, type EditorHandle } from './summary-editor'
import { useSummaryCommand } from './use-summary-command'
import { VersionList } from './version-list'
import { STATE_WORD } from './words'

/** The right-hand column: the text, what still stands between it and its readers, and what they already have. */
export function SummaryColumn({ workspace }: { workspace: Workspace }) {
  const { working, publications } = workspace.summary
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusRescue(heading, `${working?.id ?? ''} ${working?.state ?? ''} ${publications.length}`)
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <header className="flex flex-wrap items-baseline gap-2">
        <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold">
          Summary
        </h2>
        {working !== null && (
          <Badge tone={working.state === 'approved' ? 'positive' : 'accent'}>{STATE_WORD[working.state]}</Badge>
        )}
      </header>
      {working === null ? <NoText workspace={workspace} /> : <WorkingText workspace={workspace} revision={working} />}
      <Published workspace={workspace} />
      {publications[0] !== undefined && (
        <RenditionList incidentId={workspace.incident.id} newest={publications[0].number} />
      )}
      <IncidentBundle workspace={workspace} />
      {workspace.summary.hasText && <EarlierTexts workspace={workspace} />}
    </div>
  )
}

function NoText({ workspace }: { workspace: Workspace }) {
  const trpc = useTRPC()
  const { can, hasText, publications } = workspace.summary
  const draft = useSummaryCommand(trpc.revision.draft.mutationOptions(), 'A draft is begun')
  return (
    <>
      <EmptyState
        title={hasText ? 'Nobody is writing at the moment' : 'Nothing is written yet'}
        action={
          <ActionButton
            variant="primary"
            verdict={can.draft}
            isPending={draft.isPending}
            onPress={() => draft.run({ incidentId: workspace.incident.id })}
          >
            {hasText ? 'Begin a new version' : 'Begin the summary'}
          </ActionButton>
        }
      >
        {hasText
          ? 'A new draft begins from the last text.'
          : 'The summary tells readers what is known. Every paragraph cites the passages it rests on.'}
        {publications.length > 0 && ' What is published stays as it is until the new one replaces it.'}
      </EmptyState>
      {draft.problem !== undefined && <ErrorNotice title={draft.problem} />}
    </>
  )
}

type Revision = NonNullable<Workspace['summary']['working']>

function WorkingText({ workspace, revision }: { workspace: Workspace; revision: Revision }) {
  const editor = useRef<EditorHandle>(null)
  const { summary } = workspace
  const { changesRequested } = summary
  return (
    <>
      {changesRequested !== null && (
        <Notice tone="warning" title={`${changesRequested.name} asks for changes`}>
          <p className="whitespace-pre-line">
            <bdi>{changesRequested.comment}</bdi>
          </p>
          <Time value={changesRequested.at.toISOString()} precision="minute" className="text-ink-muted" />
        </Notice>
      )}
      <SummaryEditor key={revision.id} ref={editor} workspace={workspace} revision={revision} />
      <SummaryActions workspace={workspace} revision={revision} editor={editor} />
      <section aria-labelledby="gate-heading" className="flex flex-col gap-2">
        <h3 id="gate-heading" className="font-semibold">
          Before it can be published
        </h3>
        <GateList workspace={workspace} onBlock={(path) => editor.current?.showBlock(path)} />
      </section>
      <LeftOut claims={summary.leftOut} headingLevel={3} />
      <ReviewLines reviews={revision.reviews} />
      <BylineField key={`byline ${revision.id}`} workspace={workspace} revision={revision} />
    </>
  )
}

function EarlierTexts({ workspace }: { workspace: Workspace }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Disclosure summary="Every text there was" isOpen={isOpen} onToggle={setIsOpen}>
      {/* A list of its own for each state the text goes through. */}
      {isOpen && (
        <VersionList
          key={`${workspace.summary.working?.id ?? ''} ${workspace.summary.working?.state ?? ''} ${workspace.summary.publications.length}`}
          workspace={workspace}
        />
      )}
    </Disclosure>
  )
}
