/**
 * When the next version was published: now, and in any case after the version before it, also on a server whose clock is
 * behind. Lists and feeds go by that time, and a version that is retracted was there before.
 */
export function publishedAfter(before: Date | undefined, now: Date): Date {
  return before === undefined || before < now ? now : new Date(before.getTime() + 1)
}
