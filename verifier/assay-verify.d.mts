/** What the tests call of the verifier; it is a command to everybody else. */
export class Wrong extends Error {
  at: string
}
export type Site = {
  files: ReadonlyMap<string, Uint8Array> | null
  page: (path: string) => Promise<Uint8Array | null>
  bytes: (address: string) => Promise<Uint8Array | null>
}
export type Key = { name: string; id: string }
export type Asked = {
  key: Key
  witnesses?: readonly Key[]
  kept?: string | undefined
  isListed?: boolean
  words?: string
  languages?: readonly string[]
  only?: readonly string[]
  tell?: (line: string) => void
}
export type Seen = { note: string; size: number; root: string }
export type Found = Seen & {
  publications: number
  isListed: boolean
  redacted: string[]
  left: string[]
  unlogged: string[]
  asOf: { pages: number; oldest: string | null }
}
export function readKey(text: string): Key
export function siteAt(address: string): Site
export function siteOf(files: ReadonlyMap<string, Uint8Array>): Site
export function verify(site: Site, asked: Asked): Promise<Found>
export function look(site: Site, asked: Asked): Promise<Seen>
export function canonical(value: unknown): string
export function growTree(leaves: readonly Uint8Array[]): Uint8Array[][]
export function rootAt(rows: readonly Uint8Array[][], size: number): Uint8Array
export function hashLeaf(entry: Uint8Array): Uint8Array
export function isIncluded(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean
export function concludeFrom(distribution: Readonly<Record<string, number>>): {
  ballots: number
  level: string
  spread: number | null
  heading: string
}
export function isNoteSigned(key: Key, note: Uint8Array): boolean
export function readCheckpoint(note: Uint8Array, key: Key, at: string): { size: number; root: Uint8Array }
