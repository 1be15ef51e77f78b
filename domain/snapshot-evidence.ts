import { sha256Hex } from './hash'
import type { AccountPicture, PictureEvidence, PictureParty, PictureSource } from './snapshot-picture'
import type { PublicAppearance, PublicEvidence } from './snapshot-schema'

/** The picture's lists by id, with what rule 14 lets out of each. */
export type Shelf = {
  parties: ReadonlyMap<string, PictureParty>
  sources: ReadonlyMap<string, PictureSource>
  captures: ReadonlyMap<string, AccountPicture['captures'][number]>
  origins: ReadonlyMap<string, AccountPicture['origins'][number]>
  /** `c` for a claim, `e` for evidence: the same in every version of this account, unrelated to any other's. */
  keyOf(kind: 'c' | 'e', id: string): string
  isConfidential(sourceId: string | null): boolean
  /** How a source is pointed at in passing; null for an unknown or confidential one. */
  appearanceOf(sourceId: string | null): PublicAppearance | null
}

const KEY_DIGITS = 10

export function shelve(picture: AccountPicture): Shelf {
  const parties = new Map(picture.parties.map((party) => [party.id, party]))
  const sources = new Map(picture.sources.map((source) => [source.id, source]))
  return {
    parties,
    sources,
    captures: new Map(picture.captures.map((capture) => [capture.id, capture])),
    origins: new Map(picture.origins.map((origin) => [origin.id, origin])),
    keyOf: (kind, id) => `${kind}-${sha256Hex(`${picture.incident.id}/${id}`).slice(0, KEY_DIGITS)}`,
    isConfidential: (sourceId) => sourceId !== null && sources.get(sourceId)?.isConfidential !== false,
    appearanceOf(sourceId) {
      const source = sourceId === null ? undefined : sources.get(sourceId)
      if (source === undefined || source.isConfidential) return null
      const outlet = source.outletId === null ? null : (parties.get(source.outletId)?.name ?? null)
      return { outlet, title: source.title, url: source.url, archiveUrl: source.archiveUrl }
    },
  }
}

/** Throws for evidence whose source or capture is not in the picture. */
export function publicEvidence(piece: PictureEvidence, number: number, shelf: Shelf): PublicEvidence {
  const source = shelf.sources.get(piece.sourceId)
  if (source === undefined) throw new Error('evidence without its source')
  const common = {
    number,
    key: shelf.keyOf('e', piece.id),
    claim: piece.claimId === null ? null : shelf.keyOf('c', piece.claimId),
    stance: piece.stance,
  }
  if (source.isConfidential)
    return { ...common, isConfidential: true, description: source.publicDescription ?? 'A confidential source' }
  const capture = shelf.captures.get(piece.captureId)
  if (capture === undefined) throw new Error('evidence without its capture')
  return {
    ...common,
    isConfidential: false,
    source: publicSource(source, shelf),
    quotation: {
      exact: piece.exact,
      prefix: piece.prefix,
      suffix: piece.suffix,
      start: piece.start,
      end: piece.end,
      ...(piece.pages && { pages: piece.pages }),
      language: source.language,
    },
    translation: publicTranslation(piece.translation),
    capture: {
      textSha256: capture.textSha256,
      capturedAt: capture.capturedAt,
      normalisation: capture.normalisation,
    },
    origin: publicOrigin(piece.originId, shelf),
    relays: piece.relayPartyIds.flatMap((id) => shelf.parties.get(id)?.name ?? []),
  }
}

type OpenEvidence = Extract<PublicEvidence, { isConfidential: false }>

function publicSource(source: PictureSource, shelf: Shelf): OpenEvidence['source'] {
  const outlet = source.outletId === null ? undefined : shelf.parties.get(source.outletId)
  return {
    kind: source.kind,
    medium: source.medium,
    outlet: outlet?.name ?? null,
    grade: outlet?.grade ? { grade: outlet.grade.grade, reason: outlet.grade.reason } : null,
    title: source.title,
    // The byline of the desk's own work would be an editor's name (rule 14).
    byline: source.kind === 'own_work' ? null : source.byline,
    url: source.url,
    archiveUrl: source.archiveUrl,
    language: source.language,
    published: source.published,
  }
}

function publicTranslation(translation: PictureEvidence['translation']): OpenEvidence['translation'] {
  if (translation === null) return null
  const { text, language, method, translator } = translation
  return { text, language, method, translator: method === 'desk' ? null : translator }
}

function publicOrigin(originId: string | null, shelf: Shelf): OpenEvidence['origin'] {
  const origin = originId === null ? undefined : shelf.origins.get(originId)
  if (origin === undefined) return null
  return {
    party: origin.partyId === null ? null : (shelf.parties.get(origin.partyId)?.name ?? null),
    channel: origin.channel,
    mode: origin.mode,
    dated: origin.dated,
    firstCarriedBy: shelf.appearanceOf(origin.firstSourceId),
  }
}
