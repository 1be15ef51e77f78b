import { LevelIcon } from '@/components/level/level-mark'
import type { LevelOrDisputed } from '@/domain/level-shape'
import type { Words } from '@/domain/wording'
import { LEVEL_TEXT } from '@/components/level/level-tone'

type AccountCardProps = {
  words: Words
  organisation: string
  /** In full: the card stands on somebody else’s page. */
  href: string
  title: string
  language: string
  claim: string | null
  mark: { shape: LevelOrDisputed | 'danger'; word: string } | null
  publishedAt: Date
}

/** An account in a frame on somebody else’s page: what it says, how sure that is, and the way to it. */
export function AccountCard(account: AccountCardProps) {
  const { words, organisation, href, title, language, claim, mark, publishedAt } = account
  const leads = { href, target: '_blank', rel: 'noopener' }
  return (
    <article className="flex flex-1 flex-col gap-3 border border-rule bg-paper p-5">
      <p className="text-sm text-ink-muted">
        <bdi>{organisation}</bdi>
      </p>
      <h1 lang={language} dir="auto" className="font-serif text-xl font-semibold text-balance">
        <a {...leads} className="text-ink no-underline hover:underline">
          {title}
        </a>
      </h1>
      {claim !== null && (
        <p lang={language} dir="auto" className="line-clamp-4 text-base">
          {claim}
        </p>
      )}
      <p className="mt-auto flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-sm">
        {mark !== null && (
          <span className={`inline-flex items-center gap-1.5 font-medium ${LEVEL_TEXT[mark.shape]}`}>
            <LevelIcon level={mark.shape === 'danger' ? 'improbable' : mark.shape} className="size-5 shrink-0" />
            {mark.word}
          </span>
        )}
        <span className="text-ink-muted">
          <time dateTime={publishedAt.toISOString()}>
            {words.t('share.published', { date: words.day(publishedAt) })}
          </time>
        </span>
      </p>
      <p className="text-sm">
        <a {...leads} className="link">
          {words.t('share.read')}
        </a>
      </p>
    </article>
  )
}
