'use client'

import { GitMerge } from 'lucide-react'
import type { Workspace } from '@/components/evidence/view'
import { LinkButton } from '@/components/ui/link-button'
import { connectionsHref, suggestionsOf } from './suggestion'

/** How many connections wait for a decision; leads to them. */
export function SuggestionsLink({ workspace }: { workspace: Workspace }) {
  const waiting = suggestionsOf(workspace).length
  return (
    <LinkButton
      href={connectionsHref(workspace.incident.id)}
      size="small"
      variant={waiting === 0 ? 'quiet' : 'secondary'}
      icon={<GitMerge aria-hidden />}
      className="self-start"
    >
      Suggested connections <span className="text-ink-muted tabular-nums">{waiting}</span>
    </LinkButton>
  )
}
