import type { PublicClaim } from '@/domain/snapshot-schema'
import type { Words } from '@/domain/wording'
import { BallotPicture } from '@/components/picture/ballots'
import { agreementOf, type Agreement } from '@/domain/agreement'
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
      <p className="min-w-0 grow basis-40 text-sm">{distributionText(finding, words)}</p>
    </div>
  )
}

export function distributionText(finding: Finding, { t, list }: Words): string {
  const { distribution, ballots } = finding
  const cast = LEVELS.filter((level) => distribution[level] > 0)
  const parts = cast.map((level) =>
    t('account.claim.castFor', { count: distribution[level], level: t(`scale.level.${level}`) }),
  )
  const said = t('account.claim.cast', { ballots: t('account.ballots', { count: ballots }), list: list(parts) })
  const agreement = agreementOf(finding)
  return agreement === null ? said : `${said} ${agreementText(agreement, t)}`
}

function agreementText({ cut, steps }: Agreement, t: Words['t']): string {
  if (cut === 0) return steps === 0 ? t('account.claim.agree') : t('account.claim.apart', { steps })
  return steps === 0 ? t('account.claim.othersAgree', { cut }) : t('account.claim.othersApart', { cut, steps })
}
