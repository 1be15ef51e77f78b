export const readers: readonly string[]
export function compile(root: string, name: string, entries: readonly string[]): Promise<string>
