'use client'

import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { StanceMark } from '@/components/evidence/stance-mark'
import type { CitationEntry } from './citation-entry'

/** A passage in few lines: what it bears on, what it says, whose it is. */
export function PassageText({ entry, lines }: { entry: CitationEntry; lines?: 2 }) {
  const { claim, stance, quotation, language, translation, source, origin, isWithdrawn } = entry
  const clamp = lines === 2 ? 'line-clamp-2' : 'max-h-40 overflow-y-auto'
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        {isWithdrawn && <Badge tone="negative">Withdrawn</Badge>}
        {stance === null ? <Badge tone="quiet">Background</Badge> : <StanceMark stance={stance} />}
        {claim !== null && <bdi className={`min-w-0 font-medium ${lines === 2 ? 'line-clamp-1' : ''}`}>{claim}</bdi>}
      </p>
      <q {...(language !== null && { lang: language })} dir="auto" className={`font-serif text-base ${clamp}`}>
        {quotation}
      </q>
      {translation !== null && (
        <p lang={translation.language} dir="auto" className={`text-ink-muted ${clamp}`}>
          {translation.text}
        </p>
      )}
      <p className="text-ink-muted">
        <bdi>{source}</bdi>
        {origin !== '' && (
          <>
            {' · '}
            <bdi>{origin}</bdi>
          </>
        )}
      </p>
    </div>
  )
}

/** Where a passage stands in its source, within the workspace. */
export function passageHref(incidentId: string, entry: Pick<CitationEntry, 'sourceId' | 'excerptId'>): string {
  return `/desk/incidents/${incidentId}?source=${entry.sourceId}&excerpt=${entry.excerptId}`
}

export function PassageCard({ entry, incidentId }: { entry: CitationEntry; incidentId: string }) {
  return (
    <div className="flex flex-col gap-2">
      <PassageText entry={entry} />
      <Link href={passageHref(incidentId, entry)} scroll={false} prefetch={false} className="link self-start text-sm">
        Show it in its source
      </Link>
    </div>
  )
}
