import { hexToBytes } from '@noble/hashes/utils.js'
import { and, asc, between, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { logCosignature, logLeaf, logNode, publication, rendition } from '@/db/schema'
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

/** The document that a leaf is of, as it can be read; undefined: a redaction's leaf, or none. Null: redacted. */
export async function readDocument(db: Reader, index: number): Promise<string | null | undefined> {
  const [row] = await db
    .select({
      isTranslation: isNotNull(logLeaf.renditionId),
      own: publication.document,
      translated: rendition.document,
    })
    .from(logLeaf)
    .innerJoin(publication, eq(publication.id, logLeaf.publicationId))
    .leftJoin(rendition, eq(rendition.id, logLeaf.renditionId))
    .where(and(eq(logLeaf.index, index), isNull(logLeaf.redactionId)))
    .limit(1)
  return row && (row.isTranslation ? row.translated : row.own)
}

/** Where a publication stands in the log, with the tree as its entry made it: so what a page says of it never changes. */
export type Place = { index: number; size: number; leafHash: string; root: Hash }

/** Null for a row that is in no log, which the database lets nobody commit. */
export async function readPlace(db: Reader, publicationId: string): Promise<Place | null> {
  const [leaf] = await db
    .select({ index: logLeaf.index, leafHash: logNode.hash })
    .from(logLeaf)
    .innerJoin(logNode, and(eq(logNode.level, 0), eq(logNode.index, logLeaf.index)))
    .where(and(eq(logLeaf.publicationId, publicationId), isNull(logLeaf.redactionId), isNull(logLeaf.renditionId)))
    .limit(1)
  if (leaf === undefined) return null
  const size = leaf.index + 1
  const [root] = await readRanges(db, [[0, size]])
  return root === undefined ? null : { ...leaf, size, root }
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
