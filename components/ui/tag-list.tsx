'use client'

import { Button, Label, Tag, TagGroup, TagList as AriaTagList } from 'react-aria-components'
import { X } from 'lucide-react'

export type TagListProps = {
  label: string
  isLabelHidden?: boolean
  items: readonly { id: string; label: string }[]
  onRemove?: ((id: string) => void) | undefined
  emptyText?: string
}

/** Things that were picked, each removable by its cross or the Delete key. Pairs with a ComboBox that `isCleared`. */
export function TagList({ label, isLabelHidden = false, items, onRemove, emptyText }: TagListProps) {
  return (
    <TagGroup
      className="flex flex-col gap-1"
      {...(onRemove && {
        onRemove: (keys: Set<string | number>) => {
          for (const key of keys) onRemove(String(key))
        },
      })}
    >
      <Label className={isLabelHidden ? 'sr-only' : 'text-sm font-medium'}>{label}</Label>
      <AriaTagList
        items={items}
        className="flex flex-wrap gap-1"
        renderEmptyState={() => <span className="text-sm text-ink-muted">{emptyText ?? 'None yet.'}</span>}
      >
        {(item) => (
          <Tag
            textValue={item.label}
            className="inline-flex min-h-6 items-center gap-1 rounded-sm border border-rule-strong bg-paper ps-1.5 pe-1 text-sm pointer-coarse:min-h-9"
          >
            <bdi>{item.label}</bdi>
            {onRemove && (
              <Button slot="remove" className="flex size-6 items-center justify-center text-ink-muted hover:text-ink">
                <X aria-hidden className="size-3.5" />
              </Button>
            )}
          </Tag>
        )}
      </AriaTagList>
    </TagGroup>
  )
}
