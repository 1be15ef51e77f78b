import { ENGLISH } from '@/domain/english'
import type { ReactNode } from 'react'
import type { Words } from '@/domain/wording'
import type { CorrectionKind, RedactionKind } from '@/domain/words'
import { Dot } from './dot'
import { Moment } from './moment'

type Tone = 'plain' | 'warning' | 'grave'
const TONE: Readonly<Record<Tone, string>> = {
  plain: 'border-accent bg-accent-wash',
  warning: 'border-possible bg-possible-wash',
  grave: 'border-danger bg-danger-wash',
}

function Banner({ tone, title, children }: { tone: Tone; title: ReactNode; children?: ReactNode }) {
  return (
    <div role="note" className={`flex max-w-reading flex-col gap-1 border-s-4 px-4 py-3 ${TONE[tone]}`}>
      <p className="font-semibold">{title}</p>
      {children !== undefined && <div className="text-base">{children}</div>}
    </div>
  )
}

const text = (words: string) => (
  <p dir="auto" className="whitespace-pre-line">
    {words}
  </p>
)

export function ReexaminedNotice({ since, reason, words }: { since: Date; reason: string; words: Words }) {
  const when = () => <Moment value={since} words={words} />
  return (
    <Banner tone="warning" title={words.t.rich('account.notice.reexamined', { when })}>
      {text(reason)}
    </Banner>
  )
}

/** `language`: of the note, where it is known. */
export type Correction = { kind: CorrectionKind; note: string | null; language?: string | undefined }
type Version = { number: number; publishedAt: Date; correction: Correction | null }

type RetractedProps = { by: Version; slug: string; newest: number; words: Words }

/** On every version before a retraction, also where the account was published again after it. */
export function RetractedNotice({ by, slug, newest, words }: RetractedProps) {
  const when = () => <Moment value={by.publishedAt} words={words} />
  return (
    <Banner tone="grave" title={words.t.rich('account.notice.retracted', { when })}>
      {by.correction?.note != null && text(by.correction.note)}
      <p>
        <a href={words.href(`/incidents/${slug}`)} className="link inline-block py-0.5">
          {words.t(`account.notice.${newest === by.number ? 'now' : 'newest'}`, { number: newest })}
        </a>
      </p>
    </Banner>
  )
}

type SupersededProps = { number: number; by: Version; slug: string; newest: number; words: Words }

export function SupersededNotice({ number, by, slug, newest, words }: SupersededProps) {
  const { t, href } = words
  const when = () => <Moment value={by.publishedAt} words={words} />
  return (
    <Banner tone="warning" title={t.rich('account.notice.superseded', { number, by: by.number, when })}>
      {by.correction !== null && <CorrectionLine correction={by.correction} words={words} />}
      <p>
        <a href={href(`/incidents/${slug}`)} className="link inline-block py-0.5">
          {t('account.notice.newest', { number: newest })}
        </a>
        <Dot />
        <a href={href(`/incidents/${slug}/changes`)} className="link inline-block py-0.5">
          {t('account.notice.changed')}
        </a>
      </p>
    </Banner>
  )
}

type CorrectionLineProps = { correction: Correction; words: Words }

/** "Correction: we wrote two depots." */
export function CorrectionLine({ correction: { kind, note, language }, words }: CorrectionLineProps) {
  return (
    <p>
      <span className="font-medium">{words.t(`scale.correction.${kind}`)}</span>
      {note !== null && (
        <>
          :{' '}
          <bdi lang={language} className="whitespace-pre-line">
            {note}
          </bdi>
        </>
      )}
    </p>
  )
}

type RedactionNoticesProps = {
  redactions: readonly { kind: RedactionKind; reason: string; at: Date }[]
  words?: Words
}

export function RedactionNotices({ redactions, words = ENGLISH }: RedactionNoticesProps) {
  return redactions.map(({ kind, reason, at }, index) => (
    <Banner
      key={index}
      tone="plain"
      title={words.t.rich(`account.notice.${kind}`, { when: () => <Moment value={at} words={words} /> })}
    >
      {text(reason)}
    </Banner>
  ))
}
