'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { ActionButton } from '@/components/action/action-button'
import { STATE_WORD } from '@/components/summary/words'
import { useTRPC } from '@/components/trpc'
import { Badge } from '@/components/ui/badge'
import { ErrorNotice } from '@/components/ui/error-notice'
import { useRenditionCommand } from './use-rendition-command'
import { fullLanguage, type RenditionListView } from './view'

/** The languages of a published account: what there is in each, and the way to begin another. */
export function RenditionList({ incidentId, newest }: { incidentId: string; newest: number }) {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.rendition.list.queryOptions({ incidentId }))
  const begin = useRenditionCommand(trpc.rendition.begin.mutationOptions(), 'A translation is begun')
  return (
    <section aria-labelledby="translations" className="flex flex-col gap-2">
      <h3 id="translations" className="font-semibold">
        Translations
      </h3>
      <ul className="flex flex-col divide-y divide-rule border-y border-rule" aria-busy={data === undefined}>
        {(data?.languages ?? []).map((line) => (
          <li key={line.language} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-1.5">
            <span className="flex flex-wrap items-center gap-x-2">
              <span lang="en">{fullLanguage(line.language)}</span>
              <Standing line={line} newest={newest} />
            </span>
            {line.working === null ? (
              <ActionButton
                size="small"
                verdict={line.begin}
                isPending={begin.isPending}
                onPress={() => begin.run({ incidentId, language: line.language })}
              >
                Translate
              </ActionButton>
            ) : (
              <Link className="link text-sm" prefetch={false} href={`/desk/translations/${line.working.revisionId}`}>
                {STATE_WORD[line.working.state]}, of version {line.working.version}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {begin.problem !== undefined && <ErrorNotice title={begin.problem} />}
    </section>
  )
}

function Standing({ line, newest }: { line: RenditionListView['languages'][number]; newest: number }) {
  const { published } = line
  if (published === null) return null
  if (published.isRedacted) return <Badge tone="negative">Redacted</Badge>
  return (
    <>
      <Link className="link text-sm" prefetch={false} href={`/desk/translations/${published.revisionId}`}>
        Version {published.version}
      </Link>
      {published.isWithdrawn ? (
        <Badge tone="warning">Taken back</Badge>
      ) : (
        published.version !== newest && <Badge tone="warning">Of an older version</Badge>
      )}
    </>
  )
}
