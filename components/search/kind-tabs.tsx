'use client'

import { Button } from '@/components/ui/button'
import type { RouterOutputs } from '@/components/trpc'
import { SEARCH_KINDS } from '@/domain/search'
import { KIND_LABEL } from './words'

type KindTabsProps = {
  counts: RouterOutputs['search']['count'] | undefined
  kind: string
  onPick: (kind: string) => void
}

/** Everything, or one kind of thing, each with how many there are. */
export function KindTabs({ counts, kind, onPick }: KindTabsProps) {
  const countOf = (of: string) => counts?.counts.find((count) => count.kind === of)?.count
  const most = counts?.most ?? 0
  return (
    <div role="group" aria-label="Kinds of things" className="-mx-1 flex flex-wrap gap-1">
      {['', ...SEARCH_KINDS].map((one) => {
        const count = one === '' ? undefined : countOf(one)
        if (one !== '' && one !== kind && (count === undefined || count === 0)) return null
        return (
          <Button
            key={one}
            size="small"
            variant={one === kind ? 'secondary' : 'quiet'}
            aria-pressed={one === kind}
            onPress={() => {
              onPick(one)
            }}
          >
            {labelOf(one)}
            {count !== undefined && (
              <span className="text-ink-muted tabular-nums">{count >= most ? `${most}+` : count}</span>
            )}
          </Button>
        )
      })}
    </div>
  )
}

function labelOf(kind: string): string {
  const found = SEARCH_KINDS.find((one) => one === kind)
  return found === undefined ? 'All' : KIND_LABEL[found].many
}
