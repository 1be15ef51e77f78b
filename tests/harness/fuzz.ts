import fc from 'fast-check'

/** Texts that have broken programs: NUL, half characters, overrides, very long ones, and what looks like something else. */
const nasty = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\0',
    'a\0b',
    '\uD800',
    'x\uDFFFy',
    '\u202Etxt.exe\u202C',
    '\u2066\u2069',
    '\uFEFF',
    'e\u0301'.repeat(2_000),
    '👩‍👩‍👧‍👦'.repeat(500),
    'A'.repeat(100_000),
    '\n'.repeat(5_000),
    '__proto__',
    'constructor',
    'javascript:alert(1)',
    "'; drop table account; --",
    '%',
    '\\',
    '${jndi:ldap://x}',
    '2024-13-45',
    '9999999-01-01',
    '-999999999',
    '91, 181',
    '1e309',
    'NaN',
    '00000000-0000-4000-8000-00000000dead',
    '0'.repeat(64),
    'eyJhdCI6IjI',
    'MjAyNC0wMS0wMVQwMDowMDowMC4wMDBafA',
    '2024-01-01T00:00:00.000Z_00000000-0000-4000-8000-00000000dead',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 400 }),
)

const number = fc.oneof(
  fc.constantFrom(0, -0, -1, 1, 1.5, NaN, Infinity, -Infinity, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308),
  fc.integer(),
)

/** As deep as a summary may never be. */
const deep = fc.integer({ min: 50, max: 2_000 }).map((depth) => {
  let node: unknown = { type: 'text', text: 'x' }
  for (let level = 0; level < depth; level++) node = { type: 'blockquote', content: [node] }
  return { type: 'doc', content: [node] }
})

const keyed = fc.constantFrom(
  JSON.parse('{"__proto__":{"isAdmin":true}}') as unknown,
  JSON.parse('{"constructor":{"prototype":{"x":1}}}') as unknown,
  { toString: 1, valueOf: null, then: 'x' },
)

const anything: fc.Arbitrary<unknown> = fc.oneof(
  nasty,
  number,
  fc.constantFrom(null, undefined, true, false, [], {}),
  fc.constantFrom(new Date(NaN), new Date(8.64e15), new Set([1]), new Map([['a', 1]])),
  deep,
  keyed,
  fc.array(nasty, { maxLength: 5 }),
  fc.anything({ maxDepth: 3 }),
)

type Step = { pick: number; what: 'put' | 'drop' | 'add' | 'repeat' | 'nothing'; value: unknown }

const step: fc.Arbitrary<Step> = fc.record({
  pick: fc.nat(10_000),
  what: fc.constantFrom('put', 'put', 'put', 'drop', 'add', 'repeat', 'nothing'),
  value: anything,
})

/** Places in a value, as deep as a good input goes: the path of each leaf and each object. */
function placesOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null || path.length > 8) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))]
}

function change(value: unknown, { pick, what, value: put }: Step): unknown {
  const places = placesOf(value)
  const path = places[pick % places.length] ?? []
  return what === 'nothing' ? value : changeAt(value, path, what, put)
}

function changeAt(value: unknown, path: readonly string[], what: Step['what'], put: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return changeHere(value, what, put)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value))
    return value.flatMap((inner: unknown, index) => {
      if (String(index) !== key) return [inner]
      if (rest.length === 0 && what === 'drop') return []
      if (rest.length === 0 && what === 'repeat') return Array.from({ length: isSmall(inner) ? 300 : 3 }, () => inner)
      return [changeAt(inner, rest, what, put)]
    })
  const entries = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    if (name !== key) return [[name, inner]]
    return rest.length === 0 && what === 'drop' ? [] : [[name, changeAt(inner, rest, what, put)]]
  })
  return Object.fromEntries(entries)
}

/** What can be there 300 times in a body that is let in; beyond 9 MB nothing but its size is looked at. */
const isSmall = (value: unknown): boolean => (JSON.stringify(value) ?? '').length < 10_000

function changeHere(value: unknown, what: Step['what'], put: unknown): unknown {
  if (what === 'add' && typeof value === 'object' && value !== null) return { ...value, unasked: put }
  if (what === 'repeat' && typeof value === 'string') return value.repeat(3)
  return put
}

/** Good inputs with one to three things wrong in them, and now and then something else altogether. */
export function damaged(good: readonly unknown[]): fc.Arbitrary<unknown> {
  const begun = good.length === 0 ? fc.constant<unknown>({}) : fc.constantFrom(...good)
  const spoiled = fc
    .tuple(begun, fc.array(step, { minLength: 1, maxLength: 3 }))
    .map(([input, steps]) => steps.reduce<unknown>(change, input))
  return fc.oneof({ weight: 9, arbitrary: spoiled }, { weight: 1, arbitrary: anything })
}
