import { readFile, writeFile } from 'node:fs/promises'
import { format } from 'oxfmt'
import { sha256Hex } from '../domain/hash'
import { wordList } from '../domain/log/words'

// `npm run verifier:words`: tells the verifier of the interface's words as they are now. It shares no code with them, and
// takes a page for nothing but what was published and words that it knows: so read what you changed before you run this.
const PATH = 'verifier/assay-verify.mjs'
const hash = sha256Hex(wordList())
const program = await readFile(PATH, 'utf8')
if (program.includes(hash)) process.stdout.write(`${PATH} knows these words.\n`)
else {
  const told = program.replace(/const KNOWN_WORDS = \[/, `$&'${hash}', `)
  await writeFile(PATH, (await format(PATH, told, { printWidth: 120, semi: false, singleQuote: true })).code)
  process.stdout.write(`${PATH} knows ${hash} now.\n`)
}
