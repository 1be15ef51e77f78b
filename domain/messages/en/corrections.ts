/** The page of corrections. */
export const corrections = {
  title: 'Corrections',
  description: 'Every correction, update, clarification and retraction, newest first.',
  intro:
    'Nothing published is changed in silence. Whatever takes the place of an earlier version is listed here with the reason, and the earlier version stays at its own address.',
  nothing: 'Nothing has been corrected yet',
  nothingText: 'Found something wrong? The foot of this page says how to tell us.',
  redacted: 'The text of version {number, number} was redacted.',
  whatChanged: 'What changed',
  version: 'Version {number, number}',
  more: 'More corrections',
} as const
