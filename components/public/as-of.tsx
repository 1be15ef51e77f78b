import type { Words } from '@/domain/wording'

/**
 * Says as of when a page is, where it cannot be compared with the record: shown by what sends it then (server/page). A page
 * without it is not sent then at all.
 */
export function AsOf({ words: { t } }: { words: Words }) {
  return (
    <p hidden data-as-of="true" className="border-b border-rule bg-paper-raised px-4 py-2 text-center text-sm">
      {t.rich('frame.asOf', { when: () => <time data-as-of="time" /> })}
    </p>
  )
}
