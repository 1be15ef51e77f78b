export type PaginationProps = {
  label: string
  /** Where the newer and the older page are; absent at either end. */
  newer?: string | undefined
  older?: string | undefined
  /** What the two are called. */
  names?: { newer: string; older: string }
}

const NAMES = { newer: 'Newer', older: 'Older' }

/** Lists run newest first and by key, so there are two directions and no page numbers. */
export function Pagination({ label, newer, older, names = NAMES }: PaginationProps) {
  if (newer === undefined && older === undefined) return null
  return (
    <nav aria-label={label} className="flex justify-between gap-4 border-t border-rule pt-3">
      {newer === undefined ? (
        <span />
      ) : (
        <a rel="prev" href={newer} className="link py-1">
          {names.newer}
        </a>
      )}
      {older !== undefined && (
        <a rel="next" href={older} className="link py-1">
          {names.older}
        </a>
      )}
    </nav>
  )
}
