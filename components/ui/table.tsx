import type { ReactNode } from 'react'
import { useId } from 'react'

export type TableProps = { caption: string; isCaptionHidden?: boolean; children: ReactNode; className?: string }

/** Scrolls sideways within itself on a narrow screen; the scrolling part can hold the focus, so keys can scroll it. */
export function Table({ caption, isCaptionHidden = false, children, className = '' }: TableProps) {
  const id = useId()
  return (
    <div
      role="region"
      aria-labelledby={id}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region has to be reachable by keyboard (axe: scrollable-region-focusable)
      tabIndex={0}
      className={`overflow-x-auto ${className}`}
    >
      <table className="w-full border-collapse text-start text-base">
        <caption id={id} className={isCaptionHidden ? 'sr-only' : 'pb-1 text-start text-sm font-medium text-ink-muted'}>
          {caption}
        </caption>
        {children}
      </table>
    </div>
  )
}

type CellProps = { children?: ReactNode; align?: 'start' | 'end'; className?: string }

const ALIGN = { start: 'text-start', end: 'text-end tabular-nums' } as const

export function ColumnHead({ children, align = 'start', className = '' }: CellProps) {
  return (
    <th
      scope="col"
      className={`border-b border-rule-strong py-1.5 pe-4 text-sm font-medium whitespace-nowrap text-ink-muted last:pe-0 ${ALIGN[align]} ${className}`}
    >
      {children}
    </th>
  )
}

/** The cell that names its row. */
export function RowHead({ children, align = 'start', className = '' }: CellProps) {
  return (
    <th
      scope="row"
      className={`border-b border-rule py-2 pe-4 align-top font-medium last:pe-0 ${ALIGN[align]} ${className}`}
    >
      {children}
    </th>
  )
}

export function Cell({ children, align = 'start', className = '' }: CellProps) {
  return (
    <td className={`border-b border-rule py-2 pe-4 align-top last:pe-0 ${ALIGN[align]} ${className}`}>{children}</td>
  )
}
