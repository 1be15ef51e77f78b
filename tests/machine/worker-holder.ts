// An instance whose jobs never end, for tests to kill. It says when it has begun one.
import { startWorker } from '../../server/worker'

const [url = ''] = process.argv.slice(2)

await startWorker(url, {
  'read-intake': ({ signal }, { intakeId }) => {
    process.stdout.write(`${intakeId}\n`)
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))))
  },
})
