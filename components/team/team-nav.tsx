'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

const PAGES = [
  { href: '/desk/team', label: 'People' },
  { href: '/desk/team/settings', label: 'Settings' },
  { href: '/desk/team/outlets', label: 'Outlets and grades' },
  { href: '/desk/team/parties', label: 'Parties' },
  { href: '/desk/team/places', label: 'Places' },
  { href: '/desk/team/history', label: 'History' },
] as const

/** The team's pages, each with its own address. */
export function TeamNav() {
  const path = usePathname()
  return (
    <nav aria-label="Team">
      <ul className="flex flex-wrap gap-x-5 border-b border-rule max-sm:gap-x-3">
        {PAGES.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              className="-mb-px flex min-h-9 items-center border-b-2 border-transparent px-1 whitespace-nowrap text-ink-muted no-underline hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink pointer-coarse:min-h-11"
              {...(path === href && { 'aria-current': 'page' as const })}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
