import { isolated } from '@/domain/wording'
import type { Leaf } from './anchors'

/** Who is who: with the other names under which other reports have them. */
export function People({ leaf, heading }: { leaf: Leaf; heading: 2 | 3 }) {
  const { parties } = leaf.snapshot.incident
  const { t, list, semicolon } = leaf.words
  if (parties.length === 0) return null
  const Title = `h${heading}` as const
  return (
    <section
      id={leaf.partId('people')}
      aria-labelledby={leaf.partId('people-title')}
      className="flex scroll-mt-4 flex-col gap-4"
    >
      <Title id={leaf.partId('people-title')} className="border-t border-ink pt-3 font-serif text-xl font-semibold">
        {t('account.people.title')}
      </Title>
      <dl className="grid grid-cols-1 gap-x-8 gap-y-4 text-base sm:grid-cols-2">
        {parties.map(({ name, kind, side, aliases, note }) => (
          <div key={name} className="break-inside-avoid">
            <dt className="font-medium">
              <bdi>{name}</bdi>
            </dt>
            <dd className="text-sm text-ink-muted">
              <bdi>
                {[
                  t(`scale.party.${kind}`),
                  ...(side === null ? [] : [t('account.people.side', { side })]),
                  ...(aliases.length === 0 ? [] : [t('account.people.also', { names: list(aliases.map(isolated)) })]),
                ].join(semicolon)}
                .
              </bdi>{' '}
              {note !== '' && <bdi>{note}</bdi>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
