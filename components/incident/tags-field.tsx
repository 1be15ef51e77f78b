'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TagList } from '@/components/ui/tag-list'
import { TextField } from '@/components/ui/text-field'
import { TAG_MAX } from '@/domain/input/incident'

type TagsFieldProps = {
  tags: readonly string[]
  onChange: (tags: string[]) => void
  error?: string | undefined
}

/** Tags, one after another; commas part several. */
export function TagsField({ tags, onChange, error }: TagsFieldProps) {
  const [typed, setTyped] = useState('')
  const add = () => {
    const more = typed.split(',').flatMap((tag) => {
      const bare = tag.trim().toLowerCase()
      return bare === '' || tags.includes(bare) ? [] : [bare]
    })
    if (more.length > 0) onChange([...new Set([...tags, ...more])])
    setTyped('')
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
          onChange={setTyped}
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
          onChange(tags.filter((tag) => tag !== id))
        }}
      />
    </div>
  )
}
