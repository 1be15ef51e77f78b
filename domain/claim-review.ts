import { LEVEL_INFO } from './levels'
import type { PublicAppearance, PublicClaim, PublicEvidence, Snapshot } from './snapshot-schema'

/** Anchor of a claim on an account's page: `#c-…`. */
export function claimAnchor(claim: Pick<PublicClaim, 'key'>): string {
  return claim.key
}

const BEST = 5
const WORST = 1

type Json = Record<string, unknown>

/**
 * JSON-LD ClaimReview (schema.org; the fields that Google's Fact Check documentation requires or recommends) for each
 * claim with a claimant and a rated level. `unknown` has no value on the scale of 1 to 5, and a made-up one would be a
 * rating nobody gave: such a claim has no ClaimReview. `url`: of the account's page, without a fragment;
 * `datePublished`: ISO instant of the publication; `organisationUrl`: the site's root.
 */
export function claimReviews(
  snapshot: Snapshot,
  context: { url: string; datePublished: string; organisationUrl: string },
): Json[] {
  return snapshot.claims.flatMap((claim) => {
    const level = claim.finding?.level
    const ratingValue = level === undefined ? null : LEVEL_INFO[level].value
    if (level === undefined || ratingValue === null || claim.claimants.length === 0) return []
    return [
      {
        '@context': 'https://schema.org',
        '@type': 'ClaimReview',
        url: `${context.url}#${claimAnchor(claim)}`,
        claimReviewed: claim.text,
        datePublished: context.datePublished,
        inLanguage: snapshot.language,
        author: { '@type': 'Organization', name: snapshot.organisation.name, url: context.organisationUrl },
        reviewRating: {
          '@type': 'Rating',
          ratingValue,
          bestRating: BEST,
          worstRating: WORST,
          alternateName: LEVEL_INFO[level].label,
        },
        itemReviewed: claimOf(claim, snapshot),
      },
    ]
  })
}

function claimOf(claim: PublicClaim, snapshot: Snapshot): Json {
  const authors = claim.claimants.map(({ name, kind }) => ({
    '@type': kind === 'person' ? 'Person' : 'Organization',
    name,
  }))
  const first = claim.firstAppearance
  const date = first?.when ? isoDate(first.when) : null
  const firstWork = first?.source ? work(first.source) : null
  const appearances = appearancesOf(claim, snapshot.evidence)
  return {
    '@type': 'Claim',
    author: authors.length === 1 ? authors[0] : authors,
    ...(date === null ? {} : { datePublished: date }),
    ...(firstWork === null ? {} : { firstAppearance: firstWork }),
    ...(appearances.length === 0 ? {} : { appearance: appearances }),
  }
}

/** A plain day, month or year is ISO 8601 as it stands; of anything vaguer no exact date is made up. */
function isoDate(edtf: string): string | null {
  return /^\d{4}(-(0\d|1[0-2])(-\d\d)?)?$/.test(edtf) ? edtf : null
}

/** The articles that carry the claim in support, each once; those of confidential sources are in no public byte. */
function appearancesOf(claim: PublicClaim, evidence: readonly PublicEvidence[]): Json[] {
  const works = evidence.flatMap((piece): Json[] => {
    if (piece.isConfidential || piece.claim !== claim.key || piece.stance !== 'supports') return []
    const appearance = work(piece.source)
    return appearance === null ? [] : [appearance]
  })
  return [...new Map(works.map((each) => [each.url, each])).values()]
}

function work(source: PublicAppearance): Json | null {
  const url = source.url ?? source.archiveUrl
  if (url === null) return null
  return {
    '@type': 'CreativeWork',
    url,
    ...(source.title === null ? {} : { headline: source.title }),
    ...(source.outlet === null ? {} : { publisher: { '@type': 'Organization', name: source.outlet } }),
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/** JSON that can stand in a `<script>`: nothing in it can end the element or open a comment. */
export function safeJsonForScript(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => ESCAPES[character] ?? character)
}
