'use client'

import { useMutation } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { z } from 'zod'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { KeptForm } from '@/components/draft/kept-form'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Select } from '@/components/ui/select'
import { FaultNotice } from '@/components/workspace/fault-notice'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'
import type { Workspace } from '@/components/workspace/view'
import { relateInput } from '@/domain/input/incident'
import { RELATION_KINDS } from '@/domain/words'
import { IncidentPicker, pickedIncident } from './incident-picker'
import { RELATION_LABEL } from './words'

type Props = { workspace: Workspace; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

export function RelatedDialog(props: Props) {
  return (
    <Dialog isOpen={props.isOpen} onOpenChange={props.onOpenChange} title="Related incidents" size="medium">
      <RelatedList {...props} />
      <Relate {...props} />
    </Dialog>
  )
}

function RelatedList({ workspace: { incident } }: Props) {
  const trpc = useTRPC()
  const result = useWorkspaceResult()
  const unrelate = useMutation(trpc.incident.unrelate.mutationOptions(result))
  return (
    <>
      <FaultNotice error={unrelate.error} />
      {incident.related.length === 0 && <p className="text-sm text-ink-muted">None yet.</p>}
      <ul className="flex flex-col gap-1">
        {incident.related.map(({ id, title, kind, direction }) => (
          <li key={`${id} ${kind} ${direction}`} className="flex items-center gap-2">
            <span className="min-w-0 flex-1">
              {RELATION_LABEL[kind][direction]} <bdi className="font-medium">{title}</bdi>
            </span>
            {direction === 'to' && (
              <Button
                size="small"
                variant="quiet"
                aria-label={`Remove: ${RELATION_LABEL[kind].to} ${title}`}
                onPress={() => {
                  unrelate.mutate({ id: incident.id, otherId: id, kind })
                }}
              >
                <X aria-hidden />
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const shape = z.object({ kind: z.enum(RELATION_KINDS), other: pickedIncident.nullable() })
const NOTHING: { version: number; draft: z.infer<typeof shape> } = {
  version: 0,
  draft: { kind: 'part_of', other: null },
}

function Relate({ workspace: { incident } }: Props) {
  const trpc = useTRPC()
  const { onSuccess, onFault } = useWorkspaceResult()
  const unsaved = useUnsaved({ of: `incident.relate.${incident.id}`, label: 'A related incident' }, shape, NOTHING)
  const { kind, other } = unsaved.draft
  const form = useSubmit({
    schema: relateInput,
    mutation: trpc.incident.relate.mutationOptions(),
    onFault,
    onDone: (view) => {
      unsaved.forget()
      onSuccess(view)
    },
  })
  return (
    <KeptForm
      unsaved={unsaved}
      form={form}
      fieldId={(path) => `relate-${path}`}
      submitLabel="Add"
      tone="secondary"
      className="border-t border-rule pt-3"
      onSubmit={() => {
        form.submit({ id: incident.id, otherId: other?.id ?? '', kind })
      }}
    >
      <Select
        id="relate-kind"
        label="This incident is"
        options={RELATION_KINDS.map((one) => ({ id: one, label: RELATION_LABEL[one].to }))}
        value={kind}
        onChange={(picked) => {
          unsaved.change({ kind: picked, other })
        }}
      />
      <IncidentPicker
        id="relate-otherId"
        label="Incident"
        value={other}
        onChange={(picked) => {
          unsaved.change({ kind, other: picked })
        }}
        exceptId={incident.id}
        error={form.errorAt('otherId')}
      />
    </KeptForm>
  )
}
