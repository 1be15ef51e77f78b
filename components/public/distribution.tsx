import type { PublicClaim } from '@/domain/snapshot-schema'
import type { Words } from '@/domain/wording'
import { BallotPicture } from '@/components/picture/ballots'
import { LEVELS } from '@/domain/levels'

type Finding = NonNullable<PublicClaim['finding']>

/** How the ballots fell, drawn and in words. */
export function Distribution({ finding, words }: { finding: Finding; words: Words }) {
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <BallotPicture
        distribution={finding.distribution}
        level={finding.level}
        title={words.t('account.claim.ballots')}
      />
      <p className="min-w-40 flex-1 text-sm">{distributionText(finding, words)}</p>
    </div>
  )
}

export function distributionText({ distribution, ballots, spread }: Finding, { t, list }: Words): string {
  const cast = LEVELS.filter((level) => distribution[level] > 0)
  const parts = cast.map((level) =>
    t('account.claim.castFor', { count: distribution[level], level: t(`scale.level.${level}`) }),
  )
  const said = t('account.claim.cast', { ballots: t('account.ballots', { count: ballots }), list: list(parts) })
  if (spread === null || ballots < 2) return said
  return `${said} ${spread === 0 ? t('account.claim.agree') : t('account.claim.apart', { steps: spread })}`
}
