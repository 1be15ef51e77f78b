import type { Words } from '@/domain/wording'
import { Dot } from './dot'
import { Moment } from './moment'
import { CorrectionLine, type Correction } from './notices'

export type VersionLine = {
  number: number
  publishedAt: Date
  hash: string
  correction: Correction | null
  isRedacted: boolean
}

/** What a citation of this version names; `address`: in full, for it is read on paper and copied by hand. */
export type Cited = { organisation: string; title: string; language: string; address: string }

type VersionListProps = {
  slug: string
  versions: readonly VersionLine[]
  current: number
  /** Null: its text was redacted, and there is nothing to cite. */
  cited: Cited | null
  words: Words
}

/** Every version at its own address, the one being read among them. */
export function VersionList({ slug, versions, current, cited, words }: VersionListProps) {
  const { t, href } = words
  const isCurrent = ({ number }: VersionLine) => number === current
  return (
    <section aria-labelledby="versions-title" id="versions" className="flex scroll-mt-4 flex-col gap-4">
      <h2 id="versions-title" className="border-t border-ink pt-3 font-serif text-xl font-semibold">
        {t('account.versions.title')}
      </h2>
      <ol reversed className="flex max-w-reading flex-col border-s border-rule-strong text-base">
        {versions.map(({ number, publishedAt, hash, correction, isRedacted }) => (
          <li
            key={number}
            className={`-ms-px flex break-inside-avoid flex-col gap-0.5 border-s-4 py-2 ps-4 ${number === current ? 'border-accent' : 'border-transparent'}`}
          >
            <p className="flex flex-wrap items-center gap-x-2">
              <a
                href={href(`/incidents/${slug}/v/${number}`)}
                {...(number === current && { 'aria-current': 'page' as const })}
                className="link inline-block py-0.5 font-medium aria-[current=page]:text-ink aria-[current=page]:no-underline"
              >
                {t('account.version', { number })}
              </a>
              <span>
                <Moment value={publishedAt} words={words} precision="minute" />
                {isRedacted && [<Dot key="redacted" />, t('account.versions.redacted')]}
                {number === current && [<Dot key="reading" />, t('account.versions.reading')]}
              </span>
            </p>
            {correction !== null && <CorrectionLine correction={correction} words={words} />}
            <p className="text-xs text-ink-muted">
              SHA-256 <code className="font-mono break-all">{hash}</code>
            </p>
          </li>
        ))}
      </ol>
      {cited !== null && <HowToCite cited={cited} version={versions.find(isCurrent)} words={words} />}
      <p className="text-sm print:hidden">
        <a href={href(`/incidents/${slug}/changes`)} className="link me-4 inline-block py-1">
          {t('account.versions.changes')}
        </a>
        <a href={`/api/v1/incidents/${slug}?v=${current}`} className="link inline-block py-1">
          {t('account.versions.data')}
        </a>
      </p>
    </section>
  )
}

type HowToCiteProps = { cited: Cited; version: VersionLine | undefined; words: Words }

function HowToCite({ cited, version, words }: HowToCiteProps) {
  if (version === undefined) return null
  return (
    <p className="max-w-reading text-sm">
      {words.t.rich('account.versions.cite', {
        number: version.number,
        organisation: () => <bdi>{cited.organisation}</bdi>,
        title: () => <bdi lang={cited.language}>{cited.title}</bdi>,
        when: () => <Moment value={version.publishedAt} words={words} />,
        address: () => <bdi className="wrap-anywhere">{cited.address}</bdi>,
      })}
    </p>
  )
}
