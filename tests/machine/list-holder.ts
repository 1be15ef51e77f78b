// An instance that does its jobs, for tests to kill: pages come over the network that was planted before it was loaded.
import { startWorker } from '../../server/worker'

const [url = ''] = process.argv.slice(2)

await startWorker(url)
