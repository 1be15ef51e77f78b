import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'

/** SHA-256, 32 bytes. */
export type Hash = Uint8Array
const HASH_LENGTH = 32

/** Reads the root of the perfect subtree at `level` (0: leaves) whose leaves begin at `index · 2^level`. */
export type NodeReader = (level: number, index: number) => Hash

/** Hash of a leaf, RFC 6962 §2.1. */
export function leafHash(entry: Uint8Array): Hash {
  return sha256(concatBytes(Uint8Array.of(0), entry))
}

/** Hash of an inner node, RFC 6962 §2.1. */
export function nodeHash(left: Hash, right: Hash): Hash {
  return sha256(concatBytes(Uint8Array.of(1), left, right))
}

/** Root of the empty tree. */
export const EMPTY_ROOT: Hash = sha256(new Uint8Array())

/** The perfect subtree at `level` whose leaves begin at `index · 2^level`. */
export type Node = { level: number; index: number }

/** The largest power of two smaller than n, for n ≥ 2 (RFC 6962 §2.1). */
function splitOf(n: number): number {
  let split = 1
  while (split * 2 < n) split *= 2
  return split
}

const isPower = (n: number) => Number.isInteger(Math.log2(n))

/** The perfect subtrees, from the left, that leaves [begin, end) fall into; `begin` a multiple of all their sizes. */
export function rangeNodes(begin: number, end: number): Node[] {
  const nodes: Node[] = []
  for (let at = begin; at < end;) {
    const size = isPower(end - at) ? end - at : splitOf(end - at)
    nodes.push({ level: Math.log2(size), index: at / size })
    at += size
  }
  return nodes
}

/** Merkle tree hash of leaves [begin, end), from whole subtrees. */
export function rangeRoot(begin: number, end: number, read: NodeReader): Hash {
  const hashes = rangeNodes(begin, end).map(({ level, index }) => read(level, index))
  if (hashes.length === 0) return EMPTY_ROOT
  return hashes.reduceRight((right, left) => nodeHash(left, right))
}

/** The leaf ranges whose hashes prove leaf `index` in a tree of `size`, from the leaf up (RFC 6962 §2.1.1). */
export function inclusionRanges(index: number, size: number): [number, number][] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new RangeError('no such leaf in this tree')
  const path = (begin: number, end: number): [number, number][] => {
    if (end - begin === 1) return []
    const middle = begin + splitOf(end - begin)
    return index < middle ? [...path(begin, middle), [middle, end]] : [...path(middle, end), [begin, middle]]
  }
  return path(0, size)
}

/** The leaf ranges whose hashes prove that a tree of `from` leaves begins one of `to` (RFC 6962 §2.1.2). */
export function consistencyRanges(from: number, to: number): [number, number][] {
  if (!Number.isSafeInteger(from) || from < 0 || from > to) throw new RangeError('a tree begins no smaller one')
  if (from === 0 || from === to) return []
  const proof = (begin: number, end: number, isWhole: boolean): [number, number][] => {
    if (from === end) return isWhole ? [] : [[begin, end]]
    const middle = begin + splitOf(end - begin)
    return from <= middle
      ? [...proof(begin, middle, isWhole), [middle, end]]
      : [...proof(middle, end, false), [begin, middle]]
  }
  return proof(0, to, true)
}

/** Root that an inclusion proof leads to; null where the proof has not the length that the tree asks for. */
export function rootOfInclusion(leaf: Hash, index: number, size: number, proof: readonly Hash[]): Hash | null {
  if (index < 0 || index >= size || [leaf, ...proof].some(({ length }) => length !== HASH_LENGTH)) return null
  const ranges = inclusionRanges(index, size)
  if (ranges.length !== proof.length) return null
  return proof.reduce(
    (hash, sibling, at) => ((ranges[at]?.[0] ?? 0) > index ? nodeHash(hash, sibling) : nodeHash(sibling, hash)),
    leaf,
  )
}
