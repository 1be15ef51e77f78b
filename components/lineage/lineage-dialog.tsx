'use client'

import { z } from 'zod'
import { useWorkspaceCache } from '@/components/evidence/use-workspace-cache'
import { nameOfSource, type Source, type Workspace } from '@/components/evidence/view'
import type { FaultView } from '@/components/fault'
import { useSubmit } from '@/components/form/use-submit'
import { LINEAGE_LABEL } from '@/components/source/words'
import { useTRPC } from '@/components/trpc'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { UnsavedForm } from '@/components/draft/unsaved-form'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { drawLineageInput } from '@/domain/input/lineage'
import { LIMITS } from '@/domain/input/text'
import { LINEAGE_KINDS } from '@/domain/words'
import { LineageEffect } from './effect'

type LineageDialogProps = { workspace: Workspace; source: Source; onClose: () => void }

const shape = z.object({
  kind: z.enum(LINEAGE_KINDS),
  ofId: z.string().nullable(),
  reason: z.string(),
  confirm: z.boolean(),
})
type Draft = z.infer<typeof shape>
const EMPTY: Draft = { kind: 'reprint', ofId: null, reason: '', confirm: false }

const fieldId = (path: string) => `lineage-${path}`

/** Draws an edge from this source to what it goes back to. */
export function LineageDialog({ workspace, source, onClose }: LineageDialogProps) {
  const trpc = useTRPC()
  const keep = useWorkspaceCache()
  const incidentId = workspace.incident.id
  const name = { of: `lineage.${incidentId}.${source.id}`, label: 'What a source goes back to' }
  const isSecret = ({ ofId }: Draft) =>
    source.isConfidential || workspace.sources.some((other) => other.id === ofId && other.isConfidential)
  const unsaved = useUnsaved(name, shape, { version: 0, draft: EMPTY }, isSecret)
  const { draft } = unsaved
  const submitting = useSubmit({
    schema: drawLineageInput,
    mutation: trpc.lineage.draw.mutationOptions(),
    onDone: (view) => {
      unsaved.forget()
      keep(view)
      onClose()
    },
  })
  const form = { ...submitting, fault: inOurWords(submitting.fault) }
  return (
    <Dialog isOpen onOpenChange={onClose} title="What this source goes back to" size="medium">
      <UnsavedForm
        unsaved={unsaved}
        form={form}
        fieldId={fieldId}
        submitLabel="Draw it"
        onSubmit={() => {
          form.submit({ incidentId, sourceId: source.id, ...draft, ofId: draft.ofId ?? '' })
        }}
        onClose={onClose}
      >
        <p>
          <bdi className="font-medium">{nameOfSource(source)}</bdi> …
        </p>
        <LineageFields
          workspace={workspace}
          source={source}
          draft={draft}
          onChange={(part) => {
            unsaved.change({ ...draft, ...part })
          }}
          errors={form.fault?.fields ?? {}}
        />
      </UnsavedForm>
    </Dialog>
  )
}

/** Where no source is chosen there is no id to speak of. */
function inOurWords(fault: FaultView | null): FaultView | null {
  if (fault?.fields.ofId === undefined) return fault
  return { ...fault, fields: { ...fault.fields, ofId: 'Choose the source it goes back to.' } }
}

type LineageFieldsProps = {
  workspace: Workspace
  source: Source
  draft: Draft
  onChange: (part: Partial<Draft>) => void
  errors: FaultView['fields']
}

function LineageFields({ workspace, source, draft, onChange, errors }: LineageFieldsProps) {
  const incidentId = workspace.incident.id
  const others = workspace.sources.filter((other) => other.id !== source.id)
  const { kind, ofId, reason, confirm } = draft
  const field = (path: 'kind' | 'ofId' | 'reason') => ({ id: fieldId(path), error: errors[path] })
  return (
    <>
      {others.length === 0 && (
        <Notice>There is no other source yet. Add the original first; it need not be held.</Notice>
      )}
      <Select
        {...field('kind')}
        label="How"
        value={kind}
        options={LINEAGE_KINDS.map((id) => ({ id, label: LINEAGE_LABEL[id] }))}
        onChange={(picked) => {
          onChange({ kind: picked })
        }}
      />
      <Select
        {...field('ofId')}
        label="Which source"
        isRequired
        value={ofId}
        options={others.map((other) => ({
          id: other.id,
          label: nameOfSource(other),
          description: other.outlet?.name,
        }))}
        onChange={(picked) => {
          onChange({ ofId: picked })
        }}
      />
      <TextArea
        {...field('reason')}
        label="What shows it"
        isRequired
        rows={2}
        placeholder="The same sentences in the same order; it credits the other at its foot."
        value={reason}
        onChange={(typed) => {
          onChange({ reason: typed })
        }}
        maxLength={LIMITS.reason}
      />
      {ofId !== null && <LineageEffect edge={{ incidentId, sourceId: source.id, ofId, kind }} />}
      <Checkbox
        isSelected={confirm}
        onChange={(isSelected) => {
          onChange({ confirm: isSelected })
        }}
        description="Otherwise it stands as a suggestion, which joins nothing until somebody confirms it."
      >
        Confirm it at once
      </Checkbox>
    </>
  )
}
