import { writeFile } from 'node:fs/promises'
import { format } from 'oxfmt'
import { workflowDocument } from './workflow-doc'

const PATH = 'docs/workflow.md'

await writeFile(PATH, (await format(PATH, workflowDocument())).code)
process.stdout.write(`${PATH} is written.\n`)
