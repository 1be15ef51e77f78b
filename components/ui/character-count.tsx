/** From this share of the limit on, what is left is shown. */
const SHOW_FROM = 0.8

/** How many characters are left; silent until the limit is near, and never a barrier to typing. */
export function CharacterCount({ text, limit }: { text: string; limit: number | undefined }) {
  if (limit === undefined) return null
  const length = characters(text, limit)
  const left = limit - length
  const isNear = length >= limit * SHOW_FROM
  return (
    <div
      role="status"
      className={`self-end text-xs tabular-nums empty:hidden ${left < 0 ? 'font-semibold text-danger' : 'text-ink-muted'}`}
    >
      {isNear && (left < 0 ? `${format(-left)} characters too many` : `${format(left)} characters left`)}
    </div>
  )
}

/** How many code points, as limits are stated: an emoji is one. Short texts are not counted one by one. */
export function characters(text: string, limit: number): number {
  return text.length < limit * SHOW_FROM ? text.length : Array.from(text).length
}

function format(count: number): string {
  return count.toLocaleString('en')
}
