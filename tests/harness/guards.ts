/** What every answer says of what may be done with it, whatever it is. */
const GUARDS = [
  'content-security-policy',
  'referrer-policy',
  'x-content-type-options',
  'permissions-policy',
  'cross-origin-opener-policy',
]

/** Those that an answer has not. @param has tells of a header by its name in small letters */
export const guardsMissing = (has: (name: string) => boolean): string[] => GUARDS.filter((name) => !has(name))
