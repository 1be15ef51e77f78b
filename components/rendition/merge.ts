import type { TypedText } from './view'

/**
 * Two texts that came of one: rows that one of both changed are taken from it. Null where both changed a row, each in
 * its own way: somebody has to choose. `isMine`: mine was chosen for such rows.
 */
export function mergeTexts(base: TypedText, mine: TypedText, theirs: TypedText, isMine = false): TypedText | null {
  if (mine.lines.length !== base.lines.length || theirs.lines.length !== base.lines.length) return null
  const paths = [...new Set([base, mine, theirs].flatMap(({ words }) => Object.keys(words)))]
  const either = (was: string, own: string, other: string): string | null =>
    own === was ? other : other === was || other === own || isMine ? own : null
  const lines = base.lines.map((was, at) => either(was, mine.lines[at] ?? '', theirs.lines[at] ?? ''))
  const words = paths.map((path) => either(base.words[path] ?? '', mine.words[path] ?? '', theirs.words[path] ?? ''))
  if ([...lines, ...words].includes(null)) return null
  return {
    lines: lines.map((line) => line ?? ''),
    words: Object.fromEntries(paths.flatMap((path, at) => (words[at] ? [[path, words[at]]] : []))),
  }
}
