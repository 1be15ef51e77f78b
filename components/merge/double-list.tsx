'use client'

import { useEffect, useRef } from 'react'
import { ActionButton } from '@/components/action/action-button'
import type { KeyOf } from '@/components/key/key-list'
import { useKeysOn } from '@/components/key/key-switch'
import { latinKey } from '@/components/key/latin-key'
import { Disclosure } from '@/components/ui/disclosure'
import type { Verdict } from '@/domain/verdict'
import type { Mergeable } from './merge-dialog'

export type Double = { pair: readonly [Mergeable, Mergeable]; because: string; can: { merge: Verdict; edit: Verdict } }

type DoubleListProps = {
  doubles: readonly Double[]
  onMerge: (pair: Double['pair']) => void
  onTellApart: (pair: Double['pair']) => void
}

/** Where a pair goes that had the focus, the pair in its place gets it, or what stands after the list. */
function useFocusKept(count: number) {
  const list = useRef<HTMLUListElement>(null)
  const end = useRef<HTMLParagraphElement>(null)
  const at = useRef<number | null>(null)
  useEffect(() => {
    if (at.current === null || document.activeElement !== document.body) return
    const pair = list.current?.children.item(Math.min(at.current, count - 1))
    const next = pair?.querySelector('button') ?? end.current
    next?.focus()
  }, [count])
  return { list, end, at }
}

/** Records that are likely one. With the focus on a pair, M merges it and N says that it is not one. */
export function DoubleList({ doubles, onMerge, onTellApart }: DoubleListProps) {
  const { list, end, at } = useFocusKept(doubles.length)
  const areKeysOn = useKeysOn()
  if (doubles.length === 0)
    return (
      <p ref={end} tabIndex={-1} className="text-sm text-ink-muted">
        No likely doubles are left.
      </p>
    )
  return (
    <Disclosure summary={`Likely doubles: ${doubles.length}`}>
      {areKeysOn && (
        <p className="pb-2 text-sm text-ink-muted">With the focus on a pair: M to merge it, N if it is not the same.</p>
      )}
      <ul ref={list} className="flex flex-col">
        {doubles.map(({ pair, because, can }, index) => {
          const [one, other] = pair
          return (
            <li
              key={one.id + other.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 border-t border-rule py-2"
            >
              <span className="min-w-0">
                <bdi className="font-medium">{one.name}</bdi> <span className="text-ink-muted">({one.about})</span> ·{' '}
                <bdi className="font-medium">{other.name}</bdi> <span className="text-ink-muted">({other.about})</span>
                <span className="block text-sm text-ink-muted">{because}</span>
              </span>
              {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the two buttons, pressed while one of them has the focus */}
              <span
                className="inline-flex gap-1.5"
                onFocus={() => {
                  at.current = index
                }}
                onKeyDown={(event) => {
                  if (!areKeysOn || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
                  const press: Readonly<Record<KeyOf<'doubles'>, () => unknown>> = {
                    m: () => can.merge.allowed && onMerge(pair),
                    n: () => can.edit.allowed && onTellApart(pair),
                  }
                  const key = latinKey(event.nativeEvent)
                  if (key === 'm' || key === 'n') press[key]()
                }}
              >
                <ActionButton
                  size="small"
                  verdict={can.merge}
                  aria-label={`Merge ${one.name} and ${other.name}`}
                  onPress={() => {
                    onMerge(pair)
                  }}
                >
                  Merge…
                </ActionButton>
                <ActionButton
                  size="small"
                  verdict={can.edit}
                  aria-label={`${one.name} and ${other.name} are not the same`}
                  onPress={() => {
                    onTellApart(pair)
                  }}
                >
                  Not the same
                </ActionButton>
              </span>
            </li>
          )
        })}
      </ul>
    </Disclosure>
  )
}
