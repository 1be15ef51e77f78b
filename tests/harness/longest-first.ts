import { BaseSequencer } from 'vitest/node'
import type { TestSpecification } from 'vitest/node'

/** Each takes a minute or more: begun last, one of them would run on alone while the other core waits. */
const LONG = ['/fuzz.test.ts', '/sealing/', '/races/ballot', '/crash/']

/** The order that Vitest would take (by size, as nothing is known on a fresh clone), but for the long files first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.some((part) => moduleId.includes(part))
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}
