import { Uses } from './merge-dialog'
import type { ComponentProps } from 'react'

/** At the foot of a record's form; undefined while it is being asked. */
export function WhereUsed({ uses }: { uses: ComponentProps<typeof Uses>['uses'] | undefined }) {
  return (
    <section aria-label="Where it is used" className="text-sm">
      <h3 className="font-medium">Where it is used</h3>
      {uses === undefined ? <p className="text-ink-muted">Loading…</p> : <Uses uses={uses} />}
    </section>
  )
}
