import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { en } from '@/domain/messages/en'

type Source = readonly [path: string, text: string]
type Tree = { readonly [key: string]: string | Tree }

const sources = ['app', 'components', 'domain', 'server', 'cli'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => /\.(tsx?|mjs)$/.test(path) && !path.includes('.test.') && !path.startsWith('domain/messages/'))
    .map((path): Source => [path, readFileSync(path, 'utf8')]),
)

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const keysOf = (tree: Tree, before = ''): string[] =>
  Object.entries(tree).flatMap(([key, word]) =>
    typeof word === 'string' ? [before + key] : keysOf(word, `${before}${key}.`),
  )

/** What a text of code can come to: itself, or a pattern where names stand in it; a constant of its file is known. */
function patternOf(node: ts.TemplateExpression, constants: ReadonlyMap<string, string>): string {
  const parts = node.templateSpans.map(({ expression, literal }) => {
    const known = constants.get(expression.getText())
    return `${known === undefined ? '\\w+' : escaped(known)}${escaped(literal.text)}`
  })
  return escaped(node.head.text) + parts.join('')
}

/** The words that a file asks for by name, as patterns; of those it takes whole out of the catalogue, by their last part. */
function askedIn([path, text]: Source): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const constants = new Map<string, string>()
  const said: string[] = []
  const named: string[] = []
  const rooms: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) said.push(escaped(node.text))
    if (ts.isTemplateExpression(node)) said.push(patternOf(node, constants))
    if (ts.isPropertyAccessExpression(node)) named.push(node.name.text)
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined) {
      const { name, initializer } = node
      if (ts.isStringLiteralLike(initializer)) constants.set(name.getText(), initializer.text)
      if (ts.isObjectBindingPattern(name) && initializer.getText().startsWith('ALL_MESSAGES['))
        rooms.push(...name.elements.map((each) => (each.propertyName ?? each.name).getText()))
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return [...said, ...rooms.flatMap((room) => [...said, ...named].map((name) => `${room}\\.${name}`))]
}

function neverSaid(keys: readonly string[], from: readonly Source[]): string[] {
  // What begins with a name that nobody knows could be any word of all.
  const patterns = [...new Set(from.flatMap(askedIn))].filter((pattern) => /^(?!\\w\+).*\\\./.test(pattern))
  const asked = new RegExp(`^(?:${patterns.join('|')})$`)
  return keys.filter((key) => !asked.test(key))
}

/** Classes and tokens of a stylesheet that nothing draws with; the scale of type and its weights are Tailwind's names. */
function neverDrawn(css: string, code: string): string[] {
  const classes = [...css.matchAll(/\.([a-z][a-z-]*)(?=[^;{}]*\{)|@utility ([a-z-]+)/g)].map(([, a, b]) => a ?? b ?? '')
  const tokens = [...css.matchAll(/^\s+--([a-z][a-z0-9-]*):/gm)].map(([, name = '']) => name)
  const stands = (name: string) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(code)
  const isUsed = (token: string) => {
    if (`${css}${code}`.includes(`var(--${token})`) || token.endsWith('--line-height')) return true
    const [, kind = '', name = ''] = /^(color|font-weight|font|radius|[a-z]+)-?(.*)$/.exec(token) ?? []
    const utility = { color: `[a-z-]+-${name}`, 'font-weight': `font-${name}`, radius: `rounded-?${name}` }[kind]
    return stands(utility ?? (kind === 'container' ? `[a-z-]+-${name}` : `${kind}-${name}`))
  }
  return [
    ...new Set([...classes.filter((name) => !stands(name)), ...tokens.filter((token) => !isUsed(token))]),
  ].toSorted()
}

test('every word of the catalogue is said somewhere', () => {
  expect(sources.length).toBeGreaterThan(500)
  expect(neverSaid(keysOf(en), sources)).toEqual([])
})

test('every class and every token of the stylesheet is drawn with', () => {
  const css = readFileSync('app/globals.css', 'utf8')
  expect(neverDrawn(css, sources.map(([, text]) => text).join('\n'))).toEqual([])
})

describe('what is not used is found', () => {
  const words = ['a.b', 'a.c', 'd.eText']
  test.each<[string, string[]]>([
    [`t('a.b')`, ['a.c', 'd.eText']],
    ['t(`a.${which}`)', ['d.eText']],
    ['const A = "a"; t(`${A}.c`)', ['a.b', 'd.eText']],
    ['const { a: mine } = ALL_MESSAGES[l]; say(mine.b)', ['a.c', 'd.eText']],
    ['const { d } = ALL_MESSAGES[l]; say(d[`${kind}Text`])', ['a.b', 'a.c']],
    ['t(`${room}.${name}`)', ['a.b', 'a.c', 'd.eText']],
  ])('%s', (code, left) => expect(neverSaid(words, [['a.tsx', code]])).toEqual(left))

  const css = '@theme {\n  --color-ink: #000;\n  --text-lg: 1rem;\n}\n.note { color: red }\n@utility link {}\n'
  test.each([
    ['<p className="note link text-ink text-lg">', []],
    ['<p className="link text-ink">', ['note', 'text-lg']],
    ['<p className="notes link border-ink/50 md:text-lg">', ['note']],
    ['<p className="note text-inked text-lg">', ['color-ink', 'link']],
  ])('%s', (code, left) => expect(neverDrawn(css, code)).toEqual(left))
})
