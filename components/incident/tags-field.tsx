'use client'

import { Button } from '@/components/ui/button'
import { TagList } from '@/components/ui/tag-list'
import { TextField } from '@/components/ui/text-field'
import { TAG_MAX } from '@/domain/input/incident'

type TagsFieldProps = {
  tags: readonly string[]
  /** What is being typed, which is kept like everything else that was. */
  typed: string
  onChange: (part: { tags?: string[]; typedTag?: string }) => void
  error?: string | undefined
}

/** Tags, one after another; commas part several. */
export function TagsField({ tags, typed, onChange, error }: TagsFieldProps) {
  const add = () => {
    const more = typed.split(',').flatMap((tag) => {
      const bare = tag.trim().toLowerCase()
      return bare === '' || tags.includes(bare) ? [] : [bare]
    })
    if (typed !== '') onChange({ tags: [...new Set([...tags, ...more])], typedTag: '' })
  }
  return (
    <div className="flex flex-col gap-1.5">
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only catches Enter of the field inside, which would send the form around it */}
      <div
        className="flex items-end gap-2"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || typed.trim() === '') return
          event.preventDefault()
          add()
        }}
      >
        <TextField
          id="tags"
          label="Tags"
          value={typed}
          onChange={(typedTag) => {
            onChange({ typedTag })
          }}
          onBlur={add}
          maxLength={TAG_MAX}
          error={error}
          className="flex-1"
        />
        <Button onPress={add}>Add</Button>
      </div>
      <TagList
        label="Tags: picked"
        isLabelHidden
        items={tags.map((tag) => ({ id: tag, label: tag }))}
        onRemove={(id) => {
          onChange({ tags: tags.filter((tag) => tag !== id) })
        }}
      />
    </div>
  )
}
