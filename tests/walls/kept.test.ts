import { readdir, readFile } from 'node:fs/promises'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** What keeps somebody's words in the browser; a hook that uses one of them keeps them too. */
const KEEPERS = ['useKept', 'useKeptText', 'useReason', 'useUnsaved']

/** The attributes by which a form is handed what is kept: each of them draws the way to be rid of it. */
const HANDED = new Set(['unsaved', 'reason'])

/** A form within it draws the way. */
const BY_ANOTHER = new Set(['components/ballot/ballot-pass.tsx useBallotDraft'])

type Call = { path: string; where: string; keeper: string; within: string; isHanded: boolean }

const isHook = (name: string) => /^use[A-Z]/.test(name)

/** Every call of a hook, what it stands in at the top of its file, and whether that hands what it got to a form. */
function callsIn(path: string, source: string): Call[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  return file.statements.flatMap((top) => {
    const handed = handedIn(top)
    const calls: Call[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && isHook(node.expression.getText())) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart())
        const names = ts.isVariableDeclaration(node.parent) ? namesOf(node.parent.name) : []
        const isHanded = names.some((name) => handed.has(name))
        calls.push({
          path,
          where: `${path}:${line + 1}`,
          keeper: node.expression.getText(),
          within: nameOf(top),
          isHanded,
        })
      }
      ts.forEachChild(node, visit)
    }
    visit(top)
    return calls
  })
}

function nameOf(top: ts.Statement): string {
  if (ts.isFunctionDeclaration(top)) return top.name?.text ?? ''
  const [declared] = ts.isVariableStatement(top) ? top.declarationList.declarations : []
  return declared?.name.getText() ?? ''
}

function namesOf(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesOf(element.name) : []))
}

/** Every name that stands in what a component hands on as kept. */
function handedIn(component: ts.Node): Set<string> {
  const names = new Set<string>()
  const visit = (node: ts.Node, isWithin: boolean): void => {
    if (ts.isIdentifier(node) && isWithin) names.add(node.text)
    const isHere = ts.isJsxAttribute(node) && HANDED.has(node.name.getText())
    ts.forEachChild(isHere ? (node.initializer ?? node) : node, (child) => {
      visit(child, isWithin || isHere)
    })
  }
  visit(component, false)
  return names
}

/** Where somebody's words are kept by what offers no way to throw them away. */
function keptForGood(sources: readonly (readonly [path: string, source: string])[]): string[] {
  const keepers = new Set(KEEPERS)
  const calls: Call[] = []
  // The set grows while it is gone through: a hook that keeps is looked for in its turn.
  for (const wanted of keepers) {
    for (const [path, source] of sources) {
      if (!source.includes(`${wanted}(`)) continue
      for (const call of callsIn(path, source).filter(({ keeper }) => keeper === wanted)) {
        if (isHook(call.within)) keepers.add(call.within)
        else calls.push(call)
      }
    }
  }
  return calls
    .filter(({ path, keeper, isHanded }) => !isHanded && !BY_ANOTHER.has(`${path} ${keeper}`))
    .map(({ where, keeper }) => `${where} ${keeper}`)
}

test('every form that keeps what is typed in it offers to discard it', async () => {
  const paths = await readdir('components', { recursive: true })
  const sources = await Promise.all(
    paths
      .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.') && !path.startsWith('draft/'))
      .map(async (path) => [`components/${path}`, await readFile(`components/${path}`, 'utf8')] as const),
  )
  // A keeper that was renamed would have no forms.
  for (const keeper of KEEPERS) expect(sources.some(([, source]) => source.includes(`${keeper}(`))).toBe(true)
  expect(keptForGood(sources)).toEqual([])
})

test('a form that forgets it is named, also where a hook stands between', () => {
  const shown = 'function A() { const a = useReason({}); return <ReasonDialog reason={a} /> }'
  expect(keptForGood([['a.tsx', shown]])).toEqual([])
  const bare = 'function A() { const a = useReason({}); return <TextArea value={a.text} /> }'
  expect(keptForGood([['a.tsx', bare]])).toEqual(['a.tsx:1 useReason'])
  const arrow = 'const A = () => {\n use(useReason({})); return <ReasonDialog reason={a} /> }'
  expect(keptForGood([['a.tsx', arrow]])).toEqual(['a.tsx:2 useReason'])
  const hook = 'export function useMine() { const kept = useKept({}); return { kept } }'
  const through = 'function B() {\n const { kept } = useMine(); return <KeptForm unsaved={together(kept)} /> }'
  const without = 'function C() {\n const mine = useMine(); return <SubmitForm unsaved={other} /> }'
  expect(
    keptForGood([
      ['mine.ts', hook],
      ['b.tsx', through],
      ['c.tsx', without],
    ]),
  ).toEqual(['c.tsx:2 useMine'])
})
