/**
 * Keys that are pressed alone, by where they work. `useKeys` takes a place of this list and has to answer each of its
 * keys and no other, so that what the help promises and what the screens do are the same list.
 */
export const PLAIN_KEYS = {
  search: { label: 'Everywhere on the desk', rows: [{ keys: ['/'], does: 'Search the desk' }] },
  help: { label: 'Everywhere on the desk', rows: [{ keys: ['?'], does: 'Show these keys' }] },
  votes: {
    label: 'In “My votes”',
    rows: [
      { keys: ['1', '2', '3', '4', '5', '6'], does: 'Choose a level, from the surest down' },
      { keys: ['n'], does: 'Go on to the next claim' },
      { keys: ['p'], does: 'Go back to the one before' },
    ],
  },
  suggestion: {
    label: 'Suggested connections',
    rows: [
      { keys: ['c'], does: 'Confirm the one that is shown' },
      { keys: ['r'], does: 'Reject it' },
    ],
  },
  comparison: {
    label: 'Two texts side by side',
    rows: [
      { keys: ['j'], does: 'Go to the next passage that stands in both' },
      { keys: ['k'], does: 'Go to the one before' },
    ],
  },
  doubles: {
    label: 'Likely doubles, with the focus on a pair',
    rows: [
      { keys: ['m'], does: 'Merge the two' },
      { keys: ['n'], does: 'Say that they are not the same' },
    ],
  },
} as const

export type KeyPlace = keyof typeof PLAIN_KEYS
export type KeyOf<Place extends KeyPlace> = (typeof PLAIN_KEYS)[Place]['rows'][number]['keys'][number]

/** Keys of a part of a page, while the focus is in it. `Mod` is Ctrl, or ⌘ on a Mac. */
export const KEYS_WITHIN: readonly { label: string; rows: readonly { keys: string; does: string }[] }[] = [
  {
    label: 'In a captured text',
    rows: [
      { keys: '← →', does: 'Go by a word' },
      { keys: '↑ ↓', does: 'Go by a paragraph' },
      { keys: 'Shift + ← → ↑ ↓', does: 'Take more of it into the passage' },
      { keys: 'Alt + ← →', does: 'Move the passage’s end by a character' },
      { keys: 'Enter', does: 'Use the passage' },
      { keys: 'Esc', does: 'Let it go' },
    ],
  },
  {
    label: 'In the summary',
    rows: [
      { keys: '[ or @ or Mod + K', does: 'Look for a passage to cite' },
      { keys: '↑ ↓, then Enter or Tab', does: 'Choose it' },
      { keys: 'Mod + Enter', does: 'With the cursor on a citation: go to its place' },
      { keys: 'Mod + B', does: 'Bold' },
      { keys: 'Mod + I', does: 'Italic' },
      { keys: 'Mod + Alt + 2', does: 'Heading' },
      { keys: 'Mod + Alt + 3', does: 'Smaller heading' },
      { keys: 'Mod + Shift + 8', does: 'List' },
      { keys: 'Mod + Shift + 7', does: 'Numbered list' },
      { keys: 'Mod + Shift + B', does: 'Quotation' },
      { keys: 'Mod + Z', does: 'Undo' },
      { keys: 'Mod + Shift + Z', does: 'Redo' },
    ],
  },
  {
    label: 'In the search',
    rows: [
      { keys: '↑ ↓', does: 'Go from the field through what was found, and back' },
      { keys: 'Enter', does: 'Open it' },
    ],
  },
]
