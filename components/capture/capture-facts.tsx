import type { Capture } from '@/components/evidence/view'
import { Disclosure } from '@/components/ui/disclosure'
import { Time } from '@/components/ui/time'

const METHODS: Readonly<Record<string, string>> = {
  paste: 'pasted',
  note: 'written by the desk',
  fetch: 'fetched from its address',
  file: 'handed in as a file',
}

/** Where a capture comes from and what proves that it has not changed. */
export function CaptureFacts({ capture }: { capture: Capture }) {
  const facts: [string, React.ReactNode][] = [
    ['Captured', <Time key="at" value={capture.capturedAt.toISOString()} precision="minute" />],
    ['By', <bdi key="by">{capture.capturedBy}</bdi>],
    ['How', `${METHODS[capture.method] ?? capture.method}, method version ${capture.methodVersion}`],
    ['Type', capture.mediaType],
    ['Length', `${capture.textLength.toLocaleString('en')} characters, normalisation ${capture.normalisation}`],
    ['SHA-256 of the text', <Hash key="text" value={capture.textSha256} />],
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
