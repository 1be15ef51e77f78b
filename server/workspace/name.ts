import type { Picture } from './picture'

/** Names of what a picture's ids stand for; each null where the picture does not hold it. */
export type Names = {
  originName: (id: string) => string | null
  partyName: (id: string) => string | null
  sideName: (id: string) => string | null
  sourceName: (id: string) => string | null
}

export function originLabel(origin: { channel: string; party: { name: string } | null }): string {
  return origin.party ? `${origin.party.name}: ${origin.channel}` : origin.channel
}

export function namesOf(picture: Picture): Names {
  const { incident } = picture
  const parties = new Map<string, string>([
    ...incident.origins.flatMap((origin) => (origin.party ? [[origin.party.id, origin.party.name] as const] : [])),
    ...incident.sides.flatMap((side) => side.parties.map((member) => [member.partyId, member.party.name] as const)),
    ...incident.parties.map((member) => [member.partyId, member.party.name] as const),
    ...picture.sources.flatMap((source) => (source.outlet ? [[source.outlet.id, source.outlet.name] as const] : [])),
    ...picture.evidence.flatMap((piece) => piece.relays.map((relay) => [relay.partyId, relay.party.name] as const)),
  ])
  const origins = new Map(incident.origins.map((origin) => [origin.id, originLabel(origin)]))
  const sides = new Map(incident.sides.map((side) => [side.id, side.name]))
  const sources = new Map<string, string | null>([
    ...picture.lineage.flatMap(
      (edge) =>
        [
          [edge.sourceId, edge.sourceTitle],
          [edge.ofId, edge.ofTitle],
        ] as const,
    ),
    ...picture.sources.map((source) => [source.id, source.title ?? source.outlet?.name ?? null] as const),
  ])
  return {
    originName: (id) => origins.get(id) ?? null,
    partyName: (id) => parties.get(id) ?? null,
    sideName: (id) => sides.get(id) ?? null,
    sourceName: (id) => sources.get(id) ?? null,
  }
}
