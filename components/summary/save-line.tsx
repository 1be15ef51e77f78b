'use client'

import { CircleAlert, CloudOff, LoaderCircle } from 'lucide-react'
import type { SaveState } from './autosave'

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

export function clock(iso: string): string {
  return CLOCK.format(new Date(iso))
}

/** Who has saved another version, and when; of one that was found on coming back neither is known. */
export function savedBy({ by, at }: { by: string | null; at: string }, viewerName: string) {
  if (by === null)
    return { who: 'somebody, or by you elsewhere', sentence: 'Another version was saved since you typed yours.' }
  const who = by === viewerName ? 'you, in another window' : by
  return { who, sentence: `Another version was saved by ${who}, at ${clock(at)}, before yours could be.` }
}

const inBrowser = (isKept: boolean) =>
  isKept ? 'kept in this browser' : 'this browser keeps nothing, so leave the page open'

/** Where what is typed is now. Said to screen readers where it went wrong, and shown always. */
export function SaveLine({ state }: { state: SaveState<unknown> }) {
  const { icon, text, isWrong } = wordsOf(state)
  return (
    <p
      role={isWrong ? 'alert' : undefined}
      className={`flex min-h-5 items-center gap-1.5 text-sm [&_svg]:size-4 [&_svg]:shrink-0 ${isWrong ? 'font-medium text-danger' : 'text-ink-muted'}`}
    >
      {icon}
      <span>{text}</span>
    </p>
  )
}

function wordsOf(state: SaveState<unknown>) {
  switch (state.kind) {
    case 'clean':
      return { icon: null, text: 'Saved as you type.', isWrong: false }
    case 'saved':
      return { icon: null, text: `Saved ${clock(state.at)}`, isWrong: false }
    case 'typing':
    case 'saving':
      return { icon: <LoaderCircle aria-hidden className="animate-spin" />, text: 'Saving…', isWrong: false }
    case 'offline':
      return { icon: <CloudOff aria-hidden />, text: `Offline: ${inBrowser(state.isKept)}`, isWrong: true }
    case 'signed-out':
      return {
        icon: <CircleAlert aria-hidden />,
        text: `You are not signed in any more: ${inBrowser(state.isKept)}. Sign in in another tab, then go on here.`,
        isWrong: true,
      }
    case 'refused':
      return { icon: <CircleAlert aria-hidden />, text: `Not saved: ${state.message}`, isWrong: true }
    case 'stale':
      return {
        icon: <CircleAlert aria-hidden />,
        text: 'Not saved: there are two versions. Choose one.',
        isWrong: true,
      }
  }
}
