'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { Plus } from 'lucide-react'

type DeskNavProps = {
  newIncidentHref: string | undefined
  waiting: { desk?: number | undefined; reviews?: number | undefined }
}

const ENTRY =
  'group inline-flex min-h-8 items-center gap-1 text-base text-ink no-underline aria-[current=page]:font-semibold pointer-coarse:min-h-11 [&_svg]:size-4'

/** The line stands under the word alone, not under the number beside it. */
const LABEL = 'underline-offset-6 group-hover:underline group-aria-[current=page]:underline'

export function DeskNav({ newIncidentHref, waiting }: DeskNavProps) {
  const path = usePathname()
  const pages = [
    { href: '/desk', label: 'Desk', count: waiting.desk, isCurrent: path === '/desk' },
    { href: '/desk/reviews', label: 'Reviews', count: waiting.reviews, isCurrent: path.startsWith('/desk/reviews') },
    { href: '/desk/team', label: 'Team', count: undefined, isCurrent: path.startsWith('/desk/team') },
  ]
  return (
    <nav aria-label="Main">
      <ul className="flex flex-wrap items-center gap-x-4 sm:gap-x-5">
        {pages.map(({ href, label, count, isCurrent }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              className={ENTRY}
              {...(isCurrent && { 'aria-current': 'page' as const })}
            >
              <span className={LABEL}>{label}</span>
              {count !== undefined && count > 0 && <Waiting count={count} />}
            </Link>
          </li>
        ))}
        {newIncidentHref !== undefined && (
          <li>
            <Link
              href={newIncidentHref}
              prefetch={false}
              className={ENTRY}
              {...(path === newIncidentHref && { 'aria-current': 'page' as const })}
            >
              <Plus aria-hidden />
              <span className={LABEL}>
                New<span className="max-[23rem]:sr-only"> incident</span>
              </span>
            </Link>
          </li>
        )}
      </ul>
    </nav>
  )
}

function Waiting({ count }: { count: number }) {
  return (
    <span className="rounded-full bg-accent-wash px-1.5 text-xs font-semibold text-accent tabular-nums">
      {count}
      <span className="sr-only"> waiting for you</span>
    </span>
  )
}
