import type { ReactNode } from 'react'

export type ErrorNoticeProps = {
  /** What happened, in one plain sentence. */
  title: string
  /** That nothing was lost, and what to do. */
  children?: ReactNode
  /** A button or link that does it. */
  action?: ReactNode
  /** What to quote to whoever runs the server. */
  reference?: string | undefined
}

/** Read out at once when it appears. */
export function ErrorNotice({ title, children, action, reference }: ErrorNoticeProps) {
  return (
    <div role="alert" className="flex flex-col items-start gap-1 border-s-4 border-danger bg-danger-wash px-3 py-2">
      <p className="font-medium text-danger">{title}</p>
      {children !== undefined && <div className="text-sm text-ink">{children}</div>}
      {reference !== undefined && <p className="text-sm text-ink">Reference: {reference}</p>}
      {action !== undefined && <div className="pt-1">{action}</div>}
    </div>
  )
}
