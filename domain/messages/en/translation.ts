/** What is said of an account in another language than its own. */
export const translation = {
  label: 'Translation',
  of: 'This translates version {number, number} of <when></when> from {language}.',
  published:
    'The translation was published <when></when>, after a review of its own. Quotations, outlets and titles of articles stand as in the original; other names may be put into this language.',
  original: 'Read the original',
  note: 'Why it replaces an earlier translation',
  none: 'This account is in {language}; there is no translation of it into the language of this page.',
  noneYet:
    'There is no translation of version {number, number} into the language of this page; it is shown in {language}.',
  older: 'Version {number, number} is available in translation',
  takenBack: 'The translation of this version was taken back <when></when>.',
  also: 'Also in: <languages></languages>',
} as const
