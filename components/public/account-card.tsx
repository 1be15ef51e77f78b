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

/** An account in a frame on somebody else’s page: how sure it is, of what, and the way to it. */
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
      {mark !== null && (
        <p className={`flex items-center gap-1.5 text-sm font-medium ${LEVEL_TEXT[mark.shape]}`}>
          <LevelIcon level={mark.shape === 'danger' ? 'improbable' : mark.shape} className="size-5 shrink-0" />
          {mark.word}
        </p>
      )}
      {claim !== null && (
        <p lang={language} dir="auto" className="line-clamp-4 text-base">
          {claim}
        </p>
      )}
      <p className="mt-auto flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-sm">
        <time dateTime={publishedAt.toISOString()} className="text-ink-muted">
          {words.t('share.published', { date: words.day(publishedAt) })}
        </time>
        <a {...leads} className="link inline-block py-1">
          {words.t('share.read')}
        </a>
      </p>
    </article>
  )
}
