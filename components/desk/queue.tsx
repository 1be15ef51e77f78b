import Link from 'next/link'
import { LevelMark } from '@/components/level/level-mark'
import { StatusBadge } from '@/components/incident/status-badge'
import type { RouterOutputs } from '@/components/trpc'
import { Badge } from '@/components/ui/badge'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'

type Line = RouterOutputs['incident']['list']['items'][number]

const names = new Intl.ListFormat('en')

/** The incidents of the desk, newest first: a table where there is room, a list where there is not. */
export function Queue({ lines }: { lines: readonly Line[] }) {
  return (
    <>
      <Table caption="Incidents, newest first" isCaptionHidden className="max-md:hidden">
        <thead>
          <tr>
            <ColumnHead>Incident</ColumnHead>
            <ColumnHead>Status</ColumnHead>
            <ColumnHead>Central claim</ColumnHead>
            <ColumnHead align="end">Origins</ColumnHead>
            <ColumnHead>On it</ColumnHead>
            <ColumnHead>Begun</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <RowHead className="text-start">
                <Title line={line} />
                <Where line={line} />
              </RowHead>
              <Cell>
                <Statuses line={line} />
              </Cell>
              <Cell>
                <Level line={line} />
              </Cell>
              <Cell align="end">{line.central?.originsCount ?? '–'}</Cell>
              <Cell className="text-sm">
                <bdi>{names.format(line.members.map((member) => member.name)) || '–'}</bdi>
              </Cell>
              <Cell className="text-sm whitespace-nowrap">
                <Time value={line.createdAt.toISOString()} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <ul className="flex flex-col md:hidden">
        {lines.map((line) => (
          <li key={line.id} className="flex flex-col gap-1 border-b border-rule py-3">
            <Title line={line} />
            <Where line={line} />
            <div className="flex flex-wrap items-center gap-2">
              <Statuses line={line} />
              <Level line={line} />
            </div>
            <p className="text-sm text-ink-muted">
              {line.central !== null && <>{originWords(line.central.originsCount)} · </>}
              {line.members.length > 0 && (
                <>
                  <bdi>{names.format(line.members.map((member) => member.name))}</bdi> ·{' '}
                </>
              )}
              <Time value={line.createdAt.toISOString()} />
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

function Title({ line }: { line: Line }) {
  return (
    <Link href={`/desk/incidents/${line.id}`} prefetch={false} className="link font-medium">
      <bdi>{line.title}</bdi>
    </Link>
  )
}

function Where({ line }: { line: Line }) {
  const words = [line.occurredWords, line.place, ...line.tags].filter((word) => word !== null)
  if (words.length === 0) return null
  return (
    <p className="text-sm font-normal text-ink-muted">
      <bdi>{words.join(' · ')}</bdi>
    </p>
  )
}

function Statuses({ line }: { line: Line }) {
  return (
    <span className="flex flex-wrap gap-1">
      {line.statuses.map((status) => (
        <StatusBadge key={status} status={status} />
      ))}
    </span>
  )
}

function Level({ line }: { line: Line }) {
  const { central } = line
  if (central === null || central.level === null)
    return <span className="text-sm text-ink-muted">{central === null ? 'No claim yet' : 'Not yet judged'}</span>
  return (
    <span className="flex flex-wrap items-center gap-1">
      <LevelMark level={central.heading === 'disputed' ? 'disputed' : central.level} />
      {central.isStale && <Badge tone="warning">Stale</Badge>}
    </span>
  )
}

function originWords(count: number): string {
  return count === 1 ? '1 origin' : `${count} origins`
}
