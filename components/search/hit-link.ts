import type { RouterOutputs } from '@/components/trpc'

export type Hit = RouterOutputs['search']['find']['items'][number]

/** Where what was found stands, at the very passage; null where it is in no incident. */
export function hitHref(hit: Hit): string | null {
  const { kind, subjectId, incident, source, capture } = hit
  if (kind === 'party') return `/desk/team/parties?q=${encodeURIComponent(firstLine(hit))}`
  if (kind === 'place') return `/desk/team/places?q=${encodeURIComponent(firstLine(hit))}`
  if (incident === null) return null
  if (kind === 'incident') return `/desk/incidents/${incident.id}`
  if (kind === 'claim') return `/desk/incidents/${incident.id}#claim-${subjectId}`
  if (source === null) return null
  const page = `/desk/incidents/${incident.id}/sources/${source.id}`
  if (capture === null) return page
  const params = new URLSearchParams({ capture: capture.id })
  if (kind === 'excerpt') params.set('excerpt', subjectId)
  else if (capture.at !== null) params.set('at', `${capture.at.start}-${capture.at.end}`)
  return `${page}?${params.toString()}`
}

function firstLine(hit: Hit): string {
  return hit.shown.text.split('\n')[0]?.slice(0, 200) ?? ''
}
