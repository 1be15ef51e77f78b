/** The front page: the list, and what it is searched by. */
export const front = {
  description:
    'Reviewed accounts of contested incidents by {organisation}: every statement can be followed to the passage it rests on.',
  latest: 'Latest accounts',
  earlier: 'Earlier accounts',
  found: 'What was found',
  more: 'More accounts',
  nothingFound: 'No account matches',
  nothingFoundText: 'Try fewer words, or a wider time. <all>All accounts</all>',
  nothing: 'Nothing has been published yet',
  nothingText:
    'Accounts appear here as soon as they are published. The <method>method</method> says how they come about.',
  retracted: 'Retracted',
  redacted: 'Redacted',
  redactedTitle: 'An account whose text was redacted',
  changed: '{kind}, version {number, number}',
  reexamined: 'Being re-examined',
  search: {
    label: 'Search the accounts',
    submit: 'Search',
    more: 'Place, party, level, time',
    place: 'Place, in any of its names',
    party: 'Party or claimant',
    level: 'The central claim is',
    anything: 'Anything',
    from: 'Happened from',
    to: 'until',
    show: 'Show',
    clear: 'Clear the search',
  },
} as const
