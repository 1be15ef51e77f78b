/** ESLint rules of our own, where no package of those in use has one. */
const DIRECTIVE = /^\s*(eslint-disable(?:-next-line|-line)?|eslint-enable|@ts-expect-error|prettier-ignore)\b(.*)$/s
const MIN_REASON = 10

/** A directive that mutes something gives its reason on the same line, after `--`. */
const explainDirective = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { reason: 'Say why on the same line: `{{ directive }} rule -- reason`.' },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const [, directive, rest] = DIRECTIVE.exec(comment.value) ?? []
          if (directive === undefined || directive === 'eslint-enable') continue
          const reason = directive.startsWith('eslint') ? (rest.split(/\s--\s/)[1] ?? '') : rest
          if (reason.trim().length < MIN_REASON) {
            context.report({ loc: comment.loc, messageId: 'reason', data: { directive } })
          }
        }
      },
    }
  },
}

export const house = { rules: { 'explain-directive': explainDirective } }
