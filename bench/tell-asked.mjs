// Loaded into a program ahead of itself: says at its end what it used, and leaves in `file` which addresses it fetched.
import { writeFileSync } from 'node:fs'

const file = new URL(import.meta.url).searchParams.get('file')
const asked = new Set()
const plain = globalThis.fetch
globalThis.fetch = (address, options) => {
  asked.add(String(address))
  return plain(address, options)
}

process.on('exit', () => {
  if (file !== null) writeFileSync(file, `${[...asked].join('\n')}\n`)
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  console.log(`used ${(userCPUTime + systemCPUTime) / 1e6} ${maxRSS / 1024}`)
})
