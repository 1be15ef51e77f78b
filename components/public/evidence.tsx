import type { ReactNode } from 'react'
import type { PublicEvidence } from '@/domain/snapshot-schema'
import type { Leaf } from './anchors'
import { evidenceName, Opener } from './citation'

type OpenEvidence = Extract<PublicEvidence, { isConfidential: false }>

/** Only what a browser opens as a page; a stored address that is anything else is shown as text. */
export function isWebAddress(url: string): boolean {
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

type PieceProps<Piece = PublicEvidence> = { piece: Piece; leaf: Leaf }

/** One piece of evidence where it bears: what it says, whose it is and when. The rest opens over the page. */
export function Evidence({ piece, leaf }: PieceProps) {
  const { t } = leaf.words
  return (
    <article
      id={leaf.evidenceId(piece)}
      tabIndex={-1}
      aria-label={t('account.evidence.number', { number: String(piece.number) })}
      className="flex scroll-mt-4 break-inside-avoid gap-3 outline-none target:bg-highlight target:shadow-[0_0_0_0.5rem_var(--highlight)]"
    >
      <p aria-hidden className="min-w-5 shrink-0 pt-0.5 text-end text-sm font-semibold text-ink-muted tabular-nums">
        {piece.number}
      </p>
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        {piece.isConfidential ? (
          <>
            <p>
              <bdi>{piece.description}</bdi>
            </p>
            <p className="text-sm text-ink-muted">{t('account.evidence.confidential')}</p>
          </>
        ) : (
          <>
            <Quotation piece={piece} />
            <p className="text-sm text-ink-muted">
              <bdi className="font-medium text-ink">{outletOf(piece, leaf)}</bdi>
              {leaf.words.comma}
              {piece.source.published === null
                ? t('account.evidence.dateUnknown')
                : leaf.words.when(piece.source.published)}
            </p>
          </>
        )}
        <p className="flex flex-wrap items-center gap-x-4 text-sm print:hidden">
          {!piece.isConfidential && (
            <span>
              <Opener
                number={piece.number}
                leaf={leaf}
                name={`${t('account.evidence.open')}: ${t('account.evidence.name', { number: String(piece.number), name: evidenceName(piece, leaf) })}`}
                className="link min-h-6"
              >
                {t('account.evidence.open')}
              </Opener>
            </span>
          )}
          <BackLinks piece={piece} leaf={leaf} />
        </p>
      </div>
    </article>
  )
}

export function outletOf({ source }: OpenEvidence, { words: { t } }: Leaf): string {
  return (
    source.outlet ?? (source.kind === 'own_work' ? t('account.evidence.ownWork') : t('account.evidence.unknownOutlet'))
  )
}

/** The words cited, in the reader's language where there is a translation, then as they were written. */
function Quotation({ piece: { quotation, translation } }: { piece: OpenEvidence }) {
  const language = quotation.language === null ? {} : { lang: quotation.language }
  return (
    <>
      {translation !== null && (
        <p lang={translation.language} dir="auto" className="font-serif text-base leading-relaxed">
          {translation.text}
        </p>
      )}
      <blockquote
        {...language}
        dir="auto"
        className={
          translation === null
            ? 'font-serif text-base leading-relaxed'
            : 'border-s-2 border-rule ps-3 text-sm text-ink-muted'
        }
      >
        {quotation.exact}
      </blockquote>
    </>
  )
}

function BackLinks({ piece, leaf }: PieceProps) {
  const count = leaf.spots.count.get(piece.number) ?? 0
  return Array.from({ length: count }, (_, at) => (
    <a key={at} href={`#${leaf.spotId(piece.number, at + 1)}`} className="link inline-block py-1 text-xs">
      {count === 1
        ? leaf.words.t('account.evidence.back')
        : leaf.words.t('account.evidence.backOf', { count, at: at + 1 })}
    </a>
  ))
}
