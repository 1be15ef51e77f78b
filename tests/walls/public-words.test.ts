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
const CODE = /^<(?:code|Code|pre)\b/

/** Names that are the same in every language. */
const NAMES = new Set(['SHA-256', 'GET'])

/** The reference of the interface is English, as the interface is, and has no address in another language. */
const ENGLISH = ['app/(public)/data/page.tsx', 'components/public/api-reference.tsx']

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

const FOLDERS = ['components/public', 'components/picture', 'components/demo', 'app/(public)']

const drawn = async (): Promise<string[]> => {
  const all = await Promise.all(
    FOLDERS.map(async (folder) => (await readdir(folder, { recursive: true })).map((file) => `${folder}/${file}`)),
  )
  return all.flat().filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !ENGLISH.includes(file))
}

test('what is drawn for readers holds no word of its own', async () => {
  const files = await drawn()
  expect(files.length).toBeGreaterThan(30)
  const found = await Promise.all(files.map(async (file) => bareWords(file, await readFile(file, 'utf8'))))
  expect(found.flat()).toEqual([])
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
