'use client'

import { z } from 'zod'
import { BYLINE_MAX, chooseBylineInput } from '@/domain/input/revision'
import type { Workspace } from '@/components/evidence/view'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { KeptForm } from '@/components/draft/kept-form'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC } from '@/components/trpc'
import { Disclosure } from '@/components/ui/disclosure'
import { announce } from '@/components/ui/status'
import { TextField } from '@/components/ui/text-field'
import { useWorkspaceResult } from '@/components/workspace/use-workspace'

type Revision = NonNullable<Workspace['summary']['working']>

const fieldId = (path: string) => `summary-${path}`

/** One's own byline on the public page: none, unless one chooses it (rule 14). */
export function BylineField({ workspace, revision }: { workspace: Workspace; revision: Revision }) {
  const trpc = useTRPC()
  const own = revision.authors.find((author) => author.accountId === workspace.viewer.id)
  const name = { of: `byline.${revision.id}`, label: 'Your byline' }
  const unsaved = useUnsaved(name, z.string(), { version: 0, draft: own?.byline ?? '' })
  const { onSuccess, onFault } = useWorkspaceResult()
  const form = useSubmit({
    schema: chooseBylineInput,
    mutation: trpc.revision.chooseByline.mutationOptions(),
    onFault,
    onDone: (view) => {
      unsaved.forget()
      onSuccess(view)
      announce('Your byline is saved')
    },
  })
  if (own === undefined || revision.state !== 'draft') return null
  return (
    <Disclosure summary={own.byline === null ? 'Your byline: none' : `Your byline: ${own.byline}`}>
      <KeptForm
        unsaved={unsaved}
        form={form}
        fieldId={fieldId}
        submitLabel="Save the byline"
        tone="secondary"
        onSubmit={() => {
          form.submit({ revisionId: revision.id, byline: unsaved.draft })
        }}
      >
        <TextField
          id={fieldId('byline')}
          label="Name on the public page"
          description="Leave it empty and readers never learn that you wrote this. Once published it stays in that version: a redaction takes it from there, and not from copies that others keep."
          value={unsaved.draft}
          onChange={unsaved.change}
          maxLength={BYLINE_MAX}
          error={form.errorAt('byline')}
        />
      </KeptForm>
    </Disclosure>
  )
}
