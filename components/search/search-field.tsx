'use client'

import { Search } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { CONTROL } from '@/components/ui/styles'

/**
 * In the desk's frame: a plain form, so that it works before the scripts do; on a phone the way to the page. The key /
 * comes to it, or to the page's own.
 */
export function SearchField() {
  const field = useRef<HTMLInputElement>(null)
  const path = usePathname()
  const router = useRouter()
  useEffect(() => {
    const jump = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target)) return
      event.preventDefault()
      const own = document.querySelector<HTMLInputElement>('main [role=search] input[type=search]')
      const wanted = window.location.pathname === '/desk/search' ? (own ?? field.current) : field.current
      if (wanted?.offsetParent === null) router.push('/desk/search')
      wanted?.focus()
      wanted?.select()
    }
    document.addEventListener('keydown', jump)
    return () => {
      document.removeEventListener('keydown', jump)
    }
  }, [router])
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
          aria-keyshortcuts="/"
          placeholder="Search  /"
          maxLength={200}
          autoComplete="off"
          className={`${CONTROL} ps-8`}
        />
      </form>
    </>
  )
}

/** Where a / is a letter of what is being typed. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest('input, textarea, select, [role=textbox], [role=dialog]') !== null
}
