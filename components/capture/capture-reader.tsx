'use client'

import { useQuery } from '@tanstack/react-query'
import { faultOf } from '@/components/fault'
import type { Source, Workspace } from '@/components/evidence/view'
import { useTRPC } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { ErrorNotice } from '@/components/ui/error-notice'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { CaptureFacts } from './capture-facts'
import { Difference } from './difference'
import { EarlierPassages } from './earlier-passages'
import { PassageReader } from './passage-reader'
import { Picture } from './picture'
import { SourceCheck } from './source-check'

type CaptureReaderProps = { workspace: Workspace; source: Source; captureId: string }

/** One capture: its text with what is quoted from it, and the way from a passage to evidence. */
export function CaptureReader({ workspace, source, captureId }: CaptureReaderProps) {
  const trpc = useTRPC()
  const read = useQuery(
    // A capture never changes; what is marked in it is kept up to date by those who mark.
    trpc.capture.read.queryOptions({ incidentId: workspace.incident.id, captureId }, { staleTime: 5 * 60_000 }),
  )
  if (read.isPending) return <Progress label="Loading the captured text" />
  if (read.isError)
    return (
      <ErrorNotice
        title={faultOf(read.error).message}
        action={<Button onPress={() => void read.refetch()}>Try again</Button>}
      />
    )
  const capture = read.data
  return (
    <div className="flex flex-col gap-3">
      <SourceCheck workspace={workspace} source={source} captureId={capture.id} />
      <EarlierPassages incidentId={workspace.incident.id} source={source} capture={capture} />
      {capture.number > 1 && capture.text !== null && capture.image === null && (
        <Difference
          incidentId={workspace.incident.id}
          captureId={capture.id}
          number={capture.number}
          language={source.language}
        />
      )}
      {capture.text === null ? (
        <Notice tone="warning" title="This capture was redacted">
          Its text is gone for good; its hashes and its place in the history stay.
        </Notice>
      ) : capture.image !== null ? (
        <Picture
          of={{ incidentId: workspace.incident.id, captureId: capture.id }}
          name={source.title ?? 'untitled'}
          {...capture.image}
        />
      ) : (
        <PassageReader
          key={capture.id}
          workspace={workspace}
          source={source}
          capture={{ ...capture, text: capture.text }}
        />
      )}
      <CaptureFacts capture={capture} />
    </div>
  )
}
