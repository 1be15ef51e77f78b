import type { ReactNode } from 'react'
import { GRADE_LABEL } from '@/domain/levels'
import { pageWords } from '@/domain/page'
import type { PublicAppearance, PublicEvidence } from '@/domain/snapshot-schema'
import { formatWhen } from '@/domain/time'
import { Time } from '@/components/ui/time'
import type { Leaf } from './anchors'
import { languageName, MEDIUM_WORD, MODE_WORD, TRANSLATION_WORDS } from './words'

type OpenEvidence = Extract<PublicEvidence, { isConfidential: false }>

/** Only what a browser opens as a page; a stored address that is anything else is shown as text. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url)
}

export function SourceLink({ url, children }: { url: string | null; children: ReactNode }) {
  if (url === null || !isWebAddress(url)) return <>{children}</>
  return (
    <a href={url} rel="noopener nofollow" className="link">
      {children}
    </a>
  )
}

const STANCE = { supports: 'In support', disputes: 'Against' } as const

/** One piece of evidence: the passage, what it says in the reader's language, where it stands and where it comes from. */
export function Evidence({ piece, leaf }: { piece: PublicEvidence; leaf: Leaf }) {
  return (
    <article
      id={leaf.evidenceId(piece)}
      tabIndex={-1}
      aria-label={`Evidence ${piece.number}`}
      className="flex scroll-mt-4 gap-3 outline-none break-inside-avoid target:bg-highlight target:shadow-[0_0_0_0.5rem_var(--highlight)]"
    >
      <p
        aria-hidden
        className="w-6 shrink-0 pt-0.5 text-end font-sans text-sm font-semibold text-ink-muted tabular-nums"
      >
        {piece.number}
      </p>
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        {piece.isConfidential ? <Confidential piece={piece} /> : <Open piece={piece} />}
        <BackLinks piece={piece} leaf={leaf} />
      </div>
    </article>
  )
}

function Confidential({ piece }: { piece: Extract<PublicEvidence, { isConfidential: true }> }) {
  return (
    <div className="text-base">
      <p>
        <bdi>{piece.description}</bdi>
      </p>
      <p className="text-sm text-ink-muted">
        {piece.stance !== null && `${STANCE[piece.stance]}. `}A confidential source: naming it, or quoting it, could
        harm someone. The editors have seen what it says.
      </p>
    </div>
  )
}

function Open({ piece }: { piece: OpenEvidence }) {
  return (
    <>
      <Passage piece={piece} />
      <SourceLine piece={piece} />
      <OriginLine piece={piece} />
      <CaptureLine piece={piece} />
    </>
  )
}

function Passage({ piece: { quotation, translation, source } }: { piece: OpenEvidence }) {
  const cite = source.url !== null && isWebAddress(source.url) ? { cite: source.url } : {}
  const language = quotation.language === null ? {} : { lang: quotation.language }
  return (
    // Side by side where there is room; what is anchored, and comes first, is the original.
    <div className={translation === null ? 'contents' : 'grid items-start gap-x-6 gap-y-2 md:grid-cols-2'}>
      <blockquote {...cite} {...language} dir="auto" className="font-serif text-base leading-relaxed">
        {quotation.prefix !== '' && <span className="text-ink-muted">…{quotation.prefix}</span>}
        <mark className="bg-highlight box-decoration-clone px-0.5">{quotation.exact}</mark>
        {quotation.suffix !== '' && <span className="text-ink-muted">{quotation.suffix}…</span>}
      </blockquote>
      {translation !== null && (
        <div className="border-s-2 border-rule ps-3">
          <p lang={translation.language} dir="auto" className="font-serif text-base leading-relaxed">
            “{translation.text}”
          </p>
          <p className="text-sm text-ink-muted">
            {TRANSLATION_WORDS[translation.method]}
            {translation.translator !== null && (
              <>
                {' '}
                (<bdi>{translation.translator}</bdi>)
              </>
            )}
            {quotation.language !== null && `, from ${languageName(quotation.language)}`}
          </p>
        </div>
      )}
    </div>
  )
}

function SourceLine({ piece: { source, stance, quotation } }: { piece: OpenEvidence }) {
  const language = source.language === null ? {} : { lang: source.language }
  return (
    <div className="text-sm">
      <p>
        {stance !== null && <span className="font-semibold">{STANCE[stance]} · </span>}
        <bdi className="font-medium">
          {source.outlet ?? (source.kind === 'own_work' ? 'The desk’s own work' : 'Unknown outlet')}
        </bdi>
        {source.title !== null && (
          <>
            {', '}
            <SourceLink url={source.url}>
              <cite {...language} dir="auto" className="not-italic">
                “{source.title}”
              </cite>
            </SourceLink>
          </>
        )}
        {source.title === null && source.url !== null && (
          <>
            {', '}
            <SourceLink url={source.url}>{MEDIUM_WORD[source.medium]}</SourceLink>
          </>
        )}
        {source.title === null && source.url === null && `, ${MEDIUM_WORD[source.medium]}`}
        {quotation.pages !== undefined && `, ${pageWords(quotation.pages)}`}
        {source.byline !== null && (
          <>
            {', by '}
            <bdi>{source.byline}</bdi>
          </>
        )}
        {', '}
        {source.published === null ? 'date unknown' : formatWhen(source.published)}
        {source.archiveUrl !== null && (
          <>
            {' ('}
            <SourceLink url={source.archiveUrl}>archived copy</SourceLink>
            {')'}
          </>
        )}
      </p>
      {source.grade !== null && (
        <p className="text-ink-muted">
          Outlet graded {source.grade.grade}, “{GRADE_LABEL[source.grade.grade].toLowerCase()}”:{' '}
          <bdi>{source.grade.reason}</bdi>
        </p>
      )}
    </div>
  )
}

function OriginLine({ piece: { origin, relays } }: { piece: OpenEvidence }) {
  return (
    <p className="text-sm text-ink-muted">
      {origin === null ? (
        'Origin: unknown.'
      ) : (
        <>
          Origin: {origin.party !== null && <bdi>{origin.party}, </bdi>}
          <bdi>{origin.channel}</bdi> ({MODE_WORD[origin.mode]}
          {origin.dated !== null && `, ${formatWhen(origin.dated)}`})<FirstCarried by={origin.firstCarriedBy} />.
        </>
      )}
      {relays.length > 0 && (
        <>
          {' '}
          Passed on by <bdi>{relays.join(', then ')}</bdi>.
        </>
      )}
    </p>
  )
}

function FirstCarried({ by }: { by: PublicAppearance | null }) {
  const name = by?.title ?? by?.outlet ?? null
  if (by === null || name === null) return null
  return (
    <>
      , first carried by{' '}
      <SourceLink url={by.url ?? by.archiveUrl}>
        <bdi>{by.title !== null && by.outlet !== null ? `${by.outlet}, “${by.title}”` : name}</bdi>
      </SourceLink>
    </>
  )
}

function CaptureLine({ piece: { capture } }: { piece: OpenEvidence }) {
  return (
    <p className="text-xs text-ink-muted">
      Captured <Time value={capture.capturedAt} />, SHA-256{' '}
      <code className="font-mono break-all">{capture.textSha256}</code>
    </p>
  )
}

function BackLinks({ piece, leaf }: { piece: PublicEvidence; leaf: Leaf }) {
  const count = leaf.spots.count.get(piece.number) ?? 0
  if (count === 0) return null
  return (
    <p className="text-xs print:hidden">
      {Array.from({ length: count }, (_, at) => (
        <a key={at} href={`#${leaf.spotId(piece.number, at + 1)}`} className="link me-2 inline-block py-1">
          {count === 1 ? 'Back to the summary' : `Back to the summary (${at + 1} of ${count})`}
        </a>
      ))}
    </p>
  )
}
