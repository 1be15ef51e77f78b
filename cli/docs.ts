import { writeFile } from 'node:fs/promises'
import { format } from 'prettier'
import { workflowDocument } from './workflow-doc'

const PATH = 'docs/workflow.md'

await writeFile(PATH, await format(workflowDocument(), { parser: 'markdown' }))
process.stdout.write(`${PATH} is written.\n`)
