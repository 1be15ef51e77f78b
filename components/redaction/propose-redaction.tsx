'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { LIMITS } from '@/domain/input/text'
import { proposeRedactionInput, type RedactionTarget } from '@/domain/input/redaction'
import type { Verdict } from '@/domain/verdict'
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
import { TextField } from '@/components/ui/text-field'
import { useUnsaved } from '@/components/draft/use-unsaved'

type Choice = { id: string; label: string }
type Translations = RouterOutputs['redaction']['list']['translations']

/** What can be redacted: what is still there of versions, translations and captures. */
function choicesOf(workspace: Workspace, translations: Translations): Choice[] {
  const versions = workspace.summary.publications.filter((line) => !line.isRedacted)
  return [
    ...versions.map((line) => ({
      id: `publication ${line.id}`,
      label: `Version ${line.number}, the whole of it and its translations`,
    })),
    ...translations.map(({ id, label }) => ({ id: `translation ${id}`, label: `${label}, that translation alone` })),
    ...versions
      .filter((line) => line.correctionKind !== 'retraction')
      .map((line) => ({ id: `byline ${line.id}`, label: `A byline in version ${line.number}` })),
    ...workspace.sources.flatMap((source) =>
      source.captures
        .filter((capture) => !capture.isRedacted)
        .map((capture) => ({
          id: `capture ${capture.id}`,
          label: `Capture ${capture.number} of ${nameOfSource(source)}`,
        })),
    ),
  ]
}

/** Nothing chosen is what the schema refuses in words. */
function targetOf(choice: string | null, byline: string): RedactionTarget {
  const [kind, id = ''] = choice?.split(' ') ?? []
  if (kind === undefined) return {} as RedactionTarget
  if (kind === 'capture') return { kind, captureId: id }
  if (kind === 'translation') return { kind, renditionId: id }
  return kind === 'byline' ? { kind, publicationId: id, byline } : { kind: 'publication', publicationId: id }
}

const FIELD_AT: Readonly<Record<string, string>> = {
  target: 'redact-target',
  'target.kind': 'redact-target',
  'target.byline': 'redact-byline',
  publicReason: 'redact-reason',
}

const shape = z.object({ choice: z.string().nullable(), byline: z.string(), reason: z.string() })
const NOTHING: { version: number; draft: z.infer<typeof shape> } = {
  version: 0,
  draft: { choice: null, byline: '', reason: '' },
}

/** Whether a capture is one of a confidential source: what is said of it is never written down in a browser. */
export function isOfConfidential(sources: Workspace['sources'], captureId: string | null): boolean {
  return sources.some((source) => source.isConfidential && source.captures.some((capture) => capture.id === captureId))
}

/** A lead's half of a redaction. Nothing happens before a second editor confirms it. */
export function ProposeRedaction({
  workspace,
  translations,
  verdict,
}: {
  workspace: Workspace
  translations: Translations
  verdict: Verdict
}) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const put = useWorkspaceCache()
  const incidentId = workspace.incident.id
  const [isOpen, setIsOpen] = useState(false)
  const unsaved = useUnsaved({ of: `redaction.${incidentId}`, label: 'A redaction' }, shape, NOTHING, (typed) =>
    isOfConfidential(workspace.sources, typed.choice?.split(' ')[1] ?? null),
  )
  const { choice, byline, reason } = unsaved.draft
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
  const targetError = form.errorAt('target') ?? form.errorAt('target.kind')
  const needsByline = choice?.startsWith('byline') === true
  return (
    <>
      <ActionButton size="small" verdict={verdict} onPress={() => setIsOpen(true)}>
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
            form.submit({ incidentId, target: targetOf(choice, byline), publicReason: reason })
          }}
          onClose={() => setIsOpen(false)}
        >
          <Select
            id="redact-target"
            label="What must go"
            options={choicesOf(workspace, translations)}
            value={choice}
            onChange={(picked) => {
              set({ choice: picked })
            }}
            isRequired
            error={targetError}
          />
          {needsByline && (
            <TextField
              id="redact-byline"
              label="The byline, as it stands there"
              value={byline}
              onChange={(typed) => {
                set({ byline: typed })
              }}
              isRequired
              error={form.errorAt('target.byline')}
            />
          )}
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
