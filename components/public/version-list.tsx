import { Time } from '@/components/ui/time'
import type { CorrectionKind } from '@/domain/words'
import { CORRECTION_WORD } from './words'

export type VersionLine = {
  number: number
  publishedAt: Date
  hash: string
  correction: { kind: CorrectionKind; note: string | null } | null
  isRedacted: boolean
}

/** Every version at its own address, the one being read among them. */
export function VersionList({
  slug,
  versions,
  current,
}: {
  slug: string
  versions: readonly VersionLine[]
  current: number
}) {
  return (
    <section aria-labelledby="versions" className="flex flex-col gap-3 border-t border-ink pt-3">
      <h2 id="versions" className="font-serif text-xl font-semibold">
        Versions
      </h2>
      <ul className="flex max-w-reading flex-col gap-4 text-base">
        {versions.map(({ number, publishedAt, hash, correction, isRedacted }) => (
          <li key={number} className="flex flex-col gap-0.5">
            <p>
              <a
                href={`/incidents/${slug}/v/${number}`}
                {...(number === current && { 'aria-current': 'page' as const })}
                className="link aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:no-underline"
              >
                Version {number}
              </a>
              , <Time value={publishedAt.toISOString()} precision="minute" />
              {isRedacted && ' · redacted'}
            </p>
            {correction !== null && (
              <p className="text-sm">
                {CORRECTION_WORD[correction.kind]}
                {correction.note !== null && (
                  <>
                    : <bdi className="whitespace-pre-line">{correction.note}</bdi>
                  </>
                )}
              </p>
            )}
            <p className="text-xs text-ink-muted">
              SHA-256 <code className="font-mono break-all">{hash}</code>
            </p>
          </li>
        ))}
      </ul>
      <p className="text-sm print:hidden">
        <a href={`/incidents/${slug}/changes`} className="link me-4 inline-block py-1">
          What changed, and why
        </a>
        <a href={`/api/v1/incidents/${slug}?v=${current}`} className="link inline-block py-1">
          This version as data (JSON)
        </a>
      </p>
    </section>
  )
}
