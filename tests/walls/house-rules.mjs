/** Lint rules of our own, where the linter has none. Which files each is for stands in .oxlintrc.jsonc. */
const DIRECTIVE =
  /^\s*((?:oxlint|eslint)-disable(?:-next-line|-line)?|@ts-expect-error|(?:oxfmt|prettier)-ignore)\b(.*)$/s
const MIN_REASON = 10

/** A directive that mutes something gives its reason on the same line, after `--`. */
const explainDirective = {
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        const [, directive, rest] = DIRECTIVE.exec(comment.value) ?? []
        if (directive === undefined) continue
        const reason = directive.includes('lint-') ? (rest.split(/\s--\s/)[1] ?? '') : rest
        if (reason.trim().length >= MIN_REASON) continue
        context.report({ loc: comment.loc, message: `Say why on the same line: \`${directive} rule -- reason\`.` })
      }
    },
  }),
}

/** `process.env`, however it is written, belongs to env.ts; a child process takes childEnv() from there. */
const oneEnvReader = forbidden('Only env.ts reads the environment: take the setting from there.', [
  'MemberExpression[object.name="process"][property.name="env"]',
  'MemberExpression[object.name="process"][property.value="env"]',
  'VariableDeclarator[init.name="process"] Property[key.name="env"]',
  'ImportDeclaration[source.value=/^(node:)?process$/]',
])

const OUTWARDS =
  'Nothing but server/fetch and server/store opens a connection (docs/decisions/0025): use server/fetch-page.'
const DIALLER = /^((node:)?(https?|http2|net|tls|dns|dns\/promises|dgram)|undici)$/
const SERVER = /^(node:)?(http|net)$/
const HARMLESS = new Set(['createServer', 'isIP'])

/** Modules that can open a connection stay out, by whatever door; their types may be named, and a server may be made. */
const noWayOut = {
  create(context) {
    const refuse = (node) => context.report({ node, message: OUTWARDS })
    const dials = (source) => DIALLER.test(source?.value ?? '')
    return {
      ImportDeclaration(node) {
        if (!dials(node.source) || node.importKind === 'type') return
        const harmless = (name) =>
          name.importKind === 'type' ||
          (SERVER.test(node.source.value) && name.type === 'ImportSpecifier' && HARMLESS.has(name.imported.name))
        if (node.specifiers.length === 0 || !node.specifiers.every(harmless)) refuse(node)
      },
      ImportExpression: (node) => dials(node.source) && refuse(node),
      ExportNamedDeclaration: (node) => dials(node.source) && refuse(node),
      ExportAllDeclaration: (node) => dials(node.source) && refuse(node),
      'CallExpression[callee.name="require"]': (node) => dials(node.arguments[0]) && refuse(node),
    }
  },
}

/** Where tests put a wire of their own. */
const noTestWire = forbidden('Only tests put another wire in place.', ['Literal[value="assay.tests.network"]'])

/** A public page is a document: it ships no component of its own to the browser, and the policy forbids inline style. */
const publicDocument = {
  create: (context) => ({
    ...forbidden('Public pages are documents: no client component here.', [
      'Program > ExpressionStatement[directive="use client"]',
    ]).create(context),
    ...forbidden('Public pages carry no inline style: the policy forbids it.', [
      'JSXAttribute[name.name="style"]',
    ]).create(context),
  }),
}

/** Whatever one of `selectors` (esquery) finds is refused with `message`. */
function forbidden(message, selectors) {
  return {
    create: (context) =>
      Object.fromEntries(selectors.map((selector) => [selector, (node) => context.report({ node, message })])),
  }
}

export default {
  meta: { name: 'house' },
  rules: {
    'explain-directive': explainDirective,
    'one-env-reader': oneEnvReader,
    'no-way-out': noWayOut,
    'no-test-wire': noTestWire,
    'public-document': publicDocument,
  },
}
