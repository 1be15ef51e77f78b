import { expect, test } from 'vitest'
import { samplePicture } from '@/tests/harness/account-picture'
import { changeText } from './change-words'
import { ENGLISH } from './english'
import { translatedPair } from './rendition-changes'
import { namesOf, renamed } from './rendition-names'
import { ownWords } from './rendition-words'
import { buildSnapshot } from './snapshot'
import { listChanges } from './snapshot-diff'
import type { PublicBlock, Snapshot } from './snapshot-schema'
import { diffSummaries } from './summary-diff'

const sample = buildSnapshot(samplePicture)

/** As one translator puts it: every text begins with a word of their own. */
function translated(original: Snapshot, by: string) {
  const inWords = (block: PublicBlock): PublicBlock => {
    if (block.kind === 'quotation') return { ...block, blocks: block.blocks.map(inWords) }
    if (block.kind === 'list') return { ...block, items: block.items.map((item) => item.map(inWords)) }
    return { ...block, content: [{ text: `${by} ` }, ...block.content] }
  }
  const words = Object.fromEntries(ownWords(original, null).map(({ path, text }) => [path, `${by} ${text}`]))
  return { original, translation: { words, summary: original.summary.map(inWords) } }
}

const pairOf = (before: Snapshot, after: Snapshot) =>
  translatedPair(translated(before, 'так'), translated(after, 'ось'))
const kinds = (before: Snapshot, after: Snapshot) =>
  listChanges(before, after).map(({ about, key, says }) => [
    about,
    key,
    says.form === 'note' ? says.note : says.what,
    says.form,
  ])

const names = namesOf(sample)

/** Each text of the document once in other words, with where it stands; a name, which stands in many places, in all. */
function* altered(value: unknown, path: (string | number)[] = []): Generator<[string, Snapshot]> {
  if (typeof value === 'object' && value !== null) {
    for (const [name, child] of Object.entries(value))
      yield* altered(child, [...path, Array.isArray(value) ? Number(name) : name])
    return
  }
  if (typeof value !== 'string' || value === '' || names.includes(value)) return
  const other = structuredClone(sample)
  let parent = other as unknown as Record<string | number, unknown>
  for (const step of path.slice(0, -1)) parent = parent[step] as Record<string | number, unknown>
  parent[path.at(-1) ?? ''] = `${value} altered`
  yield [path.join('.'), other]
}

/** What is no text, but says which of a few things something is, or which thing it is. */
const NO_TEXT =
  /(?:^|\.)(?:schemaVersion|kind|key|language|type|precision|stance|mode|level|heading|method|rivals\.\d+|claim)$/

test('what changed is the same in every language, and told in its words', () => {
  const inNames = names.map((name): [string, Snapshot] => [
    name,
    renamed(sample, (each) => (each === name ? `${name} altered` : each)),
  ])
  const texts = [...inNames, ...altered(sample)].filter(([path]) => !NO_TEXT.test(path))
  expect(texts.length).toBeGreaterThan(100)
  for (const [path, after] of texts) {
    const pair = pairOf(sample, after)
    expect([path, kinds(pair.before, pair.after)]).toEqual([path, kinds(sample, after)])
  }
})

test('put otherwise by another translator, what did not change is not told', () => {
  const pair = pairOf(sample, sample)
  expect(listChanges(pair.before, pair.after)).toEqual([])
  expect(diffSummaries(pair.before, pair.after).map(({ kind }) => kind)).toEqual(
    diffSummaries(sample, sample).map(() => 'same'),
  )
})

test('the words before are those of the translation before', () => {
  const after = { ...sample, incident: { ...sample.incident, title: 'Another' } }
  const pair = pairOf(sample, after)
  expect(listChanges(pair.before, pair.after).map((change) => changeText(change, ENGLISH))).toEqual([
    `The title changed from “так ${sample.incident.title}” to “ось Another”.`,
  ])
})

test('a citation keeps its evidence, though the numbers shift', () => {
  const last = sample.evidence.length
  const shifted = (number: number) => (number % last) + 1
  const inBlock = (block: PublicBlock): PublicBlock => {
    if (block.kind === 'quotation') return { ...block, blocks: block.blocks.map(inBlock) }
    if (block.kind === 'list') return { ...block, items: block.items.map((item) => item.map(inBlock)) }
    const content = block.content.map((part) => ('citation' in part ? { citation: shifted(part.citation) } : part))
    return { ...block, content }
  }
  const after = {
    ...sample,
    summary: sample.summary.map(inBlock),
    evidence: sample.evidence.map((piece) => ({ ...piece, number: shifted(piece.number) })),
  }
  const pair = pairOf(sample, after)
  expect(diffSummaries(sample, after).every(({ kind }) => kind === 'same')).toBe(true)
  expect(diffSummaries(pair.before, pair.after).every(({ kind }) => kind === 'same')).toBe(true)
})
