import { Fragment, type ReactNode } from 'react'
import { CONTEXT_LENGTH } from '@/domain/anchor'
import type { PublicAppearance, PublicEvidence } from '@/domain/snapshot-schema'
import { isolated, type Words } from '@/domain/wording'
import type { Leaf } from './anchors'
import { evidenceName } from './citation'
import { Dot } from './dot'
import { FindingMark } from './finding-mark'
import { isWebAddress, outletOf, SourceLink } from './evidence'
import { Moment } from './moment'

type OpenEvidence = Extract<PublicEvidence, { isConfidential: false }>

/**
 * All that there is to say of each piece, by number. On a screen each opens over the page from its number; on paper, and
 * where a browser cannot do that, they are the notes at the end.
 */
export function Notes({ leaf, heading }: { leaf: Leaf; heading: 2 | 3 }) {
  const { t } = leaf.words
  const Title = `h${heading}` as const
  return (
    <section className="notes">
      <header className="notes-head flex flex-col gap-1 border-t border-ink pt-3">
        <Title id={leaf.partId('notes')} className="font-serif text-xl font-semibold">
          {t('account.evidence.notes')}
        </Title>
        <p className="text-sm text-ink-muted">{t('account.evidence.notesText')}</p>
      </header>
      {leaf.snapshot.evidence.map((piece) => (
        <Note key={piece.key} piece={piece} leaf={leaf} />
      ))}
    </section>
  )
}

function Note({ piece, leaf }: { piece: PublicEvidence; leaf: Leaf }) {
  const { t } = leaf.words
  const id = leaf.noteId(piece.number)
  return (
    <div
      popover="auto"
      id={id}
      role="dialog"
      // Where it is opened from is read on from: whoever presses the number is taken to the passage, and back by closing it.
      // eslint-disable-next-line jsx-a11y/no-autofocus -- of what is opened, not of the page
      autoFocus
      tabIndex={-1}
      aria-label={t('account.evidence.name', { number: String(piece.number), name: evidenceName(piece, leaf) })}
      className="note"
    >
      <div className="flex flex-col gap-4">
        <div className="flex items-start justify-between gap-4">
          <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
            <span className="font-serif text-lg font-semibold tabular-nums">{piece.number}</span>
            <span className="inline-block font-semibold first-letter:uppercase">
              {t(`account.evidence.${piece.stance ?? 'background'}`)}
            </span>
          </p>
          <button
            type="button"
            popoverTarget={id}
            popoverTargetAction="hide"
            aria-label={t('account.evidence.close')}
            className="note-close -m-1 flex size-9 shrink-0 items-center justify-center rounded text-ink-muted hover:text-ink"
          >
            <svg aria-hidden viewBox="0 0 16 16" className="size-4 fill-none stroke-current" strokeWidth={1.75}>
              <path d="M2.5 2.5l11 11M13.5 2.5l-11 11" />
            </svg>
          </button>
        </div>
        {piece.isConfidential ? (
          <div className="flex flex-col gap-2">
            <p>
              <bdi>{piece.description}</bdi>
            </p>
            <p className="text-sm text-ink-muted">{t('account.evidence.confidential')}</p>
          </div>
        ) : (
          <>
            <Passage piece={piece} leaf={leaf} />
            <Facts piece={piece} leaf={leaf} />
          </>
        )}
        <BearsOn piece={piece} leaf={leaf} />
      </div>
    </div>
  )
}

/** The text around a passage is cut after so many letters: the half word at the cut is left out. */
function contextOf({ prefix, suffix }: OpenEvidence['quotation']) {
  const isCut = (text: string) => Array.from(text).length >= CONTEXT_LENGTH
  return {
    before: isCut(prefix) ? `… ${prefix.replace(/^\S*\s+(?=\S)/u, '').trimStart()}` : prefix,
    after: isCut(suffix) ? `${suffix.replace(/(?<=\S)\s+\S*$/u, '').trimEnd()} …` : suffix,
  }
}

type PieceProps = { piece: OpenEvidence; leaf: Leaf }

function Passage({ piece: { quotation, translation, source }, leaf }: PieceProps) {
  const cite = source.url !== null && isWebAddress(source.url) ? { cite: source.url } : {}
  const language = quotation.language === null ? {} : { lang: quotation.language }
  const { before, after } = contextOf(quotation)
  return (
    <div className="flex flex-col gap-3">
      {translation !== null && (
        <div>
          <p lang={translation.language} dir="auto" className="font-serif text-md">
            {translation.text}
          </p>
          <p className="text-sm text-ink-muted">{translationWords({ translation, quotation }, leaf)}</p>
        </div>
      )}
      <blockquote
        {...cite}
        {...language}
        dir="auto"
        className="border-s-2 border-rule-strong ps-3 font-serif text-base leading-relaxed"
      >
        <span className="text-ink-muted">{before}</span>
        <mark className="box-decoration-clone px-0.5">{quotation.exact}</mark>
        <span className="text-ink-muted">{after}</span>
      </blockquote>
    </div>
  )
}

function translationWords(
  { translation, quotation }: Pick<OpenEvidence, 'translation' | 'quotation'>,
  { words }: Leaf,
) {
  if (translation === null) return null
  const { t } = words
  const method = t(`scale.translation.${translation.method}`)
  const { translator } = translation
  const language = quotation.language === null ? null : words.nameOf(quotation.language)
  if (translator === null)
    return language === null ? method : t('account.evidence.translatedFrom', { method, language })
  return language === null
    ? t('account.evidence.translatedBy', { method, translator })
    : t('account.evidence.translatedByFrom', { method, translator, language })
}

function Facts({ piece, leaf }: PieceProps) {
  const { words } = leaf
  const { t } = words
  const { source, quotation, capture } = piece
  const pages = quotation.pages
  return (
    <dl className="facts">
      <Fact term={t('account.evidence.outlet')}>
        <bdi className="font-medium">{outletOf(piece, leaf)}</bdi>
      </Fact>
      {source.grade !== null && (
        <Fact term={t('account.evidence.grade')}>
          {t('account.evidence.graded', {
            grade: source.grade.grade,
            meaning: t(`scale.grade.${source.grade.grade}`),
            reason: isolated(source.grade.reason),
          })}
        </Fact>
      )}
      <Fact term={t('account.evidence.source')}>
        <SourceLink url={source.url}>
          {source.title === null ? (
            t(`scale.medium.${source.medium}`)
          ) : (
            <cite {...(source.language !== null && { lang: source.language })} dir="auto" className="not-italic">
              {source.title}
            </cite>
          )}
        </SourceLink>
        {pages !== undefined &&
          `${leaf.words.comma}${pages.first === pages.last ? t('account.evidence.page', pages) : t('account.evidence.pages', pages)}`}
        {source.archiveUrl !== null && (
          <>
            <Dot />
            <SourceLink url={source.archiveUrl}>{t('account.evidence.archived')}</SourceLink>
          </>
        )}
      </Fact>
      {source.byline !== null && (
        <Fact term={t('account.evidence.author')}>
          <bdi>{source.byline}</bdi>
        </Fact>
      )}
      <Fact term={t('account.evidence.date')}>
        {source.published === null ? t('account.evidence.dateUnknown') : words.when(source.published)}
      </Fact>
      <OriginFacts piece={piece} leaf={leaf} />
      <Fact term={t('account.evidence.captured')}>
        <Moment value={capture.capturedAt} words={words} />
      </Fact>
      <Fact term={t('account.evidence.hash')}>
        <code className="font-mono text-xs break-all">{capture.textSha256}</code>
      </Fact>
    </dl>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function OriginFacts({ piece: { origin, relays }, leaf: { words } }: PieceProps) {
  const { t } = words
  return (
    <>
      <Fact term={t('account.evidence.origin')}>
        {origin === null ? (
          t('account.evidence.originUnknown')
        ) : (
          <>
            {origin.party !== null && (
              <>
                <bdi className="font-medium">{origin.party}</bdi>:{' '}
              </>
            )}
            <bdi>
              {origin.dated === null
                ? t('account.evidence.originOf', {
                    channel: isolated(origin.channel),
                    mode: t(`scale.mode.${origin.mode}`),
                  })
                : t('account.evidence.originDated', {
                    channel: isolated(origin.channel),
                    mode: t(`scale.mode.${origin.mode}`),
                    when: words.when(origin.dated),
                  })}
            </bdi>
          </>
        )}
      </Fact>
      <FirstCarried by={origin?.firstCarriedBy ?? null} words={words} />
      {relays.length > 0 && (
        <Fact term={t('account.evidence.relays')}>
          {relays.map((relay, index) => (
            <Fragment key={relay}>
              {index > 0 && words.wentTo}
              <bdi>{relay}</bdi>
            </Fragment>
          ))}
        </Fact>
      )}
    </>
  )
}

function FirstCarried({ by, words }: { by: PublicAppearance | null; words: Words }) {
  const name = appearanceName(by, words)
  if (by === null || name === null) return null
  return (
    <Fact term={words.t('account.evidence.firstCarried')}>
      <SourceLink url={by.url ?? by.archiveUrl}>
        <bdi>{name}</bdi>
      </SourceLink>
    </Fact>
  )
}

export function appearanceName(by: PublicAppearance | null, { comma, quoted }: Words): string | null {
  return [by?.outlet, by?.title != null && quoted(by.title)].filter(Boolean).join(comma) || null
}

/** What the piece was weighed for, and how that stands. */
function BearsOn({ piece, leaf }: { piece: PublicEvidence; leaf: Leaf }) {
  const claim = piece.claim === null ? undefined : leaf.claims.get(piece.claim)
  if (claim === undefined) return null
  return (
    <div className="flex flex-col gap-1 border-t border-rule pt-3 text-sm">
      <p className="text-ink-muted">{leaf.words.t('account.evidence.bearsOn')}</p>
      <p lang={leaf.snapshot.language} dir="auto" className="text-match-parent font-medium">
        {claim.text}
      </p>
      <FindingMark finding={claim.finding} words={leaf.words} />
    </div>
  )
}
