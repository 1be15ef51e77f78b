import type { FaultView } from '@/components/fault'
import type { WrongField } from '@/components/ui/use-answering'

type Fields = FaultView['fields']

/** The paths of what was said to be wrong with a field: by its id, or by the very words where it shows no id. */
export function answeredPaths({ id, error }: WrongField, fields: Fields, fieldId: (path: string) => string): string[] {
  const paths = Object.keys(fields)
  const own = paths.filter((path) => fieldId(path) === id)
  return own.length > 0 ? own : paths.filter((path) => fields[path] === error)
}

/** What is still wrong after some fields were changed; nothing where all of it was about them. */
export function withoutAnswered(fault: FaultView | null, paths: readonly string[]): FaultView | null {
  if (fault === null || paths.length === 0) return fault
  const fields = Object.fromEntries(Object.entries(fault.fields).filter(([path]) => !paths.includes(path)))
  return fault.kind === 'fields' && Object.keys(fields).length === 0 ? null : { ...fault, fields }
}

/** One field takes a whole list (`tags`), so what is wrong with one of its items (`tags.3`) stands at that field. */
export function atTheirFields(fault: FaultView): FaultView {
  const fields: Record<string, string> = {}
  for (const [path, message] of Object.entries(fault.fields)) fields[path.replace(/\.\d+$/, '')] ??= message
  return { ...fault, fields }
}
