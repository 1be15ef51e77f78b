import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { canonicalJson, sha256Hex } from '../hash'
import { LANGUAGES } from '../language'
import { wordList } from './words'

test('the list is canonical, and has what stands on an account’s page in every language', () => {
  type List = { v: number; api: string; languages: Record<string, Record<string, string>> }
  const { v, api, languages } = JSON.parse(wordList()) as List
  expect(canonicalJson({ v, api, languages })).toBe(wordList())
  expect(api).toMatch(/^[0-9a-f]{64}$/)
  expect(Object.keys(languages).toSorted()).toEqual(LANGUAGES.toSorted())
  const keys = Object.keys(languages['en'] ?? {})
  expect(keys).toEqual(
    expect.arrayContaining([
      'account.claim.castFor',
      'scale.origins',
      'time.about',
      'method.title',
      'data.title',
      'log.title',
    ]),
  )
  for (const own of Object.values(languages)) expect(Object.keys(own)).toEqual(keys)
})

test('the verifier knows these words: after a change of them, npm run verifier:words', async () => {
  expect(await readFile('verifier/assay-verify.mjs', 'utf8')).toContain(sha256Hex(wordList()))
})
