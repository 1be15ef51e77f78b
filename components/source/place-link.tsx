'use client'

import Link from 'next/link'
import type { MouseEvent, ReactNode } from 'react'
import { placeHref, usePlace, type Place } from './use-place'

type PlaceLinkProps = {
  incidentId: string
  place: Place
  children: ReactNode
  className?: string
  isCurrent?: boolean
}

/** A link to a source or a passage of it: within the workspace it leads there at once, elsewhere by its address. */
export function PlaceLink({ incidentId, place, children, className = 'link', isCurrent = false }: PlaceLinkProps) {
  const { pathname, go } = usePlace()
  const isHere = pathname === `/desk/incidents/${incidentId}`
  function follow(event: MouseEvent) {
    if (!isHere || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    go(place)
  }
  return (
    <Link
      href={placeHref(incidentId, place)}
      prefetch={false}
      onClick={follow}
      className={className}
      {...(isCurrent && { 'aria-current': true })}
    >
      {children}
    </Link>
  )
}
