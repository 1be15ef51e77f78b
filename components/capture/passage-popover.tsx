'use client'

import type { RefObject } from 'react'
import { useState } from 'react'
import { attachEvidenceInput } from '@/domain/input/evidence'
import { pagesOf, pageWords } from '@/domain/page'
import type { TextIndex } from '@/domain/text'
import { attachInput, type EvidenceDraft } from '@/components/evidence/evidence-draft'
import { EvidenceFields } from '@/components/evidence/evidence-fields'
import { useWorkspaceCache } from '@/components/evidence/use-workspace-cache'
import { useWithdraw } from '@/components/evidence/use-withdraw'
import { allEvidence, type Source, type Workspace } from '@/components/evidence/view'
import { ConfidentialDrafts } from '@/components/draft/draft-account'
import type { Unsent } from '@/components/draft/use-kept'
import type { FaultView } from '@/components/fault'
import { Quotation } from '@/components/excerpt/quotation'
import { KeptForm } from '@/components/draft/kept-form'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { AnchoredPopover } from '@/components/ui/popover'
import { announce } from '@/components/ui/status'
import type { Span } from '@/domain/anchor'

type PassagePopoverProps = {
  workspace: Workspace
  source: Source
  captureId: string
  index: TextIndex
  /** Code points at which pages begin; null of what has none. */
  pageStarts: readonly number[] | null
  /** In UTF-16 units; null is closed. */
  span: Span | null
  draft: EvidenceDraft
  unsaved: (span: Span) => Unsent
  onDraft: (draft: EvidenceDraft) => void
  anchor: RefObject<Element | null>
  onClose: (isDone: boolean) => void
}

const MISSING = 'Choose the claim it bears on, or background.'
/** The schema takes null for background; here it is still to be said. */
const NO_BEARING: FaultView = { kind: 'fields', message: MISSING, fields: { claimId: MISSING } }
const fieldId = (path: string) => `passage-${path}`

/** Turns the selected passage into an excerpt and evidence: one form, one request. */
export function PassagePopover(props: PassagePopoverProps) {
  const { span, anchor, onClose } = props
  return (
    <AnchoredPopover
      isOpen={span !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose(false)
      }}
      anchor={anchor}
      label="Use this passage as evidence"
      placement={isWide() ? 'end top' : 'bottom start'}
    >
      {span !== null && (
        <ConfidentialDrafts isSo={props.source.isConfidential}>
          <AttachForm {...props} span={span} />
        </ConfidentialDrafts>
      )}
    </AnchoredPopover>
  )
}

/** Beside the passage where there is room, so that the form has the window's height and the passage stays in sight. */
function isWide(): boolean {
  return typeof window !== 'undefined' && window.matchMedia('(min-width: 1100px)').matches
}

function AttachForm(props: PassagePopoverProps & { span: Span }) {
  const { workspace, source, captureId, index, pageStarts, span, draft, unsaved, onDraft, onClose } = props
  const trpc = useTRPC()
  const keep = useWorkspaceCache()
  const withdraw = useWithdraw(workspace.incident.id)
  const exact = index.text.slice(span.start, span.end)
  const pages = pagesOf(pageStarts, { start: index.toCodePoint(span.start), end: index.toCodePoint(span.end) })
  const form = useSubmit({
    schema: attachEvidenceInput,
    mutation: trpc.evidence.attach.mutationOptions(),
    onDone: (view) => {
      const before = new Set(allEvidence(workspace).map((piece) => piece.id))
      const made = allEvidence(view).find((piece) => !before.has(piece.id) && piece.excerpt.exact === exact)
      keep(view)
      onClose(true)
      announce(
        draft.bears === 'background' ? 'Kept as background.' : 'Attached to the claim.',
        'done',
        made && {
          label: 'Withdraw',
          onPress: () => {
            withdraw(made.id)
          },
        },
      )
    },
  })
  const [asked, setAsked] = useState(0)
  const unsaid = asked > 0 && draft.bears === null ? NO_BEARING : null
  function submit() {
    if (draft.bears === null) {
      setAsked(asked + 1)
      return
    }
    const start = index.toCodePoint(span.start)
    const passage = { incidentId: workspace.incident.id, captureId, start, end: index.toCodePoint(span.end), exact }
    form.submit(attachInput(draft, passage))
  }
  return (
    <KeptForm
      unsaved={unsaved(span)}
      form={{ ...form, fault: unsaid ?? form.fault, attempt: form.attempt + asked }}
      fieldId={fieldId}
      submitLabel="Attach"
      onSubmit={submit}
      onClose={() => {
        onClose(false)
      }}
    >
      <div className="max-h-32 overflow-y-auto">
        <Quotation exact={exact} language={source.language} />
        {pages !== null && <p className="text-sm text-ink-muted">On {pageWords(pages)}</p>}
      </div>
      <EvidenceFields
        workspace={workspace}
        source={source}
        value={draft}
        onChange={onDraft}
        errors={(unsaid ?? form.fault)?.fields ?? {}}
        fieldId={fieldId}
      />
    </KeptForm>
  )
}
