import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as note from './note'
import * as tile from './tile'
import * as tree from './tree'

const hex = (bytes: Uint8Array | null) => (bytes === null ? null : bytesToHex(bytes))

/** The leaves that Certificate Transparency's own tests use, and the roots of their first 1 … 8. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

const reader = (leaves: readonly tree.Hash[]): tree.NodeReader => {
  const read: tree.NodeReader = (level, index) => {
    if (level > 0) return tree.nodeHash(read(level - 1, 2 * index), read(level - 1, 2 * index + 1))
    const leaf = leaves[index]
    if (leaf === undefined) throw new RangeError('no such leaf')
    return leaf
  }
  return read
}
const hashes = LEAVES.map((leaf) => tree.leafHash(hexToBytes(leaf)))
const proofOf = (ranges: readonly [number, number][], leaves = hashes) =>
  ranges.map(([begin, end]) => tree.rangeRoot(begin, end, reader(leaves)))

/** The tree hash as RFC 6962 §2.1 writes it down, and nothing else. */
function plainRoot(leaves: readonly tree.Hash[]): tree.Hash {
  const [only] = leaves
  if (only === undefined) return sha256(new Uint8Array())
  if (leaves.length === 1) return only
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return tree.nodeHash(plainRoot(leaves.slice(0, split)), plainRoot(leaves.slice(split)))
}

describe('the tree', () => {
  test('of nothing, and of the first one to eight', () => {
    expect(hex(tree.EMPTY_ROOT)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(ROOTS.map((_, index) => hex(tree.rangeRoot(0, index + 1, reader(hashes))))).toEqual(ROOTS)
  })

  test.each([
    [0, 1, []],
    [
      0,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
    [
      1,
      5,
      [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('leaf %i is proved in a tree of %i', (index, size, proof) => {
    expect(proofOf(tree.inclusionRanges(index, size)).map(hex)).toEqual(proof)
  })

  test.each([
    [1, 1, []],
    [
      1,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('a tree of %i begins one of %i', (from, to, proof) => {
    expect(proofOf(tree.consistencyRanges(from, to)).map(hex)).toEqual(proof)
  })

  test('is the RFC’s for every size, and each leaf’s proof leads to it and to no other', () => {
    const many = Array.from({ length: 70 }, (_, index) => tree.leafHash(utf8ToBytes(`leaf ${index}`)))
    for (let size = 1; size <= many.length; size++) {
      const root = plainRoot(many.slice(0, size))
      expect(hex(tree.rangeRoot(0, size, reader(many)))).toBe(hex(root))
      for (let index = 0; index < size; index++) {
        const proof = proofOf(tree.inclusionRanges(index, size), many)
        const leaf = many[index] ?? tree.EMPTY_ROOT
        expect(hex(tree.rootOfInclusion(leaf, index, size, proof))).toBe(hex(root))
        if (size > 1) expect(hex(tree.rootOfInclusion(leaf, (index + 1) % size, size, proof))).not.toBe(hex(root))
        expect(tree.rootOfInclusion(leaf, index, size, [...proof, leaf])).toBeNull()
      }
    }
    expect(() => tree.inclusionRanges(3, 3)).toThrow(RangeError)
    expect(() => tree.consistencyRanges(4, 3)).toThrow(RangeError)
    expect(tree.rootOfInclusion(tree.EMPTY_ROOT, 3, 3, [])).toBeNull()
  })
})

describe('tiles', () => {
  test.each([
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: null, index: 1_234_067, width: 256 }, 'tile/entries/x001/x234/067'],
    [{ level: 0, index: 273, width: 112 }, 'tile/0/273.p/112'],
    [{ level: 1, index: 1, width: 17 }, 'tile/1/001.p/17'],
    [{ level: 2, index: 0, width: 1 }, 'tile/2/000.p/1'],
    [{ level: null, index: 1000, width: 8 }, 'tile/entries/x001/000.p/8'],
  ])('%j is at %s', (asked, path) => {
    expect(tile.tilePath(asked)).toBe(path)
    expect(tile.parseTilePath(path)).toEqual(asked)
  })

  test.each([
    'tile/0/0',
    'tile/00/000',
    'tile/0/1000',
    'tile/0/x000/001',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/08',
    'tile/0/000.p/1/',
    'tile/-1/000',
    'tile/64x/000',
    'tile/0/001/002',
    'tile/0//000',
    'checkpoint',
    'tile/entries/',
    'tile/0/x999/x999/x999/x999/x999/999',
  ])('%s is none', (path) => expect(tile.parseTilePath(path)).toBeNull())

  test('of a tree of 70,000 leaves are those that the text names', () => {
    const has = (path: string) => {
      const asked = tile.parseTilePath(path)
      return asked !== null && tile.hasTile(asked, 70_000)
    }
    const there = ['tile/0/272', 'tile/0/273.p/112', 'tile/1/000', 'tile/1/001.p/17', 'tile/2/000.p/1']
    expect(there.filter(has)).toEqual(there)
    const beyond = ['tile/0/273', 'tile/0/273.p/113', 'tile/1/001.p/18', 'tile/2/000.p/2', 'tile/3/000.p/1']
    expect(beyond.filter(has)).toEqual([])
  })

  test('a bundle holds each entry after its length', () => {
    const bundle = tile.entryBundle([utf8ToBytes('a'), new Uint8Array(), new Uint8Array(300)])
    expect([...bundle.subarray(0, 7)]).toEqual([0, 1, 97, 0, 0, 1, 44])
    expect(bundle.length).toBe(307)
    expect(() => tile.entryBundle([new Uint8Array(65_536)])).toThrow(RangeError)
  })
})

describe('notes', () => {
  /** From the documentation of Go's own implementation. */
  const VKEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
  const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
  const LINE =
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'

  test('a key and a note are read and written as the text has them', () => {
    const key = note.readVerifierKey(VKEY)
    expect(key).toMatchObject({ name: 'PeterNeumann', kind: note.ED25519 })
    expect(key && note.writeVerifierKey(key)).toBe(VKEY)
    const read = note.readNote(`${TEXT}\n${LINE}`)
    expect(read?.text).toBe(TEXT)
    expect(read?.signatures[0]).toMatchObject({ name: 'PeterNeumann', keyId: 'c74f20a3' })
    expect(read?.signatures.map(note.signatureLine)).toEqual([LINE])
  })

  test.each([
    VKEY.replace('c74f20a3', 'c74f20a4'),
    VKEY.replace('Peter', 'Pete'),
    VKEY.slice(0, -4),
    `${VKEY}=`,
    VKEY.replace('PeterNeumann', 'Peter Neumann'),
    '',
  ])('%j is no key', (text) => expect(note.readVerifierKey(text)).toBeNull())

  test.each([
    TEXT,
    `${TEXT}\n`,
    `${TEXT}\n${LINE.trimEnd()}`,
    `${TEXT}\n${LINE}x`,
    `${TEXT}\n${LINE.replace('—', '-')}`,
  ])('what is no signed note is read as none (%#)', (text) => expect(note.readNote(text)).toBeNull())

  test('the checkpoint of C2SP’s text is read and written', () => {
    const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
    const read = note.readCheckpoint(text)
    expect(read).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 })
    expect(read && note.checkpointText(read)).toBe(text)
    const signature =
      '— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n'
    expect(note.readNote(`${text}\n${signature}`)?.signatures).toHaveLength(1)
    for (const bad of [
      text.replace('2085', '02085'),
      text.replace('CsU', 'CsU\n'),
      text.trimEnd(),
      text.replace('20852163', '-1'),
      `${text}\n`,
    ])
      expect(note.readCheckpoint(bad)).toBeNull()
  })

  test('base64 is taken in its one form alone', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(note.fromBase64(note.toBase64(bytes))).toEqual(bytes)
      }),
    )
    for (const bad of ['a', 'ab', 'abc', 'ab==', 'a-b_', 'YQ', 'YQ== ']) expect(note.fromBase64(bad)).toBeNull()
  })

  test('a cosignature is its time and a signature', () => {
    const bytes = Uint8Array.from({ length: 72 }, (_, index) => (index === 7 ? 5 : index < 8 ? 0 : 9))
    expect(note.readCosignature(bytes)).toEqual({ seconds: 5n, signature: bytes.subarray(8) })
    expect(note.readCosignature(bytes.subarray(1))).toBeNull()
    expect(note.cosignedText('a\n1\nb\n', 5n)).toBe('cosignature/v1\ntime 5\na\n1\nb\n')
  })
})
