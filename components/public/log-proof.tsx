export type LogPlace = { index: number; size: number; leafHash: string; root: string }

const Digits = ({ children }: { children: string }) => <code className="font-mono text-sm break-all">{children}</code>

/** Where a version stands in the publication log, and how to check it. `hash`: of its document as it was published. */
export function LogProof({ place, hash }: { place: LogPlace | null; hash: string }) {
  if (place === null) return null
  const { index, size, leafHash, root } = place
  return (
    <section aria-labelledby="proof" data-log-index={index} className="flex flex-col gap-3 border-t border-ink pt-3">
      <h2 id="proof" className="font-serif text-xl font-semibold">
        Proof
      </h2>
      <p className="reading">
        This version is entry {index} (the first is 0) of the{' '}
        <a className="link" href="/log">
          publication log
        </a>
        , which cannot be changed without its being seen.{' '}
        <a className="link" href={`/log/proof/${index}`}>
          Its proof
        </a>{' '}
        leads from the entry to the newest root, which is signed.
      </p>
      <dl className="flex max-w-reading flex-col gap-2 text-sm">
        {[
          ['SHA-256 of the document', hash],
          ['Hash of the entry', leafHash],
          [`Root of the log, then of ${size} ${size === 1 ? 'entry' : 'entries'}`, root],
        ].map(([term, digits = '']) => (
          <div key={term}>
            <dt className="font-medium">{term}</dt>
            <dd>
              <Digits>{digits}</Digits>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
