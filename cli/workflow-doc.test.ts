import { readFile } from 'node:fs/promises'
import { format } from 'oxfmt'
import { expect, test } from 'vitest'
import { workflowDocument } from './workflow-doc'

test('docs/workflow.md says what the tables say', async () => {
  const path = new URL('../docs/workflow.md', import.meta.url)
  expect(await readFile(path, 'utf8')).toBe((await format(path.pathname, workflowDocument())).code)
})
