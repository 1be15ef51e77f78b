import { LevelMark } from '@/components/level/level-mark'
import { Badge } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import type { Finding } from '@/components/workspace/view'
import { DISPUTED_SPREAD, HEADING_LABEL } from '@/domain/levels'
import { Distribution } from './distribution'
import { UnnamedReasons } from './unnamed-reasons'

/** What a revealed round concluded: the level, how the ballots fell, the reasons without names. */
export function FindingPanel({ finding }: { finding: Finding }) {
  return (
    <div role="group" aria-label="Finding" className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <LevelMark level={finding.level} />
        <Badge tone="quiet">Stands under “{HEADING_LABEL[finding.heading]}”</Badge>
        <span className="text-sm text-ink-muted">
          Round {finding.number}
          {finding.revealedAt !== null && (
            <>
              , revealed <Time value={finding.revealedAt.toISOString()} />
            </>
          )}
        </span>
      </p>
      <Distribution counts={finding.distribution} />
      {finding.spread !== null && finding.spread >= DISPUTED_SPREAD && (
        <p className="flex items-start gap-2 text-sm">
          <LevelMark level="disputed" variant="plain" /> The spread of the ballots is {finding.spread} steps.
        </p>
      )}
      {finding.isStale && (
        <Notice tone="warning" title="This finding is stale.">
          What it was voted on has changed since: the claim, its evidence or where that comes from. Open a round anew.
        </Notice>
      )}
      {finding.reasons.length > 0 && (
        <Disclosure summary={finding.reasons.length === 1 ? 'One reason' : `${finding.reasons.length} reasons`}>
          <UnnamedReasons reasons={finding.reasons} />
        </Disclosure>
      )}
    </div>
  )
}
