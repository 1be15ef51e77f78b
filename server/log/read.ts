import { bytesToHex } from '@noble/hashes/utils.js'
import type { z } from 'zod'
import type { Reader } from '@/db/client'
import type { ReadLeafInput, ReadTileInput } from '@/domain/input/log'
import { toBase64 } from '@/domain/log/note'
import { hasTile, TILE_HEIGHT, TILE_WIDTH } from '@/domain/log/tile'
import { inclusionRanges } from '@/domain/log/tree'
import { notFound } from '../fault'
import { signingKey } from './key'
import { readCheckpoint, readDocument, readEntries, readRanges, readRow, readSize } from './queries'
import type { checkpointView, documentView, proofView, tileView } from './view'

export async function showCheckpoint(db: Reader): Promise<z.output<typeof checkpointView>> {
  const { size, root, note } = await readCheckpoint(db)
  const { key, verifierKey } = signingKey()
  return { origin: key.name, verifierKey, size, root: bytesToHex(root), note }
}

/** @throws NOT_FOUND where the tree is not so wide yet. */
export async function showTile(db: Reader, tile: ReadTileInput): Promise<z.output<typeof tileView>> {
  const { level, index, width } = tile
  if (!hasTile(tile, await readSize(db))) throw notFound('part of the log')
  const first = index * TILE_WIDTH
  return level === null ? readEntries(db, first, width) : readRow(db, level * TILE_HEIGHT, first, width)
}

/** @throws NOT_FOUND */
export async function showProof(db: Reader, { index }: ReadLeafInput): Promise<z.output<typeof proofView>> {
  const { size, note } = await readCheckpoint(db)
  if (index >= size) throw notFound('entry')
  const hashes = await readRanges(db, inclusionRanges(index, size))
  return { index, size, hashes: hashes.map(toBase64), note }
}

/** @throws NOT_FOUND */
export async function showDocument(db: Reader, { index }: ReadLeafInput): Promise<z.output<typeof documentView>> {
  const document = await readDocument(db, index)
  if (document === undefined) throw notFound('document')
  return { document }
}
