import type { ReactNode, SyntheticEvent } from 'react'

export type DisclosureProps = {
  summary: ReactNode
  children: ReactNode
  isOpen?: boolean
  onToggle?: (isOpen: boolean) => void
  className?: string
}

/** A heading that opens what is below it. Native, so it works without scripts and is found by the browser's search. */
export function Disclosure({ summary, children, isOpen = false, onToggle, className = '' }: DisclosureProps) {
  return (
    <details
      open={isOpen}
      className={className}
      {...(onToggle && {
        onToggle: (event: SyntheticEvent<HTMLDetailsElement>) => {
          onToggle(event.currentTarget.open)
        },
      })}
    >
      <summary className="flex min-h-6 list-none items-baseline gap-1.5 font-medium text-accent pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <svg
          aria-hidden
          viewBox="0 0 8 8"
          // By its own summary: a closed one may stand within an open one.
          className="size-2 shrink-0 fill-current rtl:-scale-x-100 in-[details[open]>summary]:rotate-90 rtl:in-[details[open]>summary]:scale-x-100"
        >
          <path d="M1 0l6 4-6 4z" />
        </svg>
        <span>{summary}</span>
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  )
}
