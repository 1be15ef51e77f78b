'use client'

import { Search } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useRef } from 'react'
import { useGo } from '@/components/desk/on-the-way'
import { useKeysOn } from '@/components/key/key-switch'
import { useKeys } from '@/components/key/use-keys'
import { CONTROL } from '@/components/ui/styles'
import { wantField } from './wanted-field'

/** The field of the search's own page. */
const OWN_FIELD = 'main [role=search] input[type=search]'

/**
 * In the desk's frame: a plain form, so that it works before the scripts do; on a phone the way to the page. The key /
 * comes to it, or to the page's own.
 */
export function SearchField() {
  const field = useRef<HTMLInputElement>(null)
  const path = usePathname()
  const go = useGo()
  const areKeysOn = useKeysOn()
  const jump = () => {
    const own = document.querySelector<HTMLInputElement>(OWN_FIELD)
    const wanted = path === '/desk/search' ? (own ?? field.current) : field.current
    if (wanted?.offsetParent == null) {
      wantField()
      go('/desk/search')
      return
    }
    wanted.focus()
    wanted.select()
  }
  useKeys('search', { '/': jump })
  if (path === '/desk/search') return null
  return (
    <>
      <Link
        href="/desk/search"
        aria-label="Search the desk"
        className="grid size-9 place-items-center rounded-sm text-ink-muted hover:text-ink sm:hidden"
      >
        <Search aria-hidden className="size-4" />
      </Link>
      <form action="/desk/search" role="search" aria-label="Everything" className="relative w-48 max-sm:hidden lg:w-60">
        <Search aria-hidden className="pointer-events-none absolute inset-y-0 start-2 my-auto size-4 text-ink-muted" />
        <input
          ref={field}
          type="search"
          name="q"
          aria-label="Search the desk"
          {...(areKeysOn && { 'aria-keyshortcuts': '/' })}
          placeholder={areKeysOn ? 'Search  /' : 'Search'}
          maxLength={200}
          autoComplete="off"
          className={`${CONTROL} ps-8`}
        />
      </form>
    </>
  )
}
