/** Data, log, embed and whatever else is taken from the site. */
export const share = {} as const
