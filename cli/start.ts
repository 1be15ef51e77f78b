import { SetupError } from '../env'
import { run } from './run'

/** `npm start [-- --demo]` */
export default async function start(args: string[]): Promise<void> {
  const unknown = args.find((arg) => arg !== '--demo')
  if (unknown !== undefined) {
    throw new SetupError(`npm start does not know ${JSON.stringify(unknown)}. It takes one option: npm start -- --demo`)
  }
  await run({ mode: 'production', isDemo: args.includes('--demo') })
}
