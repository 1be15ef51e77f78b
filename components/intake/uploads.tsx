import type { Going } from './use-files'

/** Files on their way, each with how much of it has gone. */
export function Uploads({ going }: { going: readonly Going[] }) {
  if (going.length === 0) return null
  return (
    <ul aria-label="Files being sent" className="flex flex-col gap-1 text-sm text-ink-muted">
      {going.map(({ key, name, share }) => (
        <li key={key} className="grid grid-cols-[1fr_6rem_3rem] items-center gap-2">
          <bdi className="truncate">{name}</bdi>
          {share === null ? (
            <span className="col-span-2 text-end">waits</span>
          ) : (
            <>
              <progress
                aria-label={`Sending ${name}`}
                value={share}
                max={1}
                className="h-2 w-full appearance-none overflow-hidden rounded-full border border-rule-strong bg-paper [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-paper [&::-webkit-progress-value]:bg-accent"
              />
              <span className="text-end tabular-nums">{Math.round(share * 100)}%</span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
