import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'

type Words = Readonly<Record<string, string>>

/** What a stale write met beside what was typed, where the two differ: saving again writes what was typed. */
export function ConflictTable({ typed, current }: { typed: Words; current: Words }) {
  const differing = Object.keys(typed).filter((name) => typed[name] !== current[name])
  if (differing.length === 0) return null
  return (
    <Table caption="Saving again keeps what you typed.">
      <thead>
        <tr>
          <ColumnHead>Field</ColumnHead>
          <ColumnHead>You typed</ColumnHead>
          <ColumnHead>There is now</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {differing.map((name) => (
          <tr key={name}>
            <RowHead>{name}</RowHead>
            <Cell>
              <bdi>{typed[name] === '' ? '–' : typed[name]}</bdi>
            </Cell>
            <Cell>
              <bdi>{current[name] === '' ? '–' : current[name]}</bdi>
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
