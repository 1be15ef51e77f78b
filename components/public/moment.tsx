import type { Words } from '@/domain/wording'

export type MomentProps = {
  value: Date | string
  words: Words
  /** `minute` shows the time of day too, always in UTC and saying so. */
  precision?: 'day' | 'minute'
}

/** An instant in UTC, in the reader's language; the full value is in the title. */
export function Moment({ value, words, precision = 'day' }: MomentProps) {
  return (
    <time dateTime={new Date(value).toISOString()} title={words.minute(value)}>
      {precision === 'day' ? words.day(value) : words.minute(value)}
    </time>
  )
}
