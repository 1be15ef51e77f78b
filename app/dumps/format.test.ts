import { expect, test } from 'vitest'
import { DUMP_FORMATS } from './format'

const record = (entry: object, document: object | null = null) => {
  const facts = { slug: 'a', number: 1, at: '2026-01-01T00:00:00.000Z', sha256: null }
  return {
    index: 4,
    entry: JSON.stringify({ ...facts, ...entry }),
    note: null,
    document: document && JSON.stringify(document),
  }
}

test('tables are of publications alone: translations, notices and redactions stand in the JSON lines', () => {
  const { 'publications.csv': table, 'claims.csv': claims, 'publications.jsonl': lines } = DUMP_FORMATS
  const others = [
    record({ kind: 'translation' }, { kind: 'translation' }),
    record({ kind: 'notice' }),
    record({ kind: 'redaction' }),
  ]
  for (const other of others) {
    expect([table, claims].map((format) => format?.write(other))).toEqual(['', ''])
    expect(lines?.write(other)).toContain('"index":4')
  }
  expect(table?.write(record({ kind: 'correction' }))).toContain('redacted')
})
