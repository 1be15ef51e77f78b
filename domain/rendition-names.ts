import { groupBy } from './group-by'
import { compareText } from './hash'
import { renamedReason } from './origin-reason'
import type { PublicClaim, PublicEvidence, Snapshot } from './snapshot-schema'

/** Where the translation of a name stands. */
export const namePath = (name: string): string => `name/${name}`

const openOf = (evidence: readonly PublicEvidence[]) =>
  evidence.flatMap((piece) => (piece.isConfidential ? [] : [piece]))

/**
 * The names that the desk gave on an account, each once, in the order of the page: of its place, parties, sides,
 * claimants, origins, channels and relays. Outlets, titles and bylines are quoted as they stand and are none.
 */
export function namesOf({ incident, claims, evidence }: Snapshot): string[] {
  const names = [
    ...(incident.place === null ? [] : [incident.place.name]),
    ...incident.parties.map(({ name }) => name),
    ...incident.sides.map(({ name }) => name),
    ...claims.flatMap(({ claimants }) => claimants.map(({ name }) => name)),
    ...openOf(evidence).flatMap(({ origin, relays }) => [
      ...(origin === null ? [] : [origin.party ?? '', origin.channel]),
      ...relays,
    ]),
  ]
  return [...new Set(names)].filter((name) => name.trim() !== '')
}

const key = (name: string) => name.normalize('NFC').toLowerCase()

/** Different names that would be read as one: each by what they would be called, and who shares it. */
export function sharedNames(names: readonly string[], say: (name: string) => string): [string, string[]][] {
  return [...groupBy(names, (name) => key(say(name))).values()].flatMap((own): [string, string[]][] => {
    const [first = ''] = own
    return own.some((name) => key(name) !== key(first)) ? [[say(first), own]] : []
  })
}

/**
 * What each of `names` is called by its translation. Where two would be called alike, or one as another was published,
 * they keep their names: whoever reads one must not take it for the other.
 */
export function calling(
  names: readonly string[],
  translated: ReadonlyMap<string, string>,
  pathOf: (name: string) => string,
): (name: string) => string {
  const say = (name: string) => translated.get(pathOf(name)) ?? name
  const shared = new Set(sharedNames(names, say).flatMap(([, own]) => own))
  const known = new Set(names)
  return (name) => (known.has(name) && !shared.has(name) ? say(name) : name)
}

/**
 * The account under other names. A place and a party keep theirs beside the new one, as another by which reports have
 * them; what an origin is called, and why some are one, is said with the new names.
 */
export function renamed(snapshot: Snapshot, say: (name: string) => string): Snapshot {
  const { incident, claims, evidence } = snapshot
  const { place } = incident
  const isOther = (name: string) => say(name) !== name
  return {
    ...snapshot,
    incident: {
      ...incident,
      place: place && { ...place, name: say(place.name) },
      parties: incident.parties.map((party) => ({
        ...party,
        name: say(party.name),
        aliases: isOther(party.name) ? [...new Set([party.name, ...party.aliases])] : party.aliases,
        side: party.side && say(party.side),
      })),
      sides: incident.sides.map(({ name, parties }) => ({ name: say(name), parties: parties.map(say) })),
    },
    claims: claims.map((claim) => ({
      ...claim,
      claimants: claim.claimants.map(({ name, kind }) => ({ name: say(name), kind })),
      origins: {
        ...claim.origins,
        groups: claim.origins.groups.map((group) => ({
          ...group,
          name: groupName(group, snapshot, say),
          reasons: group.reasons.map((reason) => renamedReason(reason, say)),
        })),
      },
    })),
    evidence: evidence.map((piece) =>
      piece.isConfidential
        ? piece
        : {
            ...piece,
            origin: piece.origin && {
              ...piece.origin,
              party: piece.origin.party && say(piece.origin.party),
              channel: say(piece.origin.channel),
            },
            relays: piece.relays.map(say),
          },
    ),
  }
}

type Group = PublicClaim['origins']['groups'][number]

/** A group is called by its parties, or by the channels of what has none; where they are many of one side, by that first. */
function groupName({ name, evidence }: Group, snapshot: Snapshot, say: (name: string) => string): string {
  const own = new Set(
    openOf(snapshot.evidence).flatMap(({ number, origin }) =>
      origin !== null && evidence.includes(number) ? [origin.party ?? origin.channel] : [],
    ),
  )
  // In the order in which the document has them.
  const names = [...own].toSorted(compareText)
  const parts = names.join(', ')
  if (name === parts) return names.map(say).join(', ')
  const side = snapshot.incident.sides.find((each) => name === `${each.name}: ${parts}`)
  return side === undefined ? name : `${say(side.name)}: ${names.map(say).join(', ')}`
}
