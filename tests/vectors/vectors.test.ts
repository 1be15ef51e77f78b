import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fromBase64, readCosignature, readNote, readVerifierKey, cosignedText } from '@/domain/log/note'
import { rootOfInclusion } from '@/domain/log/tree'
import { isSignedBy } from '@/server/log/key'
import { isIncluded, isNoteSigned, readCheckpoint, readKey } from '../../verifier/assay-verify.mjs'

// What others made: the same answers from the log's own code and from the verifier, which share none.

type Inclusion = {
  index: number
  size: number
  root: string
  leaf: string
  proof: string[]
  isProved: boolean
  what: string
}
const { vectors } = JSON.parse(readFileSync('tests/vectors/inclusion.json', 'utf8')) as { vectors: Inclusion[] }
const bytes = (text: string) => Buffer.from(text, 'base64')

describe('proofs of inclusion, of github.com/transparency-dev/merkle', () => {
  test('there are those that prove something and those that do not', () => {
    expect(vectors.map(({ isProved }) => isProved).filter(Boolean)).toHaveLength(6)
    expect(vectors).toHaveLength(98)
  })

  test.each(vectors)('$what', ({ index, size, root, leaf, proof, isProved }) => {
    const path = proof.map(bytes)
    expect(isIncluded(bytes(leaf), index, size, path, bytes(root))).toBe(isProved)
    const made = rootOfInclusion(bytes(leaf), index, size, path)
    expect(made !== null && Buffer.from(made).equals(bytes(root))).toBe(isProved)
  })
})

// golang.org/x/mod, sumdb/note/note_test.go at 02c99138 (BSD 3-Clause): keys and signatures of its tests.
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const ENOCH = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop'
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const BY_PETER =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
const BY_ENOCH =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n'

/** A checkpoint of a public log that four public witnesses signed. */
const CHECKPOINT = `arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
— arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
— transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
— witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
— witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==
`
const LOG = 'arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f'
const WITNESSES = [
  'transparency.dev/DEV:witness-little-garden+d8042a87+BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM',
  'witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO',
  'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2',
  'witness.stagemole.eu+67f7aea0+BEqSG3yu9YrmcM3BHvQYTxwFj3uSWakQepafafpUqklv',
]

/** The same by the log's own code. */
function isSignedHere(verifierKey: string, note: string): boolean {
  const key = readVerifierKey(verifierKey)
  const read = readNote(note)
  if (key === null || read === null) return false
  return read.signatures
    .filter(({ name }) => name === key.name)
    .some(({ signature }) => {
      const timed = key.kind === 4 ? readCosignature(signature) : { seconds: 0n, signature }
      const said = key.kind === 4 && timed !== null ? cosignedText(read.text, timed.seconds) : read.text
      return timed?.signature.length === 64 && isSignedBy(key.publicKey, said, timed.signature)
    })
}

describe('signed notes', () => {
  const signed = (key: string, note: string) => [isNoteSigned(readKey(key), Buffer.from(note)), isSignedHere(key, note)]

  test.each([
    [PETER, BY_PETER],
    [ENOCH, BY_ENOCH],
  ])('of golang.org/x/mod: %s', (key, line) => {
    expect(signed(key, `${TEXT}\n${BY_PETER}${BY_ENOCH}`)).toEqual([true, true])
    expect(signed(key, `${TEXT}\n${line}`)).toEqual([true, true])
    expect(signed(key, `${TEXT.replace('think', 'thinks')}\n${line}`)).toEqual([false, false])
    expect(signed(key, `${TEXT}\n${line === BY_PETER ? BY_ENOCH : BY_PETER}`)).toEqual([false, false])
  })

  test('a key of golang.org/x/mod is one as a whole, and mangled in no way', () => {
    const isKey = (text: string) => {
      try {
        return readKey(text).name === 'PeterNeumann'
      } catch {
        return false
      }
    }
    expect(isKey(PETER)).toBe(true)
    const mangled = [
      'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
      'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    ]
    for (let at = 0; at < PETER.length; at++) {
      mangled.push(PETER.slice(at + 1), PETER.slice(0, at))
      mangled.push(PETER.slice(0, at) + String.fromCharCode(PETER.charCodeAt(at) + 1) + PETER.slice(at + 1))
    }
    expect(mangled.filter(isKey)).toEqual([])
    expect(mangled.filter((text) => readVerifierKey(text)?.name === 'PeterNeumann')).toEqual([])
  })

  test('a public log’s checkpoint, as tlog-checkpoint has it', () => {
    const { size, root } = readCheckpoint(Buffer.from(CHECKPOINT), readKey(LOG), 'it')
    expect(size).toBe(1_432_088_532)
    expect(Buffer.from(root).toString('base64')).toBe('U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=')
    expect(signed(LOG, CHECKPOINT)).toEqual([true, true])
    expect(signed(LOG, CHECKPOINT.replace('1432088532', '1432088531'))).toEqual([false, false])
  })

  test.each(WITNESSES)('a witness’s cosignature/v1: %s', (key) => {
    expect(signed(key, CHECKPOINT)).toEqual([true, true])
    // Another size, another time, another witness's name, and the signature without its time.
    const [name = '', , encoded = ''] = key.split('+')
    const line = CHECKPOINT.split('\n').find((each) => each.startsWith(`— ${name} `)) ?? ''
    const signature = fromBase64(line.split(' ')[2] ?? '') ?? new Uint8Array()
    const retold = (changed: Uint8Array) =>
      CHECKPOINT.replace(line, `— ${name} ${Buffer.from(changed).toString('base64')}`)
    const later = signature.map((byte, at) => (at === 11 ? byte + 1 : byte))
    const untimed = Buffer.concat([signature.subarray(0, 4), signature.subarray(12)])
    for (const note of [CHECKPOINT.replace('1432088532', '1432088531'), retold(later), retold(untimed)])
      expect(signed(key, note)).toEqual([false, false])
    expect(encoded).toMatch(/^B/)
  })
})
