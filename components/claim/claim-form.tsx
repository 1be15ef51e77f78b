'use client'

import { useState } from 'react'
import { z } from 'zod'
import { FormFault } from '@/components/form/form-fault'
import { useSubmit } from '@/components/form/use-submit'
import { ConflictTable } from '@/components/incident/conflict-table'
import { nameOfSource } from '@/components/evidence/view'
import { PartiesPicker } from '@/components/party/party-picker'
import { WhenField } from '@/components/source/when-field'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Actions } from '@/components/ui/dialog'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { useKept } from '@/components/workspace/use-kept'
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

type AddClaimProps = { workspace: Workspace; questionId: string; onDone: () => void }

/** Another answer to a question. What is typed stays in this browser until it is added. */
export function AddClaim({ workspace, questionId, onDone }: AddClaimProps) {
  const trpc = useTRPC()
  const { onSuccess, onFault } = useWorkspaceResult()
  const { kept, keep, clear } = useKept(`assay.claim.${questionId}.${workspace.viewer.id}`, shape)
  const draft = kept ?? EMPTY
  const form = useSubmit({
    schema: addClaimInput,
    mutation: trpc.claim.add.mutationOptions(),
    onFault,
    onDone: (view) => {
      clear()
      onSuccess(view)
      onDone()
    },
  })
  return (
    <ClaimForm
      workspace={workspace}
      draft={draft}
      onChange={keep}
      form={form}
      submitLabel="Add the claim"
      onSubmit={() => {
        form.submit({ questionId, ...inputOf(draft) })
      }}
      onCancel={onDone}
    />
  )
}

type EditClaimProps = { workspace: Workspace; claim: Claim; onDone: () => void }

export function EditClaim({ workspace, claim, onDone }: EditClaimProps) {
  const trpc = useTRPC()
  const { onSuccess, onFault } = useWorkspaceResult()
  const [draft, setDraft] = useState(() => draftOf(claim))
  const form = useSubmit({
    schema: editClaimInput,
    mutation: trpc.claim.edit.mutationOptions(),
    onFault,
    onDone: (view) => {
      onSuccess(view)
      onDone()
    },
  })
  const isVoted = claim.round !== null || claim.finding !== null
  return (
    <ClaimForm
      workspace={workspace}
      draft={draft}
      onChange={setDraft}
      form={form}
      current={draftOf(claim)}
      note={isVoted ? 'Another wording makes the round and the finding on this claim stale.' : undefined}
      submitLabel="Save"
      onSubmit={() => {
        form.submit({ id: claim.id, version: claim.version, ...inputOf(draft) })
      }}
      onCancel={onDone}
    />
  )
}

type ClaimFormProps = {
  workspace: Workspace
  draft: Draft
  onChange: (draft: Draft) => void
  form: Pick<ReturnType<typeof useSubmit>, 'fault' | 'attempt' | 'errorAt' | 'isPending'>
  /** What there is now, for a stale write. */
  current?: Draft
  note?: string | undefined
  submitLabel: string
  onSubmit: () => void
  onCancel: () => void
}

function ClaimForm(props: ClaimFormProps) {
  const { workspace, draft, onChange, form, current, note, submitLabel, onSubmit, onCancel } = props
  const change = (part: Partial<Draft>) => {
    onChange({ ...draft, ...part })
  }
  const sources = workspace.sources.map((source) => ({ id: source.id, label: nameOfSource(source) }))
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <FormFault fault={form.fault} attempt={form.attempt} fieldId={(path) => `claim-${path}`} />
      {form.fault?.kind === 'conflict' && current !== undefined && (
        <ConflictTable typed={wordsOf(draft)} current={wordsOf(current)} />
      )}
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

function wordsOf(draft: Draft): Record<string, string> {
  return {
    Claim: draft.text,
    'Who claims it': draft.claimants.map((claimant) => claimant.name).join(', '),
    'First appeared on': draft.firstAppeared,
  }
}
