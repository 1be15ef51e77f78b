import { Progress } from '@/components/ui/progress'
import type { Going } from './use-files'

/** Files on their way, each with how much of it has gone. */
export function Uploads({ going }: { going: readonly Going[] }) {
  return going.map(({ key, name, share }) => (
    <Progress
      key={key}
      label={share === null ? `${name} is next` : `Sending ${name}`}
      value={Math.round((share ?? 0) * 100)}
    />
  ))
}
