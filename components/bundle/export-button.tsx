'use client'

import { Download } from 'lucide-react'
import type { Verdict } from '@/domain/verdict'
import { Button } from '@/components/ui/button'

type ExportButtonProps = {
  incidentId: string
  /** Of a publication, for the public; without it the incident, for the desk. */
  number?: number
  verdict: Verdict
  children: string
}

/** A form of the browser's own: the answer is a file that is saved while it comes, and the page stays. */
export function ExportButton({ incidentId, number, verdict, children }: ExportButtonProps) {
  const wanted = new URLSearchParams({ incidentId, ...(number !== undefined && { number: String(number) }) })
  const blocked = verdict.allowed ? {} : { isDisabled: true, explanation: verdict.because }
  return (
    <form method="post" action={`/api/bundle?${wanted.toString()}`}>
      <Button type="submit" size="small" icon={<Download aria-hidden size={14} />} {...blocked}>
        {children}
      </Button>
    </form>
  )
}
