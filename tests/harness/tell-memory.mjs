// Loaded into the program ahead of itself: on SIGUSR2 it collects what is garbage and says what is left, in bytes.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

process.on('SIGUSR2', () => {
  collect()
  collect()
  const { heapUsed, external, rss } = process.memoryUsage()
  process.stdout.write(`memory ${heapUsed + external} ${rss}\n`)
})
