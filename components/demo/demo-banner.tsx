import type { Words } from '@/domain/wording'

/** On every page of a demo newsroom, so that no invented account is taken for news. */
export function DemoBanner({ words: { t } }: { words: Words }) {
  return (
    <aside
      aria-label={t('frame.demo.label')}
      className="border-b border-possible bg-possible-wash px-4 py-1.5 text-center text-sm text-possible"
    >
      {t.rich('frame.demo.text', {
        strong: (text) => <strong className="font-semibold">{text}</strong>,
        more: (text) => <span className="max-sm:hidden">{text}</span>,
      })}
    </aside>
  )
}
