import type { KnipConfig } from 'knip'

/** Finds files, exports and packages that nothing uses. Every exception has its reason beside it. */
const config: KnipConfig = {
  entry: [
    'app/**/{page,layout,route,error,not-found,global-error,global-not-found}.{ts,tsx}',
    'cli/*.{ts,mjs}',
    'bench/*.ts',
    // Programs that the bench starts by themselves.
    'bench/{hash-pages,tell-asked}.mjs',
    'tests/**/*.test.ts',
    'tests/e2e/**/*.spec.ts',
    // Started as programs of their own, to be killed.
    'server/parse/{boot.cjs,entry-*.ts}',
    'tests/harness/confined-probe.ts',
    'tests/machine/{capture-,list-,}holder.ts',
    // Loaded before the built program by `node --import`.
    'tests/harness/{preload-network,tell-memory}.mjs',
    'tests/machine/worker-holder.ts',
  ],
  project: ['{app,components,domain,server,db,cli,bench,tests}/**/*.{ts,tsx,mts,mjs,cjs,css}', '*.ts'],
  // A type or a limit that its own file uses is often named by callers only through inference.
  ignoreExportsUsedInFile: true,
  ignoreDependencies: [
    // app/fonts.ts names their files by path, as next/font/local asks.
    '@fontsource-variable/inter',
    '@fontsource-variable/source-serif-4',
    // So does server/card/fonts.ts, for what draws pictures.
    '@fontsource/noto-naskh-arabic',
    '@fontsource/source-serif-4',
  ],
  ignoreBinaries: [
    // Programs of the operating system, each tried and done without.
    'apt-get',
    'mount',
    'nginx',
    'umount',
    'wrk',
  ],
  compilers: {
    // Packages that a stylesheet imports are used too.
    css: (text) => [...text.matchAll(/@import\s+(['"][^'"]+['"])/g)].map(([, name]) => `import ${name}`).join('\n'),
  },
}

export default config
