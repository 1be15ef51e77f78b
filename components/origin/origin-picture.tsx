import type { Claim } from '@/components/evidence/view'
import { Disclosure } from '@/components/ui/disclosure'
import { OriginNarrow } from '@/components/picture/origin-narrow'
import { chainsOf } from '@/components/picture/origin-layout'
import { OriginWide } from '@/components/picture/origin-wide'

/** Rule 3 drawn: articles → relays → origins → groups, with the reason for each joining. Needs no scripts. */
export function OriginPicture({ origins }: { origins: Claim['origins'] }) {
  const { groups, unattributed, count, picture } = origins
  if (picture.nodes.length === 0)
    return <p className="text-sm text-ink-muted">No supporting evidence yet, so no independent origins.</p>
  const joined = groups.filter((group) => group.reasons.length > 0)
  return (
    <figure className="@container flex flex-col gap-2">
      <figcaption className="text-sm">
        <strong className="font-semibold tabular-nums">{count}</strong> independent {count === 1 ? 'origin' : 'origins'}
        {unattributed.length > 0 && (
          <span className="text-ink-muted">
            {' '}
            · {unattributed.length} {unattributed.length === 1 ? 'passage' : 'passages'} of unknown origin, which{' '}
            {unattributed.length === 1 ? 'counts' : 'count'} for none
          </span>
        )}
      </figcaption>
      <div className="hidden @lg:block">
        <OriginWide picture={picture} />
      </div>
      <div className="@lg:hidden">
        <OriginNarrow picture={picture} />
      </div>
      {joined.length > 0 && (
        <ul className="flex flex-col gap-1 text-sm">
          {joined.map((group) => (
            <li key={group.key}>
              <bdi className="font-medium">{group.label}</bdi> is one origin:{' '}
              {[...new Set(group.reasons)].map((reason) => (
                <bdi key={reason}>{reason} </bdi>
              ))}
            </li>
          ))}
        </ul>
      )}
      <Disclosure summary="The same in words" className="text-sm">
        <ul className="flex list-disc flex-col gap-1 ps-5">
          {chainsOf(picture).map((chain) => (
            <li key={chain.evidenceId}>
              {chain.labels.map((label, index) => (
                <span key={`${index} ${label}`}>
                  {index > 0 && ' ← '}
                  <bdi>{label}</bdi>
                </span>
              ))}
              {!chain.isCounted && ' (counts for none)'}
            </li>
          ))}
        </ul>
      </Disclosure>
    </figure>
  )
}
