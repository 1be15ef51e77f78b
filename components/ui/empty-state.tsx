import type { ReactNode } from 'react'

export type EmptyStateProps = {
  title: string
  /** What to do next, in a sentence. */
  children?: ReactNode
  /** The button or link that does it. */
  action?: ReactNode
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-1.5 border-s-2 border-rule py-1 ps-3">
      <p className="font-medium">{title}</p>
      {children !== undefined && <div className="text-sm text-ink-muted">{children}</div>}
      {action !== undefined && <div className="pt-1">{action}</div>}
    </div>
  )
}
