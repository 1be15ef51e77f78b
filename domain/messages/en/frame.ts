/** What stands around every public page. */
export const frame = {
  skip: 'Skip to the content',
  main: 'Main',
  latest: 'Latest',
  corrections: 'Corrections',
  method: 'Method',
  feed: 'Feed',
  data: 'Data',
  log: 'Publication log',
  signIn: 'Sign in',
  languages: 'Languages',
  wrong: 'Something wrong? Tell us: <contact></contact>',
  asOf: 'The record cannot be reached just now. This page is as it was on <when></when>.',
  newer: 'Newer',
  older: 'Older',
  demo: {
    label: 'Demonstration',
    text: '<strong>Demonstration.</strong> Everything here is invented<more>: every place, person, outlet and event</more>.',
  },
} as const

/** What is answered where there is no page, without the frame: it must show even where nothing can be read. */
export const failure = {
  missing: 'There is nothing at this address',
  missingText:
    'It may have been mistyped. An account that was published here keeps its address for good, also when it is corrected or retracted.',
  away: 'This cannot be read just now',
  awayText: 'The database that keeps the published accounts does not answer. Nothing is lost. Try again in a minute.',
  awayNeeds: 'Searching needs it, and so does any list or page that had not been made ready before.',
  still: 'What can be read, as it last was',
  fault: 'This page could not be shown',
  faultText: 'The fault is ours, and it has been noted. Nothing is lost. Try again, or begin at the front page.',
  again: 'Try again',
  latest: 'To the latest accounts',
} as const
