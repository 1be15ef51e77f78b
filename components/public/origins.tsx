import { OriginNarrow } from '@/components/picture/origin-narrow'
import { chainsOf } from '@/components/picture/origin-layout'
import type { KindWords } from '@/components/picture/origin-style'
import { OriginWide } from '@/components/picture/origin-wide'
import { Disclosure } from '@/components/ui/disclosure'
import { joinedBy, readReason, reasonText } from '@/domain/origin-reason'
import { publicOriginPicture } from '@/domain/picture/public-origins'
import type { PublicClaim } from '@/domain/snapshot-schema'
import { isolated, type Words } from '@/domain/wording'
import type { Leaf } from './anchors'

const kindWords = ({ t }: Words): KindWords => ({
  source: (count) => t(`account.origins.${count === 1 ? 'source' : 'sources'}`),
  relay: (count) => t(`account.origins.${count === 1 ? 'relay' : 'relays'}`),
  origin: (count) => t(`account.origins.${count === 1 ? 'origin' : 'origins'}`),
  group: () => t('account.origins.group'),
})

/** How sources run together into independent origins: drawn, why they are one, and the same in words. */
export function Origins({ claim, leaf }: { claim: PublicClaim; leaf: Leaf }) {
  const { words } = leaf
  const { t } = words
  const { count, groups, unattributed } = claim.origins
  const named = {
    source: t('account.evidence.unknownOutlet'),
    origin: t('account.origins.unknown'),
    confidential: t('account.origins.confidential'),
  }
  const picture = publicOriginPicture(claim, leaf.evidence, named)
  const joined = groups.filter((group) => group.reasons.length > 0)
  const kinds = kindWords(words)
  return (
    <figure className="@container flex flex-col gap-2">
      <figcaption className="text-sm">
        {t.rich('account.origins.support', {
          origins: t('scale.origins', { count }),
          strong: (text) => <strong className="font-semibold">{text}</strong>,
        })}{' '}
        {count > 0 && <span className="text-ink-muted">{t('account.origins.once')}</span>}
      </figcaption>
      {picture.nodes.length > 0 && (
        <>
          <div className="hidden @lg:block">
            <OriginWide picture={picture} kinds={kinds} />
          </div>
          <div className="@lg:hidden">
            <OriginNarrow picture={picture} kinds={kinds} />
          </div>
          {joined.map((group, index) => (
            <p key={index} className="text-sm text-ink-muted">
              <bdi className="font-medium text-ink">{group.name}</bdi>:{' '}
              {group.reasons.map((sentence) => (
                <Because key={sentence} sentence={sentence} group={group} leaf={leaf} />
              ))}
            </p>
          ))}
          <Disclosure summary={t('account.origins.inWords')} className="text-sm">
            <ul className="flex list-disc flex-col gap-1 ps-5">
              {chainsOf(picture).map(({ evidenceId, labels, group }) => (
                <li key={evidenceId}>
                  {t('account.origins.passed', {
                    number: evidenceId,
                    chain: labels.map(isolated).join(words.cameFrom),
                  })}
                  {words.comma}
                  {group === null
                    ? t('account.origins.uncounted')
                    : t('account.origins.counted', { name: isolated(group) })}
                </li>
              ))}
            </ul>
          </Disclosure>
        </>
      )}
      {unattributed.length > 0 && (
        <p className="text-sm text-ink-muted">
          {t('account.origins.unattributed', { numbers: words.list(unattributed.map(String)) })}
        </p>
      )}
      {isHidden(claim, leaf) && <p className="text-sm text-ink-muted">{t('account.origins.hidden')}</p>}
    </figure>
  )
}

type BecauseProps = { sentence: string; group: PublicClaim['origins']['groups'][number]; leaf: Leaf }

/** A document's own sentence, in the reader's words, and of which evidence it is; as it is where it is none that is known. */
function Because({ sentence, group, leaf: { words, snapshot } }: BecauseProps) {
  const reason = readReason(sentence)
  if (reason === null) return <span lang="en">{sentence} </span>
  const numbers = joinedBy(reason, group, snapshot)
  return (
    <span>
      {numbers !== null && `${words.t('account.origins.joined', { numbers: words.list(numbers.map(String)) })} `}
      {reasonText(reason, words)}{' '}
    </span>
  )
}

/** Supporting evidence that stands in no published group. */
function isHidden({ evidence, origins: { groups, unattributed } }: PublicClaim, leaf: Leaf): boolean {
  const drawn = new Set([...groups.flatMap((group) => group.evidence), ...unattributed])
  return evidence.some((number) => leaf.evidence.get(number)?.stance === 'supports' && !drawn.has(number))
}
