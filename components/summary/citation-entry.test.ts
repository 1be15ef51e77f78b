import { expect, test } from 'vitest'
import { searchEntries, type CitationEntry } from './citation-entry'

const entry = (evidenceId: string, facts: Partial<CitationEntry>): CitationEntry => ({
  evidenceId,
  excerptId: evidenceId,
  sourceId: evidenceId,
  claim: null,
  stance: null,
  quotation: '',
  language: null,
  translation: null,
  source: '',
  origin: '',
  isWithdrawn: false,
  ...facts,
})

const entries = [
  entry('depot', { quotation: 'Склад уничтожен', claim: 'One depot burned.', source: 'Hourly', stance: 'supports' }),
  entry('ferry', { quotation: 'The ferry sank', translation: { text: 'Le bac a coulé', language: 'fr' } }),
  entry('gone', { quotation: 'The ferry was withdrawn', isWithdrawn: true }),
]
const found = (query: string) => searchEntries(entries, query).map((hit) => hit.evidenceId)

test.each([
  ['', ['depot', 'ferry']],
  ['ferry', ['ferry']],
  ['coule', ['ferry']],
  ['sklad', ['depot']],
  ['HOURLY depot', ['depot']],
  ['fery', ['ferry']],
  ['background', ['ferry']],
  ['nothing of it', []],
])('%j finds %j', (query, expected) => {
  expect(found(query)).toEqual(expected)
})
