/** The page of the publication log. */
export const log = {
  title: 'Publication log',
  description: 'Everything that was ever published, in a log that cannot be changed unseen.',
  intro:
    'Each publication, correction and retraction is an entry of this log, and so is each redaction. Every entry is part of one number, the root. Change, drop or move an entry, and the root becomes another: whoever kept an earlier one sees it.',
  now: {
    title: 'As it is now',
    entries: 'Entries',
    root: 'Root',
    key: 'Key that signs it',
    keep: 'Keep the key. Whoever has it from anywhere but this page need not trust the page.',
  },
  check: {
    title: 'Checking it',
    program:
      'A program of one file, which shares no code with this site, reads everything and names the first thing that is wrong. It needs Node 20 or newer.',
    root: 'It computes the root anew from the entries and compares it with the signed one.',
    goesOn: 'It checks that the log goes on from the one that it saw the last time.',
    pages: 'It checks that each page, and its data, say what was published when the entry was made.',
    findings: 'It works out each finding from its ballots, and each count of origins from the evidence.',
    watch:
      'Run with the word <code></code> before the address, it goes on looking, and tells when history was rewritten.',
  },
  meaning: {
    title: 'What an entry says',
    entry:
      'The address and number of the version, when it was published, as what, by how many it was approved, and the SHA-256 of its document and of the note beside it. The document itself is served beside the log, and names the hash of every captured text that it quotes.',
    redaction:
      'A redaction, for legal reasons or for safety, takes text away and never the entry. It is an entry of its own, with the SHA-256 of what is left and of the public reason. So a redaction can be told from tampering: what was redacted is announced in the log, what was altered is not.',
    nobody: 'Neither an editor nor a confidential source is named in any entry.',
  },
  formats: {
    title: 'Formats',
    tree: 'The tree is that of RFC 6962, served as C2SP tlog-tiles below <code></code>.',
    root: 'Its newest root is the <checkpoint>signed checkpoint</checkpoint>; the <key>key</key> stands alone, too.',
    proof: 'A <proof>proof</proof> leads from an entry to the root.',
    witnesses: 'Witnesses can sign the checkpoint, too.',
  },
} as const
