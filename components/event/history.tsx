import type { RouterOutputs } from '@/components/trpc'
import { Time } from '@/components/ui/time'

export type HistoryLine = RouterOutputs['event']['list']['items'][number]

/** What was done to an incident or the team, newest first, in plain words. */
export function History({ lines }: { lines: readonly HistoryLine[] }) {
  return (
    <ol className="flex max-w-reading flex-col">
      {lines.map((line) => (
        <li key={line.id} className="grid gap-x-4 gap-y-0.5 border-b border-rule py-2 sm:grid-cols-[11rem_1fr]">
          <Time value={line.at.toISOString()} precision="minute" className="text-sm text-ink-muted tabular-nums" />
          <div className="min-w-0">
            <p>
              <bdi className="font-medium">{line.actor ?? 'The program'}</bdi> {line.words}.
            </p>
            {line.reason !== null && (
              <p dir="auto" className="border-s-2 border-rule ps-2 text-sm whitespace-pre-line text-ink-muted">
                {line.reason}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
