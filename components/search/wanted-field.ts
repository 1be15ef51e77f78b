/** On a narrow screen the search is a page of its own: whoever pressed its key means the field there. */
let isWanted = false

export function wantField(): void {
  isWanted = true
}

/** True once for each time it was wanted. */
export function takeWanted(): boolean {
  const was = isWanted
  isWanted = false
  return was
}
