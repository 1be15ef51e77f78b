import { ENGLISH } from '@/domain/english'
import type { Words } from '@/domain/wording'

export type LogPlace = { index: number; size: number; leafHash: string; root: string }

const Digits = ({ children }: { children: string }) => <code className="font-mono text-sm break-all">{children}</code>

type LogProofProps = { place: LogPlace | null; hash: string; words?: Words }

/** Where a version stands in the publication log, and how to check it. `hash`: of its document as it was published. */
export function LogProof({ place, hash, words = ENGLISH }: LogProofProps) {
  if (place === null) return null
  const { index, size, leafHash, root } = place
  const { t, href } = words
  return (
    <section aria-labelledby="proof" data-log-index={index} className="flex flex-col gap-3">
      <h2 id="proof" className="border-t border-ink pt-3 font-serif text-xl font-semibold">
        {t('account.proof.title')}
      </h2>
      <p className="max-w-reading">
        {t.rich('account.proof.text', {
          index,
          log: (text) => (
            <a className="link" href={href('/log')}>
              {text}
            </a>
          ),
          proof: (text) => (
            <a className="link" href={`/log/proof/${index}`}>
              {text}
            </a>
          ),
        })}
      </p>
      <dl className="facts">
        {[
          [t('account.proof.document'), hash],
          [t('account.proof.entry'), leafHash],
          [t('account.proof.root', { size }), root],
        ].map(([term, digits = '']) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <Digits>{digits}</Digits>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
