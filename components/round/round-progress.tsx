import type { Round } from '@/components/workspace/view'

const names = new Intl.ListFormat('en')

/** How far the quorum is, and who has voted: names in their own order, never levels. */
export function RoundProgress({ round }: { round: Pick<Round, 'voters' | 'quorum' | 'fixedQuorum'> }) {
  const voted = round.voters.filter((voter) => !voter.isRecusal)
  const aside = round.voters.filter((voter) => voter.isRecusal)
  return (
    <div className="flex flex-col gap-0.5 text-sm">
      <p>
        <span className="font-medium tabular-nums">
          {voted.length > round.quorum ? voted.length : `${voted.length} of ${round.quorum}`}
        </span>{' '}
        {voted.length > round.quorum
          ? `ballots; ${round.quorum} ${round.quorum === 1 ? 'is' : 'are'} needed`
          : `${round.quorum === 1 ? 'ballot' : 'ballots'} needed`}
        {round.quorum !== round.fixedQuorum && (
          <span className="text-ink-muted"> ({round.fixedQuorum} before recusals)</span>
        )}
      </p>
      {voted.length > 0 && (
        <p className="text-ink-muted">
          Voted: <bdi>{names.format(voted.map((voter) => voter.name))}</bdi>
        </p>
      )}
      {aside.length > 0 && (
        <p className="text-ink-muted">
          Standing aside: <bdi>{names.format(aside.map((voter) => voter.name))}</bdi>
        </p>
      )}
    </div>
  )
}
