import type { PublicClaim } from '@/domain/snapshot-schema'
import type { Words } from '@/domain/wording'
import type { LevelOrDisputed } from '@/components/level/level-mark'
import { Level } from './level'

export type Finding = PublicClaim['finding']

/** What a claim is marked with: its level, or that those who judged it were far apart. */
export function markOf(finding: Finding): LevelOrDisputed {
  if (finding === null) return 'unknown'
  return finding.heading === 'disputed' ? 'disputed' : finding.level
}

type FindingMarkProps = {
  finding: Finding
  words: Words
  /** “Disputed” stands above it, and need not be said twice. */
  isHeaded?: boolean
}

/** The mark, and for a disputed claim where the middle of the ballots lies. */
export function FindingMark({ finding, words, isHeaded = false }: FindingMarkProps) {
  const { t } = words
  if (finding === null) return <p className="text-sm text-ink-muted">{t('account.claim.unjudged')}</p>
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      {!(isHeaded && finding.heading === 'disputed') && <Level words={words} level={markOf(finding)} />}
      {finding.heading === 'disputed' && (
        <span className={`text-ink-muted ${isHeaded ? 'inline-block first-letter:uppercase' : ''}`}>
          {t('account.claim.middle', { level: words.within(t(`scale.level.${finding.level}`)) })}
        </span>
      )}
    </p>
  )
}
