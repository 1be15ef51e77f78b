import type { ReactNode } from 'react'

export type NoticeProps = { title?: string; children: ReactNode; tone?: 'info' | 'warning' }

const TONE = {
  info: 'border-accent bg-accent-wash',
  warning: 'border-possible bg-possible-wash',
} as const

/** Something one should know before going on; it is not an error. */
export function Notice({ title, children, tone = 'info' }: NoticeProps) {
  return (
    <div className={`flex flex-col gap-0.5 border-s-4 px-3 py-2 text-ink ${TONE[tone]}`}>
      {title !== undefined && <p className="font-medium">{title}</p>}
      <div className="text-sm">{children}</div>
    </div>
  )
}
