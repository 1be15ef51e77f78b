import { useId } from 'react'

export type ProgressProps = {
  /** What is being waited for: "Loading the sources". */
  label: string
  /** 0 to `max`; left out while the length of the wait is unknown. */
  value?: number | undefined
  max?: number
  className?: string
}

/** Shows itself after 300 ms, by style alone, so that quick answers do not flicker. */
export function Progress({ label, value, max = 100, className = '' }: ProgressProps) {
  const id = useId()
  return (
    <div
      role="status"
      className={`flex animate-appear flex-wrap items-center gap-2 text-sm text-ink-muted ${className}`}
    >
      {value === undefined ? (
        <>
          <svg aria-hidden viewBox="0 0 16 16" className="size-4 animate-spin fill-none stroke-current stroke-2">
            <path d="M8 2a6 6 0 1 1-6 6" strokeLinecap="round" />
          </svg>
          <span>{label}…</span>
        </>
      ) : (
        <>
          <label htmlFor={id}>{label}</label>
          <progress
            id={id}
            value={value}
            max={max}
            className="h-2 w-40 appearance-none overflow-hidden rounded-full border border-rule-strong bg-paper [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-paper [&::-webkit-progress-value]:bg-accent"
          />
          <span className="tabular-nums">{Math.round((value / max) * 100)}%</span>
        </>
      )}
    </div>
  )
}
