import type { Words } from '@/domain/wording'

/** The public "not found", without the frame: it must show even where the team's settings cannot be read. */
export function NothingHere({ words: { t, href } }: { words: Words }) {
  return (
    <main id="main" className="mx-auto flex w-full max-w-reading flex-col gap-4 px-4 py-16 sm:px-6">
      <h1 className="font-serif text-2xl font-semibold">{t('failure.missing')}</h1>
      <p className="reading">{t('failure.missingText')}</p>
      <p>
        <a href={href('/')} className="link">
          {t('failure.latest')}
        </a>
      </p>
    </main>
  )
}
