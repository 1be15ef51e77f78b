import { readdir, readFile } from 'node:fs/promises'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

/** What readers are told stands in domain/messages: what is drawn for them holds no word of its own. */
const SAID = /^(?:title|description|label|alt|caption|summary|placeholder|aria-label|aria-description)$/
const WORD = /\p{L}{2,}/u

/** Between texts; what is compared is said to nobody. */
const JOINING = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
])

/** What is typed into a machine is the same in every language. */
const CODE = /^<(?:code|Code|pre|Typed)\b/

/** Names that are the same in every language. */
const NAMES = new Set(['SHA-256', 'GET'])

function bareWords(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const tell = (node: ts.Node, text: string) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart())
    if (WORD.test(text) && !NAMES.has(text.trim())) found.push(`${name}:${line + 1} ${text.trim()}`)
  }
  /** What an expression can come to, where it is text that stands in it. */
  const tellText = (node: ts.Expression | undefined): void => {
    if (node === undefined) return
    if (ts.isStringLiteralLike(node)) tell(node, node.text)
    else if (ts.isTemplateExpression(node))
      [node.head, ...node.templateSpans.map((span) => span.literal)].forEach((part) => tell(part, part.text))
    else if (ts.isParenthesizedExpression(node)) tellText(node.expression)
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(tellText)
    else if (ts.isBinaryExpression(node) && JOINING.has(node.operatorToken.kind))
      [node.left, node.right].forEach(tellText)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isJsxElement(node) && CODE.test(node.openingElement.getText())) return
    if (ts.isJsxText(node)) tell(node, node.text)
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) tellText(node.expression)
    if (ts.isJsxAttribute(node) && SAID.test(node.name.getText()) && node.initializer !== undefined)
      tellText(ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer)
    if (ts.isPropertyAssignment(node) && SAID.test(node.name.getText())) tellText(node.initializer)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

const FOLDERS = ['components/public', 'components/picture', 'components/demo', 'app/(public)', 'app/(embed)']

/** What readers are told besides pages: what changed, feeds, what is shared, pictures of accounts. */
const TOLD = [
  'domain/snapshot-diff.ts',
  'domain/change-words.ts',
  'app/feed.ts',
  'app/shared-account.ts',
  'app/oembed/route.ts',
  'app/card.ts',
  'server/card',
]

/** Two words and a blank between them, or one with a great letter and a blank at its end: a sentence, or part of one. */
const SENTENCE = /\p{L}{2,}[,:;]? +\p{L}{2,}|^\p{Lu}\p{Ll}+[:.]? ?$/u

/** Said to whoever made a mistake in a program, which is in English: faults, and problems of an address. */
const FAULTS = /^(?:new Error|problem)\(/

/** Sentences in what is no page; HTML, paths, patterns and names of fonts are not said. */
function bareSentences(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && FAULTS.test(node.getText(file))) return
    const isImport = ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
    if (isImport || ts.isTypeNode(node)) return
    const texts = ts.isStringLiteralLike(node) || node.kind >= ts.SyntaxKind.TemplateHead ? [textOf(node)] : []
    for (const text of texts)
      if (SENTENCE.test(text) && !/[<>=#/]/.test(text) && !FONTS.test(text)) found.push(`${name}: ${text.trim()}`)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function textOf(node: ts.Node): string {
  if (ts.isStringLiteralLike(node)) return node.text
  return ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node) ? node.text : ''
}

const FONTS = /^(?:Source Serif|Assay$)/

const drawn = async (): Promise<string[]> => {
  const all = await Promise.all(
    FOLDERS.map(async (folder) => (await readdir(folder, { recursive: true })).map((file) => `${folder}/${file}`)),
  )
  return all.flat().filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
}

test('what is drawn for readers holds no word of its own', async () => {
  const files = await drawn()
  expect(files.length).toBeGreaterThan(30)
  const found = await Promise.all(files.map(async (file) => bareWords(file, await readFile(file, 'utf8'))))
  expect(found.flat()).toEqual([])
})

test('nor does what is told besides pages', async () => {
  const files = (
    await Promise.all(
      TOLD.map(async (path) => (/\.ts$/.test(path) ? [path] : (await readdir(path)).map((file) => `${path}/${file}`))),
    )
  ).flat()
  const read = files.filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  expect(read.length).toBeGreaterThan(7)
  const found = await Promise.all(read.map(async (file) => bareSentences(file, await readFile(file, 'utf8'))))
  expect(found.flat()).toEqual([])
})

describe('a bare sentence', () => {
  test.each([
    ['const a = `The title changed from ${b} to ${c}.`', 1],
    ["paragraph('This account was retracted later.')", 1],
    ["const kind = x ? '' : 'Retracted: '", 1],
    ['const a = `Redacted: version ${n} of an account`', 2],
    ["throw new Error('an address that moved leads to one that moved')", 0],
    ["return problem(404, 'There is no such account.')", 0],
    ["t('account.redacted.title')", 0],
    ["type A = 'some words' | 'More'", 0],
    ["import a from 'some words'", 0],
    ['const a = `<h${n}>`', 0],
  ])('%s', (source, count) => expect(bareSentences('x.ts', source)).toHaveLength(count))
})

describe('a bare word', () => {
  test.each([
    ['<p>Not judged yet.</p>', 1],
    ['<p>{isOld ? "Old" : t("new")}</p>', 1],
    ['<p>{note && `Version ${n}`}</p>', 1],
    ['<nav aria-label="Main" />', 1],
    ['<Empty title={`Nothing in ${x}`} />', 1],
    ['<Empty title={isNew ? "Nothing" : "None"} />', 2],
    ['pageMetadata({ title: "Corrections" })', 1],
    ['<p className="text-sm">{t("a.b", { kind: "x" })} · {n}%</p>', 0],
    ['<a href="/corrections">{" · "}×</a>', 0],
    ['<dt>SHA-256</dt>', 0],
    ['<p>{size === "row" && date}</p>', 0],
    ['<code>{`node verify --key ${key}`}</code>', 0],
    ['<p>{items.filter((each) => each.kind === "account").length}</p>', 0],
  ])('%s', (source, count) => expect(bareWords('x.tsx', source)).toHaveLength(count))
})
