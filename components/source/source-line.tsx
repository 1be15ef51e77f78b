import { nameOfSource, type Source } from '@/components/evidence/view'
import { OutletGrade } from './outlet-grade'

/** Outlet, grade, title and date of a source in one line of running text. */
export function SourceLine({ source }: { source: Source }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5 text-sm">
      {source.outlet && (
        <>
          <bdi className="font-medium">{source.outlet.name}</bdi>
          <OutletGrade outlet={source.outlet} />
        </>
      )}
      {(source.title !== null || source.outlet === null) && (
        <bdi {...(source.language !== null && { lang: source.language })}>{nameOfSource(source)}</bdi>
      )}
      {source.publishedWords !== null && <span className="text-ink-muted">{source.publishedWords}</span>}
    </span>
  )
}
