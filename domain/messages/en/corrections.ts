/** The page of corrections. */
export const corrections = {
  title: 'Corrections',
  description: 'Every correction, update, clarification and retraction, newest first.',
  intro:
    'Nothing published is changed in silence. Whatever takes the place of an earlier version is listed here with the reason, and the earlier version stays at its own address.',
  nothing: 'Nothing has been corrected yet',
  nothingOfKind: 'None of this kind yet',
  filter: 'Show',
  all: 'All',
  tell: 'Found something wrong? The foot of this page says how to tell us. There is a <feed>feed</feed> of corrections, too.',
  replaced: 'Version {number, number} took the place of version {before, number}.',
  kinds: 'What the words mean',
  meaning: {
    correction: 'What was wrong is put right.',
    update: 'More has become known since.',
    clarification: 'Said more clearly; nothing was wrong.',
    retraction: 'Taken back as a whole: what it said should not be relied on.',
  },
  redacted: 'The text of version {number, number} was redacted.',
  whatChanged: 'What changed',
  version: 'Version {number, number}',
  more: 'More corrections',
} as const
