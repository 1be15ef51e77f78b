import type { ReactNode } from 'react'

/** Read by screen readers, not seen. By class, never by style attribute, so that the public policy allows it. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>
}
