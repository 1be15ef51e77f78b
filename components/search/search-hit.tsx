import Link from 'next/link'
import { LevelMark } from '@/components/level/level-mark'
import { Badge } from '@/components/ui/badge'
import { hitHref, type Hit } from './hit-link'
import { MarkedText } from './marked-text'
import { KIND_LABEL } from './words'

/** One thing that was found: what it is, where it stands, the passage. The whole of it is the link. */
export function SearchHit({ hit }: { hit: Hit }) {
  const href = hitHref(hit)
  const isText = hit.kind === 'passage' || hit.kind === 'excerpt'
  return (
    <li className="relative flex flex-col gap-1 border-b border-rule px-2 py-3 focus-within:bg-accent-wash hover:bg-paper-sunken">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-muted">
        <Badge tone="quiet">{KIND_LABEL[hit.kind].one}</Badge>
        {hit.isTranslation && <Badge>Translation</Badge>}
        {hit.isWithdrawn && <Badge tone="warning">Withdrawn</Badge>}
        {hit.source?.isConfidential === true && <Badge tone="warning">Confidential</Badge>}
        {hit.level !== null && <LevelMark level={hit.level} />}
        <span className="min-w-0">
          <Where hit={hit} />
        </span>
      </p>
      <HitLink href={href}>
        <span
          dir="auto"
          {...(hit.language !== null && { lang: hit.language })}
          className={`block [overflow-wrap:anywhere] [unicode-bidi:isolate] ${isText ? 'font-serif' : 'font-medium whitespace-pre-line'}`}
        >
          <MarkedText shown={hit.shown} />
        </span>
      </HitLink>
    </li>
  )
}

function HitLink({ href, children }: { href: string | null; children: React.ReactNode }) {
  if (href === null)
    return (
      <div>
        {children}
        <p className="text-sm text-ink-muted">In no incident.</p>
      </div>
    )
  return (
    <Link
      href={href}
      prefetch={false}
      data-hit
      className="text-ink no-underline after:absolute after:inset-0 after:content-['']"
    >
      {children}
    </Link>
  )
}

/** Its source and incident, or its day and place. */
function Where({ hit }: { hit: Hit }) {
  const parts = [
    hit.when,
    hit.place,
    ...ofSource(hit.source, hit.kind),
    hit.kind === 'incident' ? null : hit.incident?.title,
  ]
  const said = parts.filter((part) => part != null && part !== '')
  return said.map((part, at) => (
    <span key={`${part} ${at}`}>
      {at > 0 && ' · '}
      <bdi>{part}</bdi>
    </span>
  ))
}

function ofSource(source: Hit['source'], kind: Hit['kind']): (string | null)[] {
  if (source === null) return []
  const outlet =
    source.outlet === null ? null : source.grade === null ? source.outlet : `${source.outlet} (${source.grade})`
  return [outlet, kind === 'source' ? null : source.title, source.published]
}
