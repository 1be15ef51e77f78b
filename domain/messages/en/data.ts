/** The page of data, and the feeds. What the interface says of itself (OpenAPI) is English, as its field names are. */
export const data = {
  title: 'Data',
  description: 'Everything that is published, as feeds, as JSON, as whole files and for frames on other pages.',
  intro:
    'Everything that is published here can be read by machines, as it is shown to people: no key, no account, no cookie. Each answer has an ETag, so that what has not changed need not be sent again.',
  feeds: {
    title: 'Feeds',
    text: '<feeds></feeds> carry the newest thirty publications, corrections and retractions. Narrowed as the front page is, they carry those of a place, a party, a tag, a level or some words:',
  },
  dumps: {
    title: 'Whole files',
    text: 'Everything in the order in which it was published, in parts of {part, plural, one {# entry} other {# entries}} of the log. A publication changes the last part alone; a redaction changes the part it is about as well. The list for machines is <index></index>.',
    none: 'No entries yet',
    entries: 'Entries {first, number} to {last, number}',
  },
  frames: {
    title: 'On other pages',
    text: 'The newest version of each account can stand in a frame on any page, and pages that know oEmbed find it by the account’s address. It runs no script, sets no cookie and loads nothing from elsewhere.',
  },
  checking: {
    title: 'Checking it',
    text: 'Every version is an entry of the <log>publication log</log>, which nobody can change unseen. Copies of this site can be checked against it, wherever they stand.',
  },
  api: {
    title: 'The interface',
    text: 'The same as an <openapi>OpenAPI 3.1 document</openapi>. Addresses begin with <site></site>.',
    english: 'Names and descriptions are in English.',
    contents: 'What is in an answer',
    parameter: 'Parameter',
    answer: 'Answer',
    when: 'When',
    field: 'Field',
    what: 'What it is',
  },
} as const

/** Of feeds, besides what pages say. */
export const feed = {
  description: 'Accounts of contested incidents, reviewed by {organisation}',
  redacted: 'Redacted: version {number, number} of an account',
  titled: '{label}: {title}',
  later: {
    retracted: 'This account was retracted later.',
    replaced: 'A later version has taken its place.',
  },
} as const
