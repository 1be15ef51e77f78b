'use client'

import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

export type LikeRecord = { id: string; name: string; about: string; because: string }

type LikeListProps = { records: readonly LikeRecord[]; noun: 'party' | 'place'; onUse: (id: string) => void }

/** "The same as …?", under a name as it is typed: records that are likely the one meant, each with why. */
export function LikeList({ records, noun, onUse }: LikeListProps) {
  return (
    <div role="status" aria-label={`A ${noun} that is there already`} className="empty:hidden">
      {records.length > 0 && (
        <Notice title="The same as …?">
          <ul className="flex flex-col gap-1.5 pt-1">
            {records.map((record) => (
              <li key={record.id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
                <span className="min-w-0">
                  <bdi className="font-medium">{record.name}</bdi> · {record.about}
                  <span className="block text-ink-muted">{record.because}</span>
                </span>
                <Button
                  size="small"
                  aria-label={`Use ${record.name}`}
                  onPress={() => {
                    onUse(record.id)
                  }}
                >
                  Use this one
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}
