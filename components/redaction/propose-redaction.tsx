'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { LIMITS } from '@/domain/input/text'
import { proposeRedactionInput, redactionTarget, type RedactionTarget } from '@/domain/input/redaction'
import { ActionButton } from '@/components/action/action-button'
import { nameOfSource, type Workspace } from '@/components/evidence/view'
import { useWorkspaceCache } from '@/components/evidence/use-workspace-cache'
import { KeptForm } from '@/components/draft/kept-form'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { Dialog } from '@/components/ui/dialog'
import { Select } from '@/components/ui/select'
import { announce } from '@/components/ui/status'
import { TextArea } from '@/components/ui/text-area'
import { useUnsaved } from '@/components/draft/use-unsaved'

type Redactions = RouterOutputs['redaction']['list']
type Choice = { id: string; label: string; target: RedactionTarget }

/** What can be redacted: what is still there of versions, translations, bylines and captures. */
function choicesOf(workspace: Workspace, { translations, bylines }: Redactions): Choice[] {
  const captures = workspace.sources.flatMap((source) =>
    source.captures
      .filter((capture) => !capture.isRedacted)
      .map((capture) => ({
        label: `Capture ${capture.number} of ${nameOfSource(source)}`,
        target: { kind: 'capture' as const, captureId: capture.id },
      })),
  )
  const choices = [
    ...workspace.summary.publications
      .filter((line) => !line.isRedacted)
      .map((line) => ({
        label: `Version ${line.number}, the whole of it and its translations`,
        target: { kind: 'publication' as const, publicationId: line.id },
      })),
    ...translations.map(({ id, label }) => ({
      label: `${label}, that translation alone`,
      target: { kind: 'translation' as const, renditionId: id },
    })),
    ...bylines.map(({ publicationId, version, byline }) => ({
      label: `The byline “${byline}” in version ${version}`,
      target: { kind: 'byline' as const, publicationId, byline },
    })),
    ...captures,
  ]
  return choices.map((choice) => ({ ...choice, id: JSON.stringify(choice.target) }))
}

const FIELD_AT: Readonly<Record<string, string>> = {
  target: 'redact-target',
  'target.kind': 'redact-target',
  'target.byline': 'redact-target',
  publicReason: 'redact-reason',
}

const shape = z.object({ target: redactionTarget.nullable(), reason: z.string() })
const NOTHING: { version: number; draft: z.infer<typeof shape> } = { version: 0, draft: { target: null, reason: '' } }

/** Whether a capture is one of a confidential source: what is said of it is never written down in a browser. */
export function isOfConfidential(sources: Workspace['sources'], captureId: string | null): boolean {
  return sources.some((source) => source.isConfidential && source.captures.some((capture) => capture.id === captureId))
}

/** A lead's half of a redaction. Nothing happens before a second editor confirms it. */
export function ProposeRedaction({ workspace, list }: { workspace: Workspace; list: Redactions }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const put = useWorkspaceCache()
  const incidentId = workspace.incident.id
  const [isOpen, setIsOpen] = useState(false)
  const unsaved = useUnsaved({ of: `redaction.${incidentId}`, label: 'A redaction' }, shape, NOTHING, (typed) =>
    isOfConfidential(workspace.sources, typed.target?.kind === 'capture' ? typed.target.captureId : null),
  )
  const { target, reason } = unsaved.draft
  const set = (part: Partial<typeof unsaved.draft>) => {
    unsaved.change({ ...unsaved.draft, ...part })
  }
  const form = useSubmit({
    schema: proposeRedactionInput,
    mutation: trpc.redaction.propose.mutationOptions(),
    onDone: ({ workspace: view, redactions }: RouterOutputs['redaction']['propose']) => {
      put(view)
      queryClient.setQueryData(trpc.redaction.list.queryKey({ incidentId }), redactions)
      announce('Proposed: a second editor confirms or declines it')
      setIsOpen(false)
      unsaved.forget()
    },
  })
  const choices = choicesOf(workspace, list)
  return (
    <>
      <ActionButton size="small" verdict={list.can.propose} onPress={() => setIsOpen(true)}>
        Propose a redaction…
      </ActionButton>
      <Dialog isOpen={isOpen} onOpenChange={setIsOpen} title="Propose a redaction">
        <KeptForm
          unsaved={unsaved}
          form={form}
          fieldId={(path) => FIELD_AT[path] ?? path}
          submitLabel="Propose"
          tone="danger"
          onSubmit={() => {
            // Nothing chosen is what the schema refuses in words.
            form.submit({ incidentId, target: target ?? ({} as RedactionTarget), publicReason: reason })
          }}
          onClose={() => setIsOpen(false)}
        >
          <Select
            id="redact-target"
            label="What must go"
            options={choices}
            value={target === null ? null : JSON.stringify(target)}
            onChange={(picked) => {
              set({ target: choices.find(({ id }) => id === picked)?.target ?? null })
            }}
            isRequired
            error={form.errorAt('target') ?? form.errorAt('target.kind') ?? form.errorAt('target.byline')}
          />
          <TextArea
            id="redact-reason"
            label="Reason, for readers"
            description="Stands where it stood, for good. Do not repeat what must go."
            value={reason}
            onChange={(typed) => {
              set({ reason: typed })
            }}
            maxLength={LIMITS.reason}
            isRequired
            error={form.errorAt('publicReason')}
          />
        </KeptForm>
      </Dialog>
    </>
  )
}
