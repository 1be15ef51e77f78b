import { formatWhen } from '@/domain/time'
import { isWithdrawn } from './claim-state'
import { originLabel } from './name'
import type { Picture } from './picture'
import type { IncidentView, OriginView, SourceView, WorkspaceView } from './view'

const words = (edtf: string | null): string | null => (edtf === null ? null : formatWhen(edtf))

function placeViewOf(place: Picture['incident']['place']): IncidentView['place'] {
  if (!place) return null
  const [main] = place.names
  return {
    id: place.id,
    name: main?.name ?? 'Unnamed place',
    names: place.names.map((name) => name.name),
    latitude: place.latitude,
    longitude: place.longitude,
    precision: place.precision,
  }
}

export function incidentViewOf({ incident }: Picture): IncidentView {
  return {
    id: incident.id,
    version: incident.version,
    slug: incident.slug,
    title: incident.title,
    type: incident.type,
    occurred: incident.occurred,
    occurredWords: words(incident.occurred),
    place: placeViewOf(incident.place),
    state: incident.state,
    closeReason: incident.closeReason,
    closeNote: incident.closeNote,
    createdAt: incident.createdAt,
    tags: incident.tags.map((row) => row.tag),
    parties: incident.parties.map(({ party }) => ({
      id: party.id,
      name: party.name,
      kind: party.kind,
      aliases: party.aliases.map((alias) => alias.name),
    })),
    sides: incident.sides.map((side) => ({
      id: side.id,
      name: side.name,
      parties: side.parties.map((member) => member.party),
    })),
    members: incident.members.map((member) => member.account),
    related: [
      ...incident.relatesTo.map(({ kind, other }) => ({
        id: other.id,
        title: other.title,
        kind,
        direction: 'to' as const,
      })),
      ...incident.relatedBy.map(({ kind, incident: other }) => ({
        id: other.id,
        title: other.title,
        kind,
        direction: 'from' as const,
      })),
    ],
  }
}

export function sourceViewsOf(picture: Picture): SourceView[] {
  const standing = new Map<string, number>()
  for (const piece of picture.evidence) {
    const { sourceId } = piece.excerpt.capture
    if (!isWithdrawn(piece)) standing.set(sourceId, (standing.get(sourceId) ?? 0) + 1)
  }
  return picture.sources.map((source) => {
    const [grade] = source.outlet?.grades ?? []
    return {
      id: source.id,
      version: source.version,
      kind: source.kind,
      medium: source.medium,
      outlet: source.outlet && {
        id: source.outlet.id,
        name: source.outlet.name,
        grade: grade?.grade ?? null,
        gradeReason: grade?.reason ?? null,
      },
      url: source.url,
      archiveUrl: source.archiveUrl,
      title: source.title,
      byline: source.byline,
      language: source.language,
      published: source.published,
      publishedWords: words(source.published),
      isConfidential: source.isConfidential,
      publicDescription: source.publicDescription,
      captures: source.captures.map(
        ({ id, number, textLength, textSha256, bytesSha256, method, capturedAt, isRedacted }) => ({
          id,
          number,
          textLength,
          textSha256,
          bytesSha256,
          method,
          capturedAt,
          isRedacted,
        }),
      ),
      evidenceCount: standing.get(source.id) ?? 0,
    }
  })
}

export function originViewsOf({ incident }: Picture): OriginView[] {
  return incident.origins.map((origin) => ({
    id: origin.id,
    version: origin.version,
    party: origin.party,
    channel: origin.channel,
    mode: origin.mode,
    dated: origin.dated,
    datedWords: words(origin.dated),
    firstSourceId: origin.firstSourceId,
    label: originLabel(origin),
  }))
}

export function lineageViewOf(picture: Picture): WorkspaceView['lineage'] {
  const held = new Set(picture.sources.map((source) => source.id))
  return picture.lineage.map((edge) => ({
    id: edge.id,
    version: edge.version,
    sourceId: edge.sourceId,
    ofId: edge.ofId,
    sourceTitle: held.has(edge.sourceId) ? null : edge.sourceTitle,
    ofTitle: held.has(edge.ofId) ? null : edge.ofTitle,
    kind: edge.kind,
    state: edge.state,
    reason: edge.reason,
    strength: edge.strength,
  }))
}
