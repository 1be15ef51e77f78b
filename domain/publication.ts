/**
 * When the next version, or a translation, was published: now, and in any case after what was there before it, also on a
 * server whose clock is behind. Lists and feeds go by that time, and a version that is retracted was there before.
 */
export function publishedAfter(before: Date | undefined, now: Date): Date {
  return before === undefined || before < now ? now : new Date(before.getTime() + 1)
}
