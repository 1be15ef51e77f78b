import { SetupError } from '../env'
import { run } from './run'

/** `npm run dev [-- --demo]`: the same, with the sources watched. */
export default async function dev(args: string[]): Promise<void> {
  const unknown = args.find((arg) => arg !== '--demo')
  if (unknown !== undefined) {
    throw new SetupError(`npm run dev does not know ${JSON.stringify(unknown)}. It takes one option: --demo`)
  }
  await run({ mode: 'development', isDemo: args.includes('--demo') })
}
