import type { Leaf } from './anchors'
import type { Section } from './claims'

export type Part = { id: string; label: string }

type ContentsProps = {
  leaf: Leaf
  sections: readonly Section[]
  parts: { before: readonly Part[]; behind: readonly Part[] }
  hasAfter: boolean
}

/** The way through the page: a line of links on a phone, beside the text and always in sight on a wide screen. */
export function Contents({ leaf, sections, parts, hasAfter }: ContentsProps) {
  const { t } = leaf.words
  return (
    <nav aria-label={t('account.contents')} className="account-contents text-sm print:hidden">
      <p className="label-caps mb-1">{t('account.contents')}</p>
      <ul>
        {parts.before.map((part) => (
          <Line key={part.id} {...part} />
        ))}
        {sections.map((section) => (
          <Line
            key={section.id}
            id={section.id}
            label={section.label}
            note={t('account.claims', { count: claimsIn(section) })}
          />
        ))}
        {parts.behind.map((part) => (
          <Line key={part.id} {...part} />
        ))}
        {hasAfter && <Line id="versions" label={t('account.versions.title')} />}
      </ul>
    </nav>
  )
}

function Line({ id, label, note }: Part & { note?: string }) {
  return (
    <li>
      <a href={`#${id}`} className="link inline-block min-w-6 py-1">
        {label}
      </a>{' '}
      {note !== undefined && <span className="text-ink-muted">{note}</span>}
    </li>
  )
}

/** A rival that stands here although its own heading is another is counted there. */
function claimsIn({ place, groups, elsewhere }: Section): number {
  const here = groups.flatMap((group) => group.claims)
  return here.filter((claim) => (claim.finding?.heading ?? 'unjudged') === place).length + elsewhere.length
}
