import type { Capture, Source } from '@/components/evidence/view'
import { Quotation } from '@/components/excerpt/quotation'
import { PlaceLink } from '@/components/source/place-link'
import { Notice } from '@/components/ui/notice'

type EarlierPassagesProps = { incidentId: string; source: Source; capture: Capture }

/** Rule 2: what is quoted from earlier captures, and whether this one still says it. */
export function EarlierPassages({ incidentId, source, capture }: EarlierPassagesProps) {
  const gone = capture.earlier.filter((passage) => passage.found === null)
  const kept = capture.earlier.length - gone.length
  if (capture.earlier.length === 0) return null
  if (gone.length === 0)
    return (
      <p className="text-sm text-ink-muted">
        {kept === 1 ? 'The passage' : `All ${kept} passages`} quoted from earlier captures still{' '}
        {kept === 1 ? 'stands' : 'stand'} here.
      </p>
    )
  return (
    <Notice
      tone="warning"
      title={`${gone.length} cited ${gone.length === 1 ? 'passage is' : 'passages are'} gone from this capture`}
    >
      <p>Their excerpts keep the old text, from the capture they were cut from.</p>
      <ul className="mt-2 flex flex-col gap-2">
        {gone.map((passage) => (
          <li key={passage.excerptId}>
            <Quotation exact={passage.exact} language={source.language} />
            {passage.near !== null && (
              <p className="text-ink-muted">
                Nearest now ({Math.round(passage.near.similarity * 100)}% alike):{' '}
                <q dir="auto" {...(source.language !== null && { lang: source.language })}>
                  {passage.near.exact}
                </q>
              </p>
            )}
            <PlaceLink
              incidentId={incidentId}
              place={{ source: source.id, capture: passage.captureId, excerpt: passage.excerptId }}
            >
              Show it in capture {passage.captureNumber}
            </PlaceLink>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
