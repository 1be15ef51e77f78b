import type { ReactNode } from 'react'
import { Time } from '@/components/ui/time'
import type { CorrectionKind, RedactionKind } from '@/domain/words'
import { CORRECTION_WORD } from './words'

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

export function ReexaminedNotice({ since, reason }: { since: Date; reason: string }) {
  return (
    <Banner
      tone="warning"
      title={
        <>
          This account is being re-examined, since <Time value={since.toISOString()} />
        </>
      }
    >
      {text(reason)}
    </Banner>
  )
}

type Version = { number: number; publishedAt: Date; correction: { kind: CorrectionKind; note: string | null } | null }

/** On every version before a retraction. */
export function RetractedNotice({ by, slug }: { by: Version; slug: string }) {
  return (
    <Banner
      tone="grave"
      title={
        <>
          This account was retracted on <Time value={by.publishedAt.toISOString()} />
        </>
      }
    >
      {by.correction?.note != null && text(by.correction.note)}
      <p>
        <a href={`/incidents/${slug}`} className="link">
          What stands at this address now
        </a>
      </p>
    </Banner>
  )
}

export function SupersededNotice({
  number,
  by,
  slug,
  newest,
}: {
  number: number
  by: Version
  slug: string
  newest: number
}) {
  return (
    <Banner
      tone="warning"
      title={
        <>
          This is version {number}. Version {by.number} took its place on <Time value={by.publishedAt.toISOString()} />
        </>
      }
    >
      {by.correction !== null && (
        <p>
          {CORRECTION_WORD[by.correction.kind]}
          {by.correction.note !== null && (
            <>
              : <bdi className="whitespace-pre-line">{by.correction.note}</bdi>
            </>
          )}
        </p>
      )}
      <p>
        <a href={`/incidents/${slug}`} className="link">
          Read the newest, version {newest}
        </a>
        {' · '}
        <a href={`/incidents/${slug}/changes`} className="link">
          What changed
        </a>
      </p>
    </Banner>
  )
}

const REDACTED: Readonly<Record<RedactionKind, string>> = {
  publication: 'The text of this version was redacted',
  capture: 'A captured text behind this account was redacted',
  byline: 'A byline of this version was redacted',
}

export function RedactionNotices({
  redactions,
}: {
  redactions: readonly { kind: RedactionKind; reason: string; at: Date }[]
}) {
  return redactions.map(({ kind, reason, at }, index) => (
    <Banner
      key={index}
      tone="plain"
      title={
        <>
          {REDACTED[kind]} on <Time value={at.toISOString()} />
        </>
      }
    >
      {text(reason)}
    </Banner>
  ))
}
