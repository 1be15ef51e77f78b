'use client'

import { z } from 'zod'
import { useSubmit, type Submitting } from '@/components/form/use-submit'
import { nameOfSource } from '@/components/evidence/view'
import { PartiesPicker } from '@/components/party/party-picker'
import { WhenField } from '@/components/source/when-field'
import { useTRPC } from '@/components/trpc'
import { Select } from '@/components/ui/select'
import { announce } from '@/components/ui/status'
import { TextArea } from '@/components/ui/text-area'
import { UnsavedForm } from '@/components/draft/unsaved-form'
import { useUnsaved, type Unsaved } from '@/components/draft/use-unsaved'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'
import type { Claim, Workspace } from '@/components/workspace/view'
import { addClaimInput, editClaimInput } from '@/domain/input/claim'
import { LIMITS } from '@/domain/input/text'

const shape = z.object({
  text: z.string(),
  claimants: z.array(z.object({ id: z.string(), name: z.string() })),
  firstSourceId: z.string().nullable(),
  firstAppeared: z.string(),
})
type Draft = z.infer<typeof shape>

const EMPTY: Draft = { text: '', claimants: [], firstSourceId: null, firstAppeared: '' }
const UNKNOWN = 'unknown'

function draftOf(claim: Claim): Draft {
  return {
    text: claim.text,
    claimants: claim.claimants.map(({ id, name }) => ({ id, name })),
    firstSourceId: claim.firstSourceId,
    firstAppeared: claim.firstAppearedWords ?? '',
  }
}

const inputOf = (draft: Draft) => ({
  text: draft.text,
  claimantIds: draft.claimants.map((claimant) => claimant.id),
  firstSourceId: draft.firstSourceId,
  firstAppeared: draft.firstAppeared,
})

/** A claim that appeared first in a confidential source is about that source. */
const secrecyIn =
  ({ sources }: Workspace) =>
  ({ firstSourceId }: Draft) =>
    sources.some((source) => source.id === firstSourceId && source.isConfidential)

type AddClaimProps = { workspace: Workspace; questionId: string; onDone: (claimId?: string) => void }

/** Another answer to a question. */
export function AddClaim({ workspace, questionId, onDone }: AddClaimProps) {
  const trpc = useTRPC()
  const { onSuccess, onFault } = useWorkspaceResult()
  const name = { of: `claim.new.${questionId}`, label: 'A new claim' }
  const unsaved = useUnsaved(name, shape, { version: 0, draft: EMPTY }, secrecyIn(workspace))
  const form = useSubmit({
    schema: addClaimInput,
    mutation: trpc.claim.add.mutationOptions(),
    onFault,
    onDone: (view) => {
      unsaved.forget()
      onSuccess(view)
      announce('The claim is added.')
      onDone(view.questions.find((question) => question.id === questionId)?.claims.at(-1)?.id)
    },
  })
  return (
    <ClaimForm
      workspace={workspace}
      unsaved={unsaved}
      form={form}
      submitLabel="Add the claim"
      onSubmit={() => {
        form.submit({ questionId, ...inputOf(unsaved.draft) })
      }}
      onClose={onDone}
    />
  )
}

type EditClaimProps = { workspace: Workspace; claim: Claim; onDone: () => void }

export function EditClaim({ workspace, claim, onDone }: EditClaimProps) {
  const trpc = useTRPC()
  const { onSuccess, onFault } = useWorkspaceResult()
  const name = { of: `claim.${claim.id}`, label: 'A claim' }
  const now = { version: claim.version, draft: draftOf(claim) }
  const unsaved = useUnsaved(name, shape, now, secrecyIn(workspace))
  const form = useSubmit({
    schema: editClaimInput,
    mutation: trpc.claim.edit.mutationOptions(),
    onFault,
    onDone: (view) => {
      unsaved.forget()
      onSuccess(view)
      onDone()
    },
  })
  const isVoted = claim.round !== null || claim.finding !== null
  return (
    <ClaimForm
      workspace={workspace}
      unsaved={unsaved}
      form={form}
      note={isVoted ? 'Another wording makes the round and the finding on this claim stale.' : undefined}
      onSubmit={(version) => {
        form.submit({ id: claim.id, version, ...inputOf(unsaved.draft) })
      }}
      onClose={onDone}
    />
  )
}

type ClaimFormProps = {
  workspace: Workspace
  unsaved: Unsaved<Draft>
  form: Omit<Submitting<never>, 'submit'>
  note?: string | undefined
  submitLabel?: string
  onSubmit: (version: number) => void
  onClose: () => void
}

function ClaimForm({ workspace, note, ...rest }: ClaimFormProps) {
  const { unsaved, form } = rest
  const { draft } = unsaved
  const change = (part: Partial<Draft>) => {
    unsaved.change({ ...draft, ...part })
  }
  const sources = workspace.sources.map((source) => ({ id: source.id, label: nameOfSource(source) }))
  const words = (version: Draft) => wordsOf(version, workspace)
  return (
    <UnsavedForm {...rest} words={words} fieldId={(path) => `claim-${path}`}>
      <TextArea
        id="claim-text"
        label="Claim"
        rows={2}
        isRequired
        value={draft.text}
        onChange={(text) => {
          change({ text })
        }}
        maxLength={LIMITS.claim}
        error={form.errorAt('text')}
        description={note ?? 'One thing that can be checked: that it happened, not that somebody said so.'}
        autoFocus
      />
      <PartiesPicker
        id="claim-claimantIds"
        label="Who claims it"
        value={draft.claimants}
        onChange={(claimants) => {
          change({ claimants: claimants.map(({ id, name }) => ({ id, name })) })
        }}
        error={form.errorAt('claimantIds')}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          id="claim-firstSourceId"
          label="First appeared in"
          options={[{ id: UNKNOWN, label: 'Not known' }, ...sources]}
          value={draft.firstSourceId ?? UNKNOWN}
          onChange={(id) => {
            change({ firstSourceId: id === UNKNOWN ? null : id })
          }}
          error={form.errorAt('firstSourceId')}
        />
        <WhenField
          id="claim-firstAppeared"
          label="First appeared on"
          value={draft.firstAppeared}
          onChange={(firstAppeared) => {
            change({ firstAppeared })
          }}
          error={form.errorAt('firstAppeared')}
        />
      </div>
    </UnsavedForm>
  )
}

function wordsOf(draft: Draft, { sources }: Workspace): Record<string, string> {
  const first = sources.find((source) => source.id === draft.firstSourceId)
  return {
    Claim: draft.text,
    'Who claims it': draft.claimants.map((claimant) => claimant.name).join(', '),
    'First appeared in': first === undefined ? '' : nameOfSource(first),
    'First appeared on': draft.firstAppeared,
  }
}
