import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { samplePicture } from '@/tests/harness/account-picture'
import { sampleSummary } from '@/tests/harness/account/summary'
import type { DocumentNode } from './document'
import { canPublishRendition, isTranslatable } from './rendition'
import { readReason } from './origin-reason'
import { beginFrom } from './rendition-begin'
import { buildRendition, type Original } from './rendition-document'
import { hasShapeOf, lackOf } from './rendition-lack'
import { citationNumbers, readLine, textBlocks, withBlocks, writeLine } from './rendition-line'
import { calling, namePath, namesOf } from './rendition-names'
import { inOtherWords, ownWords } from './rendition-words'
import { buildSnapshot } from './snapshot'

const ids = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
const NUMBERS = new Map(ids.map((id, index) => [id, index + 1]))
const cite = (n: number): DocumentNode => ({ type: 'citation', attrs: { evidenceId: ids[n - 1] } })

describe('a line as it is typed', () => {
  const text = fc.string({
    minLength: 1,
    unit: fc.constantFrom('a', 'ї', 'ع', ' ', '*', '_', '\\', '[', ']', '1', '7', '😀'),
  })
  const marks = fc.subarray([{ type: 'bold' }, { type: 'italic' }])
  const node = fc.oneof(
    fc.record({ type: fc.constant('text'), text, marks }),
    fc.record({ type: fc.constant('citation'), attrs: fc.record({ evidenceId: fc.constantFrom(...ids) }), marks }),
  )
  const plain = (content: readonly DocumentNode[]) =>
    content.flatMap(({ type, text: words = '', attrs, marks: own = [] }) =>
      (type === 'text' ? Array.from(words) : [JSON.stringify(attrs)]).map(
        (each) => `${each} ${own.map((m) => m.type).join()}`,
      ),
    )

  test('comes back as it was, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 6 }), (content) => {
        expect(plain(readLine(writeLine(content, NUMBERS), NUMBERS))).toEqual(plain(content))
      }),
    )
  })

  test('what looks like a citation of nothing is text', () => {
    expect(readLine('See [9] and \\[1].', NUMBERS)).toEqual([{ type: 'text', text: 'See [9] and [1].' }])
    expect(readLine('*So* [2]_.', NUMBERS)).toEqual([
      { type: 'text', text: 'So', marks: [{ type: 'bold' }] },
      { type: 'text', text: ' ' },
      cite(2),
      { type: 'text', text: '.', marks: [{ type: 'italic' }] },
    ])
  })
})

const snapshot = buildSnapshot(samplePicture)
const original: Original = {
  number: 1,
  sha256: 'a'.repeat(64),
  language: 'en',
  slug: snapshot.incident.slug,
  organisation: snapshot.organisation,
  doc: sampleSummary,
  words: ownWords(snapshot, 'We counted again.'),
}
const whole = () => ({
  doc: withBlocks(
    sampleSummary,
    textBlocks(sampleSummary).map(({ node: { content = [] } }) => [
      { type: 'text', text: 'Слово ' },
      ...content.filter(({ type }) => type === 'citation').toReversed(),
    ]),
  ),
  words: Object.fromEntries(original.words.map(({ path }) => [path, `Слово ${path}`])),
})

describe('what names are called in another language', () => {
  const names = ['Coast Guard', 'Sea Guard', 'Harbour', 'Гавань', 'Legion']
  const translated = new Map([
    [namePath('Coast Guard'), 'Берегова охорона'],
    [namePath('Sea Guard'), 'Берегова Охорона'],
    [namePath('Harbour'), 'Гавань'],
    [namePath('Legion'), 'Легіон'],
  ])
  const said = calling(names, translated, namePath)

  test.each([
    ['Legion', 'Легіон', 'it is translated'],
    ['Coast Guard', 'Coast Guard', 'another would be called alike'],
    ['Sea Guard', 'Sea Guard', 'another would be called alike'],
    ['Harbour', 'Harbour', 'another was published so'],
    ['Town', 'Town', 'nobody knows it'],
  ])('%s is called %s: %s', (name, called) => expect(said(name)).toBe(called))
})

describe('the words of an account', () => {
  test('each is laid over the original and nothing else changes', () => {
    const { words } = whole()
    const said = inOtherWords(snapshot, { language: 'uk', words, summary: [] })
    const json = JSON.stringify({ ...said, related: [], evidence: [] })
    for (const { text, what } of original.words)
      if (what !== 'note' && what !== 'name') expect(json).not.toContain(JSON.stringify(text))
    expect(Object.keys(words).filter((path) => path.startsWith('grade/'))).not.toEqual([])
    const back = Object.fromEntries(
      ownWords(said, null).map(({ path, what }, index) => [
        path,
        what === 'name' ? '' : (ownWords(snapshot, null)[index]?.text ?? ''),
      ]),
    )
    const renamedBack = inOtherWords(said, { language: 'en', words: back, summary: snapshot.summary })
    expect(ownWords(renamedBack, null).filter(({ what }) => what !== 'name')).toEqual(
      ownWords(snapshot, null).filter(({ what }) => what !== 'name'),
    )
  })

  test('its findings and quotations are the original’s, and its names where no other is written', () => {
    const { words } = whole()
    const bare = ({ claims, evidence }: typeof snapshot) => ({
      claims: claims.map(({ key, rivals, finding, evidence: cited, origins }) => ({
        ...{ key, rivals, cited, level: finding?.level, all: finding?.distribution },
        ...{ count: origins.count, groups: origins.groups.map((group) => group.evidence), lineage: origins.lineage },
      })),
      evidence: evidence.map((piece) => {
        if (piece.isConfidential) return piece.number
        const { number, stance, quotation, translation, capture, source } = piece
        return { number, stance, quotation, translation, capture, source: { ...source, grade: source.grade?.grade } }
      }),
    })
    const said = inOtherWords(snapshot, { language: 'uk', words, summary: [] })
    expect(bare(said)).toEqual(bare(snapshot))
    const unnamed = Object.fromEntries(Object.entries(words).filter(([path]) => !path.startsWith('name/')))
    const kept = inOtherWords(snapshot, { language: 'uk', words: unnamed, summary: [] })
    expect(namesOf(kept)).toEqual(namesOf(snapshot))
    expect(kept.claims.map(({ origins }) => origins)).toEqual(snapshot.claims.map(({ origins }) => origins))
    expect(lackOf(original, { ...whole(), words: unnamed })).toEqual([])
  })

  test('a name is another everywhere: in origins, what they are called and why they are one', () => {
    const names = namesOf(snapshot)
    expect(names.length).toBeGreaterThan(6)
    const words = Object.fromEntries(names.map((name, index) => [namePath(name), `Назва${index}.`]))
    const said = inOtherWords(snapshot, { language: 'uk', words, summary: snapshot.summary })
    const { parties, place } = said.incident
    expect(place?.names.map(({ name }) => name)).toContain(snapshot.incident.place?.name)
    expect(parties.map(({ aliases }) => aliases[0])).toEqual(snapshot.incident.parties.map(({ name }) => name))
    const rest = {
      ...{ place: place?.name, parties: parties.map(({ name, side }) => [name, side]), sides: said.incident.sides },
      claims: said.claims.map(({ claimants, origins: { groups } }) => ({ claimants, groups })),
      evidence: said.evidence.map((piece) =>
        piece.isConfidential ? null : [{ ...piece.origin, firstCarriedBy: null }, piece.relays],
      ),
    }
    const json = JSON.stringify(rest)
    for (const name of names) expect(json).not.toContain(name)
    const reasons = snapshot.claims.flatMap(({ origins }) => origins.groups.flatMap((group) => group.reasons))
    expect(
      reasons.filter((reason) => readReason(reason) !== null && names.some((name) => reason.includes(name))),
    ).not.toEqual([])
  })
})

describe('what a translation lacks', () => {
  test('nothing, with every word and the same citations in any order', () => {
    expect(lackOf(original, whole())).toEqual([])
  })

  test('each citation that is taken out of its paragraph, or put into another, is missed', () => {
    const { doc, words } = whole()
    const blocks = textBlocks(doc).map(({ node }) => node.content ?? [])
    for (const [index, content] of blocks.entries())
      for (const [at, node] of content.entries()) {
        if (node.type !== 'citation') continue
        const without = blocks.map((each, block) => (block === index ? each.toSpliced(at, 1) : each))
        expect(lackOf(original, { doc: withBlocks(doc, without), words })).toMatchObject([
          { rule: 'rendition.citation' },
        ])
        const doubled = blocks.map((each, block) => (block === index ? [...each, node] : each))
        expect(lackOf(original, { doc: withBlocks(doc, doubled), words })).toMatchObject([
          { rule: 'rendition.citation' },
        ])
        const moved = without.map((each, block) => (block === (index + 1) % blocks.length ? [...each, node] : each))
        expect(lackOf(original, { doc: withBlocks(doc, moved), words })).toHaveLength(2)
      }
  })

  test('a paragraph left empty, left as it was, or of another shape', () => {
    const { words } = whole()
    const rules = (doc: DocumentNode) => new Set(lackOf(original, { doc, words }).map(({ rule }) => rule))
    expect(rules(withBlocks(sampleSummary, []))).toEqual(new Set(['rendition.empty', 'rendition.citation']))
    expect(rules(sampleSummary)).toEqual(new Set(['rendition.same']))
    const { content = [] } = sampleSummary
    const shorter = { ...sampleSummary, content: content.slice(1) }
    expect(hasShapeOf(sampleSummary, shorter)).toBe(false)
    expect(rules(shorter)).toEqual(new Set(['rendition.shape']))
  })

  test('names that could not be told apart, however they are written', () => {
    const [first = '', second = '', third = ''] = namesOf(snapshot)
    const rules = (names: Record<string, string>) => {
      const words = { ...whole().words, ...names }
      return lackOf(original, { ...whole(), words }).map(({ rule, target }) => `${rule} ${target.id}`)
    }
    expect(rules({ [namePath(first)]: 'Місто', [namePath(second)]: 'МІСТО' })).toEqual([
      `rendition.name ${namePath(first)}`,
    ])
    expect(rules({ [namePath(first)]: '', [namePath(third)]: first })).toEqual([`rendition.name ${namePath(third)}`])
    expect(rules({ [namePath(first)]: second, [namePath(second)]: first })).toEqual([])
  })

  test('words that the original has not are no part of what is published', () => {
    const text = { ...whole(), words: { ...whole().words, stranger: 'x', title: '  Назва ' } }
    const { words, incident, summary } = buildRendition(original, 'uk', text)
    expect([words.stranger, incident.title]).toEqual([undefined, 'Назва'])
    expect(citationNumbers(sampleSummary).size).toBeGreaterThan(3)
    expect(JSON.stringify(summary)).toContain('"citation":1')
  })
})

test('a newer version: what did not change keeps its words, the rest begins with its citations', () => {
  const [first, ...rest] = textBlocks(sampleSummary)
  const changed = [
    [{ type: 'text', text: 'It burned.' }, ...(first?.node.content ?? []).filter(({ type }) => type === 'citation')],
    ...rest.map(({ node }) => node.content ?? []),
  ]
  const next = { doc: withBlocks(sampleSummary, changed), words: ownWords(snapshot, 'It was another.') }
  const { doc, words } = beginFrom(next, original, whole())
  const lines = textBlocks(doc).map(({ node }) => writeLine(node.content ?? [], citationNumbers(next.doc)))
  expect(lines[0]).toMatch(/^(\[\d+\])+$/)
  expect(lines.slice(1).every((line) => line.startsWith('Слово '))).toBe(true)
  expect(words.title).toBe('Слово title')
  expect(words.note).toBeUndefined()
})

test('the first translation begins with what is called something already', () => {
  const [name = ''] = namesOf(snapshot)
  const known = { [namePath(name)]: 'Місто', 'name/Elsewhere': 'Деінде' }
  expect(beginFrom(original, null, null, known).words).toEqual({ [namePath(name)]: 'Місто' })
  const own = { ...whole(), words: { [namePath(name)]: 'Містечко' } }
  expect(beginFrom(original, original, own, known).words).toEqual({ [namePath(name)]: 'Містечко' })
})

describe('what is published', () => {
  const hash = 'b'.repeat(64)
  const standing = { number: 2, isRedacted: false, newest: { number: 2, isRetraction: false } }
  const approved = { accountId: 'reader', decision: 'approve', snapshotHash: hash } as const
  const input = {
    ...({ revisionId: 'r', state: 'approved', original, text: whole(), hash, authors: ['writer'] } as const),
    ...{ reviews: [approved], approvalsNeeded: 1, standing, earlier: 0, note: null },
  }
  const rule = (change: Partial<Parameters<typeof canPublishRendition>[0]>) => {
    const verdict = canPublishRendition({ ...input, ...change })
    return verdict.allowed ? 'allowed' : verdict.rule
  }

  test('is approved by another, whole, of the newest version that stands', () => {
    expect(rule({})).toBe('allowed')
    expect(rule({ state: 'in_review' })).toBe('gate.approval')
    expect(rule({ authors: ['writer', 'reader'] })).toBe('gate.approval')
    expect(rule({ hash: 'c'.repeat(64) })).toBe('gate.approval')
    expect(rule({ text: { ...whole(), words: {} } })).toBe('rendition.empty')
    expect(rule({ earlier: 1 })).toBe('rendition.note')
    expect(rule({ earlier: 1, note: 'A word was wrong.' })).toBe('allowed')
    expect(rule({ note: 'A word was wrong.' })).toBe('rendition.note')
  })

  test.each([
    ['rendition.outdated', { ...standing, number: 1 }],
    ['rendition.redacted', { ...standing, isRedacted: true }],
    ['rendition.retracted', { ...standing, newest: { number: 3, isRetraction: true } }],
  ])('%s', (wanted, how) => {
    expect(isTranslatable(how)).toMatchObject({ rule: wanted })
    expect(rule({ standing: how })).toBe(wanted)
  })
})
