import type { PublicClaim } from '@/domain/snapshot-schema'
import type { Leaf } from './anchors'
import { EvidenceLink, evidenceName } from './citation'
import { counted } from './words'

const ROW = 28
const WIDTH = 32

/** How articles run together into independent origins: each article on the left, what it goes back to on the right. */
export function Origins({ claim, leaf }: { claim: PublicClaim; leaf: Leaf }) {
  const { count, groups, unattributed } = claim.origins
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm">
        <strong className="font-semibold">{counted(count, 'independent origin')}</strong> in support
        {count > 0 && <span className="text-ink-muted">. Articles that go back to the same place count once.</span>}
        {count === 0 && <span className="text-ink-muted">.</span>}
      </p>
      {groups.length > 0 && (
        <ul className="flex flex-col gap-3">
          {groups.map((group, index) => (
            <li key={index} className="flex flex-col gap-1 break-inside-avoid">
              <div className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-center text-sm">
                <Articles numbers={group.evidence} leaf={leaf} />
                <Join count={group.evidence.length} />
                <p className="font-medium">
                  <bdi>{group.name}</bdi>
                </p>
              </div>
              {group.reasons.map((reason, at) => (
                <p key={at} className="text-sm text-ink-muted">
                  {reason}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
      {unattributed.length > 0 && (
        <div className="grid grid-cols-1 text-sm">
          <p className="text-ink-muted">Without a known origin, and so not counted:</p>
          <Articles numbers={unattributed} leaf={leaf} />
        </div>
      )}
    </div>
  )
}

function Articles({ numbers, leaf }: { numbers: readonly number[]; leaf: Leaf }) {
  return (
    <ul>
      {numbers.map((number) => {
        const piece = leaf.evidence.get(number)
        if (piece === undefined) return null
        const relays = piece.isConfidential ? [] : piece.relays
        return (
          <li key={number} className="flex h-7 items-center gap-1">
            <EvidenceLink number={number} leaf={leaf} />
            <span className="truncate">
              <bdi>{evidenceName(piece)}</bdi>
              {relays.length > 0 && (
                <span className="text-ink-muted">
                  , via <bdi>{relays.toReversed().join(', ')}</bdi>
                </span>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** Lines from each row to the middle of the other side. */
function Join({ count }: { count: number }) {
  const height = Math.max(1, count) * ROW
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
      className="mx-1 fill-none stroke-rule-strong rtl:-scale-x-100"
      strokeWidth={1.5}
    >
      {Array.from({ length: count }, (_, at) => {
        const from = at * ROW + ROW / 2
        const to = height / 2
        return <path key={at} d={`M2 ${from}C${WIDTH / 2} ${from} ${WIDTH / 2} ${to} ${WIDTH - 7} ${to}`} />
      })}
      <circle cx={WIDTH - 4} cy={height / 2} r={3} className="fill-ink stroke-none" />
    </svg>
  )
}
