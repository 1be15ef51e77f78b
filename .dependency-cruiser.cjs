/** The table of DESIGN §3, one rule a row. `tests/walls/walls.mjs` runs it and fails when it saw no module. */

/** What a domain file may take from npm: pure, no I/O, no clock. */
const PURE = [
  'zod',
  'prosemirror-model',
  'edtf',
  'temporal-polyfill',
  'diff',
  'canonicalize',
  'any-ascii',
  '@noble/hashes',
  'ipaddr.js',
  'use-intl',
]

/** Folders of this repository. A folder may import itself, and what its row names besides. */
const FLOORS = ['domain', 'env', 'db', 'server', 'components', 'cli', 'app']
const pathOf = {
  domain: '^domain/',
  env: '^env\\.ts$',
  db: '^db/',
  server: '^server/',
  components: '^components/',
  cli: '^cli/',
  app: '^(app/|proxy\\.ts$)',
}

const MAY = {
  domain: [],
  env: [],
  db: ['domain', 'env'],
  server: ['domain', 'db', 'env'],
  components: ['domain'],
  cli: ['server', 'db', 'domain', 'env'],
  app: ['components', 'domain', 'env', 'server'],
}

const TEST_FILES = '\\.test\\.tsx?$'

/** One rule a row of the table: whatever is not named is forbidden. */
const floors = FLOORS.map((floor) => ({
  name: `floor-${floor}`,
  comment: `${floor} may import ${[floor, ...MAY[floor]].join(', ')}.`,
  severity: 'error',
  from: { path: pathOf[floor], pathNot: TEST_FILES },
  to: {
    path: FLOORS.filter((other) => other !== floor && !MAY[floor].includes(other)).map((other) => pathOf[other]),
    // components/trpc.ts alone, and only the router's type: the two rules below see to it.
    ...(floor === 'components' && { pathNot: '^server/router\\.ts$' }),
  },
}))

module.exports = {
  forbidden: [
    ...floors,
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'unresolved',
      comment: 'An import that leads nowhere would slip past every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'tests-stay-out',
      comment: 'Nothing that ships imports a test or its harness.',
      severity: 'error',
      from: { path: '^(app|components|domain|server|db|env\\.ts|proxy\\.ts)', pathNot: TEST_FILES },
      to: { path: ['^tests/', '^bench/', TEST_FILES] },
    },
    {
      name: 'verifier-stands-alone',
      comment: 'Whoever checks the site takes nothing of it, and nothing else: plain Node.',
      severity: 'error',
      from: { path: '^verifier/' },
      to: { dependencyTypesNot: ['core'] },
    },
    {
      name: 'verifier-for-nobody',
      comment: 'Code that both share would be wrong in both.',
      severity: 'error',
      from: { pathNot: ['^verifier/', '^tests/', TEST_FILES] },
      to: { path: '^verifier/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'Rules run in the browser, the server and the database alike: no I/O, no clock, no framework.',
      severity: 'error',
      from: { path: '^domain/', pathNot: TEST_FILES },
      to: {
        dependencyTypesNot: [
          'local',
          'localmodule',
          'aliased',
          'aliased-tsconfig',
          'aliased-tsconfig-paths',
          'type-only',
        ],
        pathNot: PURE.map((name) => `node_modules/${name}/`),
      },
    },
    {
      name: 'env-takes-zod-alone',
      severity: 'error',
      from: { path: '^env\\.ts$' },
      to: { pathNot: '(^|/)node_modules/zod/' },
    },
    {
      name: 'noun-to-noun-by-queries',
      comment: "A noun may take another noun's queries.ts and view.ts (docs/decisions/0016), never its commands.",
      severity: 'error',
      from: { path: '^server/([^/]+)/', pathNot: TEST_FILES },
      to: { path: '^server/[^/]+/', pathNot: ['^server/$1/', '^server/[^/]+/(queries|view)\\.ts$'] },
    },
    {
      name: 'fetch-by-its-facade',
      comment: 'Whoever reads a page takes server/fetch-page.ts: what lies behind it takes any network it is given.',
      severity: 'error',
      from: { pathNot: ['^server/fetch/', '^server/fetch-page\\.ts$', '^(tests|bench)/', TEST_FILES] },
      to: { path: '^server/fetch/' },
    },
    {
      name: 'ui-stands-alone',
      comment: 'components/ui knows no domain word: it imports itself and what draws.',
      severity: 'error',
      from: { path: '^components/ui/', pathNot: TEST_FILES },
      to: {
        pathNot: [
          '^components/ui/',
          'node_modules/(@types/)?(react|react-dom|react-aria-components|react-aria|react-stately|@react-types|lucide-react)/',
          'node_modules/next/(dist/client/)?(app-dir/)?(link|navigation)',
        ],
      },
    },
    {
      name: 'router-type-in-one-file',
      comment: 'Only components/trpc.ts(x) knows the router.',
      severity: 'error',
      from: { path: '^components/', pathNot: '^components/trpc\\.tsx?$' },
      to: { path: '^server/' },
    },
    {
      name: 'router-type-only',
      comment: 'The browser gets the router as a type: not a byte of the server goes with it.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'app-asks-the-router',
      comment:
        'Pages read through the in-process caller; what lies in the folder of a noun is reached by the router alone.',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/api/' },
      to: { path: '^server/[^/]+/' },
    },
    {
      name: 'no-server-in-the-browser',
      comment: 'Drivers, password hashing and the local server have no business in what is drawn.',
      severity: 'error',
      from: { path: '^(components|domain)/' },
      to: { path: 'node_modules/(pg|drizzle-orm|@node-rs/argon2|next-auth)/' },
    },
  ],
  options: {
    // Type imports are arrows too; without this they would not be seen.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|svg|woff2|json)$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
}
