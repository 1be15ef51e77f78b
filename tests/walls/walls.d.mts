type Seen = { modules: number; arrows: number }

export const FOLDERS: readonly string[]
export const LEAST: Seen

/** Runs the import table over `folders` of the tree at `root`; one line a breach, beginning with the wall's name. */
export function findBreaches(
  root: string,
  folders?: readonly string[],
  least?: Seen,
): Promise<{ seen: Seen; breaches: string[] }>
