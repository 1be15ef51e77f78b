import type { LeftOut as Claim } from '@/domain/gate'

type LeftOutProps = {
  claims: readonly Claim[]
  /** Of the workspace, where it is another page. */
  workspacePath?: string
  headingLevel: 2 | 3
}

/** Claims that were judged and of which the text cites nothing: readers would never learn of them. */
export function LeftOut({ claims, workspacePath = '', headingLevel }: LeftOutProps) {
  const Heading = `h${headingLevel}` as const
  if (claims.length === 0) return null
  return (
    <section aria-labelledby="left-out-heading" className="flex flex-col gap-1">
      <Heading id="left-out-heading" className="font-semibold">
        Judged, and left out
      </Heading>
      <p className="text-sm text-ink-muted">Only what is cited is published. This text cites nothing of:</p>
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {claims.map(({ id, text }) => (
          <li key={id}>
            <a className="link" href={`${workspacePath}#claim-${id}`}>
              <bdi>{text}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
