/** Data, log, embed and whatever else is taken from the site. */
export const share = {
  read: 'Read the account with its evidence',
  published: 'Published {date}',
  alt: '{title} – {mark}',
  copy: 'This is a copy of <site></site> as it was after entry {entry, number} of its <log>publication log</log>.',
  copySearch: 'A copy cannot be searched. <site>Search on the site itself</site>.',
} as const
