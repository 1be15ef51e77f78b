import { beforeAll, expect, test } from 'vitest'
import type { Snapshot } from '@/domain/snapshot-schema'
import { siteOf, verify, Wrong } from '../../verifier/assay-verify.mjs'
import { chanceOf, pick } from '../harness/chance'
import { useDatabase } from '../harness/database'
import { MORE, PAGES } from '../harness/page-lies'
import { MISPLACED } from '../harness/page-tampers'
import {
  asked,
  listed,
  publishedSite,
  replaced,
  republished,
  resigned,
  text,
  type Copy,
} from '../harness/published-site'
import { seedOf } from '../harness/seed'
import { FONT, lookFiles, SHEET, type Files } from '../harness/site-copy'
import { AGAINST_THE_RULES, BY_HAND, PROOFS, WITH_THE_KEY } from '../harness/site-tampers'

const database = useDatabase()
let copy: Copy

beforeAll(async () => {
  copy = await publishedSite(database.db)
})

test('a thousand tampers, and every one is found', async () => {
  const seed = seedOf('tampers')
  const below = chanceOf(seed)
  const whole = listed(copy, copy.files)
  const kept = text(copy.files, 'log/checkpoint')
  const missed: string[] = []
  const tried = new Map<string, number>()
  const attempt = async (what: string, files: Files, more: { kept?: string; isListed?: boolean } = {}) => {
    tried.set(what, (tried.get(what) ?? 0) + 1)
    const found = await verify(siteOf(files), { ...asked, ...more }).catch((error: unknown) => error)
    if (!(found instanceof Wrong)) missed.push(`${what}: ${found instanceof Error ? (found.stack ?? '') : 'nothing'}`)
  }
  const times = async (rounds: number, kinds: readonly string[], act: (kind: string) => Promise<void>) => {
    for (let round = 0; round < rounds; round++) await act(kinds[round % kinds.length] ?? '')
  }
  const same = (a: Files, b: Files) => {
    const bytes = (file: Uint8Array | undefined) => Buffer.from(file ?? []).toString('base64')
    return a.size === b.size && [...a].every(([path, file]) => b.has(path) && bytes(file) === bytes(b.get(path)))
  }
  await times(420, Object.keys(BY_HAND), async (kind) => {
    let files = whole
    while (same(files, whole)) files = BY_HAND[kind]?.(whole, pick([...whole.keys()], below), below) ?? whole
    await attempt(`by hand: ${kind}`, files, { isListed: true })
  })
  // Without the list of files: the log, its documents and proofs stand by themselves.
  const own = [...copy.files.keys()].filter((path) => path.startsWith('log/'))
  await times(150, ['flip', 'truncate', 'insert', 'delete'], async (kind) => {
    let files = copy.files
    while (same(files, copy.files)) files = BY_HAND[kind]?.(copy.files, pick(own, below), below) ?? files
    await attempt(`the log alone: ${kind}`, files)
  })
  await times(130, Object.keys(WITH_THE_KEY), async (kind) => {
    await attempt(`with the key: ${kind}`, resigned(copy, WITH_THE_KEY[kind]?.(copy, below) ?? []), { kept })
  })
  await times(100, Object.keys(AGAINST_THE_RULES), async (kind) => {
    await attempt(
      `against the rules: ${kind}`,
      republished(copy, (account) => AGAINST_THE_RULES[kind]?.(account, below)),
    )
  })
  await times(90, Object.keys(PROOFS), async (kind) => {
    const index = pick([0, 1, 3], below)
    await attempt(`a proof: ${kind}`, PROOFS[kind]?.(copy, index) ?? copy.files)
  })
  const account = JSON.parse(text(copy.files, 'log/document/1.json')) as Snapshot
  await times(110, Object.keys(PAGES), async (kind) => {
    const path = 'incidents/a-fire/v/2.html'
    const page = PAGES[kind]?.(text(copy.files, path), account, below) ?? ''
    expect(page, kind).not.toBe(text(copy.files, path))
    await attempt(`a page: ${kind}`, replaced(copy.files, path, page))
  })
  expect([...tried.values()].reduce((sum, count) => sum + count, 0)).toBe(1000)
  expect(missed).toEqual([])
}, 240_000)

test('a page that says more than was published, or otherwise, is found wherever it does', async () => {
  const below = chanceOf(seedOf('more'))
  const account = JSON.parse(text(copy.files, 'log/document/1.json')) as Snapshot
  const path = 'incidents/a-fire/v/2.html'
  const page = text(copy.files, path)
  const missed: string[] = []
  for (const [kind, alter] of Object.entries(MORE))
    for (let round = 0; round < 2; round++) {
      const altered = alter(page, account, below)
      if (altered === page) missed.push(`${kind}: changes nothing`)
      const found = await verify(siteOf(replaced(copy.files, path, altered)), asked).catch((error: unknown) => error)
      const at = Array.from(altered).findIndex((letter, index) => letter !== page[index])
      if (!(found instanceof Wrong))
        missed.push(`${kind}: ${found instanceof Error ? (found.stack ?? '') : altered.slice(at - 80, at + 120)}`)
    }
  expect(missed).toEqual([])
}, 240_000)

/** What a stylesheet can do to a page that is itself as it was published. */
const STYLES = [
  '#c-0123456789{display:none}',
  '.account p{display:none!important}',
  '.reading b{visibility:hidden}',
  '.reading{opacity:0}',
  '.reading{opacity:.01}',
  '.reading{font-size:0}',
  '.reading{color:transparent}',
  '.reading{color:#0000}',
  '.reading{clip-path:inset(100%)}',
  '.reading{max-height:0;overflow:hidden}',
  '.reading{text-indent:-9999px}',
  '.reading{position:absolute;left:-9999px}',
  '.reading{unicode-bidi:bidi-override;direction:rtl}',
  '@media (min-width:1px){.hidden~p{display:none}}',
  '@supports (display:none){.reading{display:none}}',
  '.hidden,.reading{display:none}',
  '.reading{dis\\70lay:none}',
  '.reading:after{content:"Not so."}',
  '.reading:after{content:"✗"}',
  '.reading:after{content:attr(title)}',
  '.reading:before{content:counter(x)}',
  '.reading li{list-style-type:"false "}',
  '.reading{background:url(data:image/svg+xml,x)}',
  '.reading{background-image:image-set("x.png" 1x)}',
  '@import "/more.css";',
  '@counter-style x{system:cyclic;symbols:"no"}',
  '.reading{color:red',
  '}',
]

test('what is true, in another place or order, once more or not at all, is found', async () => {
  const path = 'incidents/a-fire/v/2.html'
  const page = text(copy.files, path)
  const missed: string[] = []
  for (const [kind, alter] of Object.entries(MISPLACED)) {
    const altered = alter(page)
    const files = replaced(copy.files, path, altered)
    const found = await verify(siteOf(files), asked).catch((error: unknown) => error)
    if (altered === page || !(found instanceof Wrong)) missed.push(kind)
  }
  expect(missed).toEqual([])
})

test('a stylesheet that hides or says something is found, whoever signs it, and any other than the signed', async () => {
  const { hidden, css } = { hidden: '.hidden{display:none}', css: SHEET.slice(1) }
  const whole = text(copy.files, css)
  const check = (files: Files) => verify(siteOf(files), asked)
  const missed: string[] = []
  for (const [what, files] of [
    ...STYLES.map((said) => [`with the key: ${said}`, new Map([...copy.files, ...lookFiles(whole + said)])] as const),
    ...[`${whole}${hidden}`, ''].map((said) => [`by hand: ${said}`, replaced(copy.files, css, said)] as const),
    ['another font', replaced(copy.files, FONT.slice(1), 'another font')],
    ['no font', new Map([...copy.files].filter(([path]) => path !== FONT.slice(1)))],
    ['no stylesheet', new Map([...copy.files].filter(([path]) => path !== css))],
    ['no list', new Map([...copy.files].filter(([path]) => path !== 'log/styles'))],
    ['another list', replaced(copy.files, 'log/styles', `x${text(copy.files, 'log/styles')}`)],
    ['the checkpoint for a list', replaced(copy.files, 'log/styles', text(copy.files, 'log/checkpoint'))],
  ] as const) {
    const found = await check(files).catch((error: unknown) => error)
    if (!(found instanceof Wrong)) missed.push(`${what}: ${found instanceof Error ? (found.stack ?? '') : 'nothing'}`)
  }
  expect(missed).toEqual([])
  const honest = [
    '.md\\:sr-only{clip-path:inset(50%)}',
    '.x{color:#fff;opacity:.9;margin:-1px}',
    '[hidden]{display:none}',
  ]
  await expect(check(new Map([...copy.files, ...lookFiles(whole + honest.join(''))]))).resolves.toMatchObject({
    size: 17,
  })
})

test('two builds may stand side by side, each in a frame of its own', async () => {
  const other = '/_next/static/chunks/other.css'
  const css = text(copy.files, SHEET.slice(1))
  const signed = new Map([...copy.files, ...lookFiles(css, undefined, [[other, `${css}.hidden{display:none}`]])])
  const path = [...copy.files.keys()].find((each) => /^incidents\/[^/]+\/v\/1\.html$/.test(each)) ?? ''
  const page = text(copy.files, path).replace('class="flex flex-col"', 'class="flex"')
  const check = (said: string) => verify(siteOf(replaced(signed, path, said)), asked)
  await expect(check(page.replace('site.css', 'other.css'))).resolves.toMatchObject({ size: 17 })
  await expect(check(page)).rejects.toThrow(Wrong)
})
