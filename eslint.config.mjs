import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { house } from './tests/walls/house-rules.mjs'

const SOURCE = ['**/*.{ts,tsx,mts}']
const INDOORS = ['{app,server,cli,db,domain}/**/*.{ts,tsx}', 'env.ts', 'proxy.ts']
const WAYS_OUT = ['server/fetch/**', 'server/store/**']
const OUTWARDS =
  'Nothing but server/fetch and server/store opens a connection (docs/decisions/0025): use server/fetch-page.'
const CALLING = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']
const DIALLERS = ['http', 'https', 'http2', 'net', 'tls', 'dns', 'dns/promises', 'dgram']
const TESTS = ['tests/**/*.{ts,tsx}', '**/*.test.{ts,tsx}', 'bench/**/*.ts']

/** Each wall has its reason beside it; docs/decisions/0003 says why these and no more. tests/walls proves that they bite. */
export default defineConfig(
  globalIgnores(['.next/', 'data/', 'db/migrations/', 'next-env.d.ts', 'test-results/', 'playwright-report/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: [...SOURCE, '**/*.{mjs,cjs,js}'],
    plugins: { house },
    rules: {
      // What is muted says why, on the same line.
      'house/explain-directive': 'error',
      'no-restricted-syntax': ['error', ...envReaders()],
    },
  },
  {
    files: SOURCE,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // An un-awaited Drizzle write is a thenable that never runs.
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/no-misused-promises': 'error',
      // A new level, state or role must be decided everywhere it matters.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': 'allow-with-description' },
      ],
      // A leading underscore says "taken out on purpose".
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Numbers read well in messages; objects do not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `() => setOpen(true)` is how every handler is written.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-invalid-void-type': [
        'error',
        { allowAsThisParameter: true, allowInGenericTypeArguments: true },
      ],
      // Opinions that cost more than they catch here.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true, IIFEs: true }],
    },
  },
  {
    // Whatever calls out goes through the guard of server/fetch, or to the store that somebody has configured.
    files: INDOORS,
    ignores: [...WAYS_OUT, ...TESTS],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { paths: callers() }],
      'no-restricted-globals': ['error', ...CALLING.map((name) => ({ name, message: OUTWARDS }))],
      'no-restricted-properties': [
        'error',
        ...CALLING.map((property) => ({ object: 'globalThis', property, message: OUTWARDS })),
        { object: 'process', property: 'getBuiltinModule', message: OUTWARDS },
      ],
      'no-restricted-syntax': ['error', ...envReaders(), ...outwards()],
    },
  },
  {
    files: ['**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    extends: [jsxA11y.flatConfigs.strict],
    rules: {
      ...reactHooks.configs.recommended.rules,
      // Our own fields take it and React Aria sees to where the focus goes; on a DOM element it stays forbidden.
      'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
      // Markup is long before it is complicated.
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true, IIFEs: true }],
    },
  },
  {
    files: TESTS,
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      'no-console': 'off',
      // A table of cases often states the obvious.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/require-await': 'off',
      // expect.any and parsed JSON are `any` by their own types.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  // The commands talk to a terminal.
  { files: ['cli/**'], rules: { 'no-console': 'off' } },
  // The one reader of the environment.
  { files: ['env.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    // A public page is a document: it ships no component of its own to the browser.
    files: ['app/(public)/**', 'components/public/**', 'components/level/**', 'components/demo/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...envReaders(),
        ...outwards(),
        {
          selector: 'Program > ExpressionStatement[directive="use client"]',
          message: 'Public pages are documents: no client component here.',
        },
        {
          selector: 'JSXAttribute[name.name="style"]',
          message: 'Public pages carry no inline style: the policy forbids it.',
        },
      ],
    },
  },
)

/** `process.env`, however it is written, belongs to env.ts; a child process takes childEnv() from there. */
function envReaders() {
  const message = 'Only env.ts reads the environment: take the setting from there.'
  return [
    { selector: 'MemberExpression[object.name="process"][property.name="env"]', message },
    { selector: 'MemberExpression[object.name="process"][property.value="env"]', message },
    { selector: 'VariableDeclarator[init.name="process"] Property[key.name="env"]', message },
    { selector: 'ImportDeclaration[source.value=/^(node:)?process$/]', message },
  ]
}

/** Modules that can open a connection; their types may be named, and a server may be made. */
function callers() {
  const own = DIALLERS.flatMap((name) => [name, `node:${name}`])
  const rule = (name) => ({ name, message: OUTWARDS, allowTypeImports: true })
  const servers = ['http', 'node:http', 'net', 'node:net']
  return [...own, 'undici'].map((name) =>
    servers.includes(name) ? { ...rule(name), allowImportNames: ['createServer', 'isIP'] } : rule(name),
  )
}

/** The same modules by other doors, and the place where tests put a wire of their own. */
function outwards() {
  const module = `/^((node:)?(${DIALLERS.join('|').replaceAll('/', '.')})|undici)$/`
  return [
    { selector: `ImportExpression[source.value=${module}]`, message: OUTWARDS },
    { selector: `CallExpression[callee.name="require"][arguments.0.value=${module}]`, message: OUTWARDS },
    { selector: `ExportNamedDeclaration[source.value=${module}]`, message: OUTWARDS },
    { selector: `ExportAllDeclaration[source.value=${module}]`, message: OUTWARDS },
    { selector: 'Literal[value="assay.tests.network"]', message: 'Only tests put another wire in place.' },
  ]
}
