export type TimeProps = {
  /** An instant, ISO 8601. */
  value: string
  /** `minute` shows the time of day too, always in UTC and saying so. */
  precision?: 'day' | 'minute'
  className?: string
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const MINUTE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})

/** An instant in UTC; the full value is in the title. Times of happenings are EDTF and are shown by their own component. */
export function Time({ value, precision = 'day', className }: TimeProps) {
  const instant = new Date(value)
  const text = precision === 'day' ? DAY.format(instant) : `${MINUTE.format(instant)} UTC`
  return (
    <time dateTime={value} title={`${MINUTE.format(instant)} UTC`} {...(className !== undefined && { className })}>
      {text}
    </time>
  )
}
