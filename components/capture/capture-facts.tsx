import type { Capture } from '@/components/evidence/view'
import { Disclosure } from '@/components/ui/disclosure'
import { Time } from '@/components/ui/time'

const METHODS: Readonly<Record<string, string>> = {
  paste: 'pasted',
  note: 'written by the desk',
  fetch: 'fetched from its address',
  file: 'handed in as a file',
}

type Fact = [string, React.ReactNode]

function fetchFacts(fetched: Capture['fetched']): Fact[] {
  if (fetched === null) return []
  const { requestedUrl, finalUrl, status, certificateSha256, fetchedAt } = fetched
  return [
    ['Fetched', <Instant key="fetched" at={fetchedAt} />],
    ['Answered with', String(status)],
    ...(requestedUrl === finalUrl ? [] : [['Asked for', <Address key="asked" value={requestedUrl} />] satisfies Fact]),
    ['Final address', <Address key="final" value={finalUrl} />],
    [
      'SHA-256 of the certificate',
      certificateSha256 === null ? 'None: it came without TLS' : <Hash key="tls" value={certificateSha256} />,
    ],
  ]
}

/** A picture has no text. */
function textFacts({ textLength, normalisation, pageStarts, textSha256 }: Capture): Fact[] {
  const pages = pageStarts === null ? '' : ` on ${pageStarts.length} ${pageStarts.length === 1 ? 'page' : 'pages'}`
  return [
    ['Length', `${textLength.toLocaleString('en')} characters${pages}, normalisation ${normalisation}`],
    ['SHA-256 of the text', <Hash key="text" value={textSha256} />],
  ]
}

/** Where a capture comes from and what proves that it has not changed. */
export function CaptureFacts({ capture }: { capture: Capture }) {
  const facts: Fact[] = [
    ['Captured', <Time key="at" value={capture.capturedAt.toISOString()} precision="minute" />],
    ['By', <bdi key="by">{capture.capturedBy}</bdi>],
    ['How', `${METHODS[capture.method] ?? capture.method}, method version ${capture.methodVersion}`],
    ...fetchFacts(capture.fetched),
    ['Type', capture.mediaType],
    ...(capture.image === null ? textFacts(capture) : []),
    ['SHA-256 of the bytes', <Hash key="bytes" value={capture.bytesSha256} />],
  ]
  return (
    <Disclosure summary="About this capture">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-muted">{label}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}

function Hash({ value }: { value: string }) {
  return <code className="font-mono text-xs break-all">{value}</code>
}

function Address({ value }: { value: string }) {
  return <bdi className="break-all">{value}</bdi>
}

/** To the second: it is held against the logs of others. */
function Instant({ at }: { at: Date }) {
  const iso = at.toISOString()
  return <time dateTime={iso}>{iso.slice(0, 19).replace('T', ' ')} UTC</time>
}
