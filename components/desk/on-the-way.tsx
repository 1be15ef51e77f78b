'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useSyncExternalStore } from 'react'
import { arrive, goalNow, listen, pathOf, setOut } from './going'

/** To another page from a script, with the same sign that one is on the way as after a link. */
export function useGo(): (path: string) => void {
  const router = useRouter()
  return (path) => {
    setOut(pathOf(path, window.location.href))
    router.push(path)
  }
}

/**
 * Pages of the desk are changed without the browser's own sign that it is loading, so this is in its place: a line at
 * the top, by style alone after 300 ms, until the page is another.
 */
export function OnTheWay() {
  const path = usePathname()
  const query = useSearchParams()
  const goal = useSyncExternalStore(listen, goalNow, () => null)
  useEffect(arrive, [path, query])
  useEffect(() => {
    const press = (event: MouseEvent) => {
      // A link that the page follows itself has been kept from the browser by now.
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (link instanceof HTMLAnchorElement && event.defaultPrevented) setOut(pathOf(link.href, window.location.href))
    }
    // React hears of a click at the document's root, before the window does.
    window.addEventListener('click', press)
    return () => {
      window.removeEventListener('click', press)
    }
  }, [])
  if (goal === null) return null
  return (
    <div
      role="progressbar"
      aria-label="Loading the page"
      className="fixed inset-x-0 top-0 z-70 h-0.5 animate-appear overflow-hidden"
    >
      <div className="h-full w-1/3 animate-pass bg-accent motion-reduce:w-full motion-reduce:animate-none" />
    </div>
  )
}
