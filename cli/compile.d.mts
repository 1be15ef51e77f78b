export function compile(root: string, entries: readonly string[]): Promise<string>
