'use client'

import { Button } from './button'
import { ErrorNotice } from './error-notice'

export type FailureProps = { error: unknown; onRetry: () => void; homeHref: string; homeLabel: string }

/** A page that could not be drawn: what happened, that nothing was lost, what to do, what to quote. */
export function Failure({ error, onRetry, homeHref, homeLabel }: FailureProps) {
  return (
    <div className="max-w-reading py-8">
      <h1 className="mb-3 text-xl font-semibold">This page could not be shown</h1>
      <ErrorNotice
        title="The server could not finish the page."
        reference={digestOf(error)}
        action={
          <span className="flex flex-wrap items-center gap-3">
            <Button onPress={onRetry}>Try again</Button>
            <a href={homeHref} className="link">
              {homeLabel}
            </a>
          </span>
        }
      >
        Nothing that was saved is lost. Try again; if it stays like this, tell whoever runs the server, with the
        reference.
      </ErrorNotice>
    </div>
  )
}

/** Next puts the line of the server's log under `digest`; the message itself never reaches the browser. */
function digestOf(error: unknown): string | undefined {
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined
  return typeof digest === 'string' ? digest : undefined
}
