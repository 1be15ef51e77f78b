import { afterEach, expect, test } from 'vitest'
import { addressOf, childEnv, env, setEnv, SetupError } from './env'

const names = ['PORT', 'HOST', 'PUBLIC_URL', 'AUTH_SECRET', 'DATABASE_URL', 'DEMO_MARKUP', 'DATA_DIR'] as const
const before = Object.fromEntries(names.map((name) => [name, childEnv()[name]]))
afterEach(() => setEnv(before))

test('without any setting it serves on port 3000 of loopback', () => {
  setEnv(Object.fromEntries(names.map((name) => [name, undefined])))
  expect(env()).toMatchObject({
    HOST: '127.0.0.1',
    PORT: 3000,
    PUBLIC_URL: 'http://127.0.0.1:3000',
    DEMO_MARKUP: false,
  })
  expect(env().DATABASE_URL).toBeUndefined()
})

test.each([
  ['PORT', 'abc'],
  ['PORT', '70000'],
  ['PUBLIC_URL', 'assay.example.org'],
  ['PUBLIC_URL', 'https://assay.example.org/desk'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['DATABASE_URL', 'mysql://there'],
  ['AUTH_SECRET', 'short'],
  ['DEMO_MARKUP', 'perhaps'],
] as const)('a bad %s is named: %s', (name, value) => {
  setEnv({ [name]: value })
  expect(() => env()).toThrow(SetupError)
  expect(() => env()).toThrow(new RegExp(`environment variable ${name} `))
})

test('a bad secret is not repeated', () => {
  setEnv({ AUTH_SECRET: 'hunter2' })
  expect(() => env()).toThrow(/^(?!.*hunter2)/)
})

test('an empty value is no value, and an address loses its last slash', () => {
  setEnv({ PORT: '', PUBLIC_URL: 'https://assay.example.org/' })
  expect(env()).toMatchObject({ PORT: 3000, PUBLIC_URL: 'https://assay.example.org' })
})

test('an address can be opened whatever it listens on', () => {
  expect(addressOf('0.0.0.0', 80)).toBe('http://localhost:80')
  expect(addressOf('::1', 3000)).toBe('http://[::1]:3000')
})
