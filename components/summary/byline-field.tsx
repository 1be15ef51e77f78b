'use client'

import { z } from 'zod'
import { BYLINE_MAX } from '@/domain/input/revision'
import type { Workspace } from '@/components/evidence/view'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { TextField } from '@/components/ui/text-field'
import { useSummaryCommand } from './use-summary-command'

type Revision = NonNullable<Workspace['summary']['working']>

/** One's own byline on the public page: none, unless one chooses it (rule 14). */
export function BylineField({ workspace, revision }: { workspace: Workspace; revision: Revision }) {
  const trpc = useTRPC()
  const own = revision.authors.find((author) => author.accountId === workspace.viewer.id)
  const name = { of: `byline.${revision.id}`, label: 'Your byline' }
  const unsaved = useUnsaved(name, z.string(), { version: 0, draft: own?.byline ?? '' })
  const choose = useSummaryCommand(trpc.revision.chooseByline.mutationOptions(), 'Your byline is saved')
  if (own === undefined || revision.state !== 'draft') return null
  return (
    <Disclosure summary={own.byline === null ? 'Your byline: none' : `Your byline: ${own.byline}`}>
      <form
        noValidate
        className="flex flex-col items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          choose.run({ revisionId: revision.id, byline: unsaved.draft }, { onSuccess: unsaved.forget })
        }}
      >
        <TextField
          label="Name on the public page"
          description="Leave it empty and readers never learn that you wrote this. Once published it stays in that version for good."
          value={unsaved.draft}
          onChange={unsaved.change}
          maxLength={BYLINE_MAX}
          error={choose.fault?.fields.byline ?? choose.problem}
        />
        <Button type="submit" size="small" isPending={choose.isPending}>
          Save the byline
        </Button>
      </form>
    </Disclosure>
  )
}
