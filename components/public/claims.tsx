import { HEADINGS, type Heading } from '@/domain/levels'
import type { PublicClaim } from '@/domain/snapshot-schema'
import type { Leaf } from './anchors'
import { Claim } from './claim'
import { markOf } from './finding-mark'
import { Level } from './level'

/** Rivals of one question, or a claim that has none; placed under the heading of the one that stands best. */
type Group = { question: string; claims: PublicClaim[] }

/** In a preview a claim can be unjudged. */
type Place = Heading | 'unjudged'
const PLACES: readonly Place[] = [...HEADINGS, 'unjudged']

const placeOf = (claim: PublicClaim): Place => claim.finding?.heading ?? 'unjudged'
const rank = (claim: PublicClaim) => PLACES.indexOf(placeOf(claim))

function groupsOf(claims: readonly PublicClaim[]): Group[] {
  const groups: Group[] = []
  for (const claim of claims) {
    const known = groups.find((group) => group.claims.some((other) => other.rivals.includes(claim.key)))
    if (known) known.claims.push(claim)
    else groups.push({ question: claim.question.text, claims: [claim] })
  }
  return groups.map((group) => ({ ...group, claims: group.claims.toSorted((a, b) => rank(a) - rank(b)) }))
}

export type Section = { place: Place; label: string; id: string; groups: Group[]; elsewhere: PublicClaim[] }

/** The headings that have something under them, in order. A rival that stands beside a better one is pointed at. */
export function sectionsOf(leaf: Leaf, prefix = ''): Section[] {
  const groups = groupsOf(leaf.snapshot.claims)
  return PLACES.flatMap((place): Section[] => {
    const here = groups.filter((group) => group.claims[0] !== undefined && placeOf(group.claims[0]) === place)
    const elsewhere = groups
      .flatMap((group) => (here.includes(group) ? [] : group.claims))
      .filter((claim) => placeOf(claim) === place)
    if (here.length === 0 && elsewhere.length === 0) return []
    const { t } = leaf.words
    const label = place === 'unjudged' ? t('account.claim.unjudged') : t(`scale.heading.${place}`)
    return [{ place, label, id: `${prefix}${place}`, groups: here, elsewhere }]
  })
}

type Levels = { section: 2 | 3; claim: 3 | 4 }

export function Claims({
  sections,
  leaf,
  levels = { section: 2, claim: 3 },
}: {
  sections: readonly Section[]
  leaf: Leaf
  levels?: Levels
}) {
  const Title = `h${levels.section}` as const
  return sections.map(({ place, label, id, groups, elsewhere }) => (
    <section key={place} id={id} aria-labelledby={`${id}-title`} className="flex scroll-mt-4 flex-col gap-8">
      <header className="flex flex-wrap items-baseline gap-x-4 border-t border-ink pt-3">
        <Title id={`${id}-title`} className="font-serif text-2xl font-semibold">
          {label}
        </Title>
        {place !== 'unjudged' && (
          <p className="text-sm text-ink-muted">{leaf.words.t(`scale.headingMeaning.${place}`)}</p>
        )}
      </header>
      {groups.map((group) => (
        <GroupOfClaims key={group.claims[0]?.key} group={group} leaf={leaf} heading={levels.claim} />
      ))}
      {elsewhere.length > 0 && <Elsewhere claims={elsewhere} leaf={leaf} />}
    </section>
  ))
}

function GroupOfClaims({ group, leaf, heading }: { group: Group; leaf: Leaf; heading: 3 | 4 }) {
  const [only] = group.claims
  if (only !== undefined && group.claims.length === 1)
    return <Claim claim={only} leaf={leaf} heading={heading} isBesideRival={false} />
  const Title = `h${heading}` as const
  return (
    <div className="flex flex-col gap-4">
      <header>
        <Title
          lang={leaf.snapshot.language}
          dir="auto"
          className="text-match-parent font-serif text-xl font-semibold text-balance"
        >
          {group.question}
        </Title>
        <p className="text-sm text-ink-muted">{leaf.words.t('account.claim.rivals')}</p>
      </header>
      <div className="grid grid-cols-1 gap-x-10 gap-y-10 md:grid-cols-[repeat(auto-fit,minmax(18rem,1fr))]">
        {group.claims.map((claim) => (
          <Claim key={claim.key} claim={claim} leaf={leaf} heading={4} isBesideRival />
        ))}
      </div>
    </div>
  )
}

function Elsewhere({ claims, leaf }: { claims: readonly PublicClaim[]; leaf: Leaf }) {
  return (
    <ul className="flex flex-col gap-3">
      {claims.map((claim) => (
        <li key={claim.key} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Level words={leaf.words} level={markOf(claim.finding)} />
          <a href={`#${leaf.claimId(claim)}`} className="link font-serif text-md">
            <span lang={leaf.snapshot.language} dir="auto">
              {claim.text}
            </span>
          </a>
          <span className="text-sm text-ink-muted">{leaf.words.t('account.claim.rivalElsewhere')}</span>
        </li>
      ))}
    </ul>
  )
}
