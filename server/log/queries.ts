import { hexToBytes } from '@noble/hashes/utils.js'
import { and, asc, between, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { logCosignature, logLeaf, logNode, publication } from '@/db/schema'
import { checkpointText, keyIdOf, signatureLine } from '@/domain/log/note'
import { rangeNodes, rangeRoot, type Hash, type Node } from '@/domain/log/tree'
import { signingKey } from './key'

/** How many leaves there are. */
export async function readSize(db: Reader): Promise<number> {
  const [last] = await db.select({ index: logLeaf.index }).from(logLeaf).orderBy(desc(logLeaf.index)).limit(1)
  return last === undefined ? 0 : last.index + 1
}

/** Hashes over ranges of leaves, each from the whole subtrees it falls into: one statement, however many there are. */
export async function readRanges(db: Reader, ranges: readonly (readonly [number, number])[]): Promise<Hash[]> {
  const nodes = ranges.flatMap(([begin, end]) => rangeNodes(begin, end))
  const hashes = nodes.length === 0 ? new Map<string, Hash>() : await readNodes(db, nodes)
  return ranges.map(([begin, end]) =>
    rangeRoot(begin, end, (level, index) => {
      const hash = hashes.get(`${level} ${index}`)
      if (hash === undefined) throw new Error('the log has no hash of a subtree that is whole')
      return hash
    }),
  )
}

async function readNodes(db: Reader, nodes: readonly Node[]): Promise<Map<string, Hash>> {
  const rows = await db
    .select()
    .from(logNode)
    .where(or(...nodes.map(({ level, index }) => and(eq(logNode.level, level), eq(logNode.index, index)))))
    .limit(nodes.length)
  return new Map(rows.map(({ level, index, hash }) => [`${level} ${index}`, hexToBytes(hash)]))
}

/** A row of hashes at a level of the tree, as 64 hex digits each. */
export async function readRow(db: Reader, level: number, first: number, width: number): Promise<string[]> {
  const rows = await db
    .select({ hash: logNode.hash })
    .from(logNode)
    .where(and(eq(logNode.level, level), between(logNode.index, first, first + width - 1)))
    .orderBy(asc(logNode.index))
    .limit(width)
  return rows.map(({ hash }) => hash)
}

export async function readEntries(db: Reader, first: number, width: number): Promise<string[]> {
  const rows = await db
    .select({ entry: logLeaf.entry })
    .from(logLeaf)
    .where(between(logLeaf.index, first, first + width - 1))
    .orderBy(asc(logLeaf.index))
    .limit(width)
  return rows.map(({ entry }) => entry)
}

/** The document that a leaf is of, as it can be read; undefined: no publication's leaf. Null: redacted. */
export async function readDocument(db: Reader, index: number): Promise<string | null | undefined> {
  const [row] = await db
    .select({ document: publication.document })
    .from(logLeaf)
    .innerJoin(publication, eq(publication.id, logLeaf.publicationId))
    .where(and(eq(logLeaf.index, index), isNull(logLeaf.redactionId)))
    .limit(1)
  return row?.document
}

/** Where some publications stand in the log, by their ids. A row that a test put there by hand may stand nowhere. */
export async function readPlaces(db: Reader, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: logLeaf.publicationId, index: logLeaf.index })
    .from(logLeaf)
    .where(and(inArray(logLeaf.publicationId, [...ids]), isNull(logLeaf.redactionId)))
    .limit(ids.length)
  return new Map(rows.map(({ id, index }) => [id, index]))
}

/** Place of one publication, with the tree as it is now. */
export type Place = { index: number; size: number; leafHash: string; root: Hash }

export async function readPlace(db: Reader, publicationId: string): Promise<Place | null> {
  const index = (await readPlaces(db, [publicationId])).get(publicationId)
  if (index === undefined) return null
  const size = await readSize(db)
  const [leafHash = ''] = await readRow(db, 0, index, 1)
  const [root] = await readRanges(db, [[0, size]])
  return root === undefined ? null : { index, size, leafHash, root }
}

export type SignedCheckpoint = { size: number; root: Hash; text: string; note: string }

/** Ed25519 gives one signature for one text, so nothing of it need be stored: it is made once for each size. */
let last: { text: string; verifierKey: string; line: string } | undefined

function signatureOf(text: string): string {
  const { key, verifierKey, sign } = signingKey()
  if (last?.text !== text || last.verifierKey !== verifierKey) {
    const line = signatureLine({ name: key.name, keyId: keyIdOf(key), signature: sign(text) })
    last = { text, verifierKey, line }
  }
  return last.line
}

/** The newest tree, signed, with what witnesses added to it. */
export async function readCheckpoint(db: Reader): Promise<SignedCheckpoint> {
  const size = await readSize(db)
  const [root] = await readRanges(db, [[0, size]])
  if (root === undefined) throw new Error('a tree without its root')
  const text = checkpointText({ origin: signingKey().key.name, size, root })
  const witnesses = await db
    .select({ line: logCosignature.line })
    .from(logCosignature)
    .where(eq(logCosignature.size, size))
    .orderBy(sql`${logCosignature.witness} collate "C"`)
    .limit(100)
  return { size, root, text, note: `${text}\n${signatureOf(text)}${witnesses.map(({ line }) => line).join('')}` }
}
