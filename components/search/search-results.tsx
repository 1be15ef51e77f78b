'use client'

import { faultOf } from '@/components/fault'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorNotice } from '@/components/ui/error-notice'
import { Progress } from '@/components/ui/progress'
import { addressOf, type Asked } from './asked'
import { SearchHit } from './search-hit'
import type { useFound } from './use-search'

type SearchResultsProps = {
  found: ReturnType<typeof useFound>
  asked: Asked
  /** What is shown is what was asked for before. */
  isWaiting: boolean
  onText: (text: string) => void
}

/** What was found, best first, or what to try. */
export function SearchResults({ found, asked, isWaiting, onText }: SearchResultsProps) {
  const pages = found.data?.pages ?? []
  const hits = pages.flatMap((page) => page.items)
  const isBlank = addressOf({ ...asked, kind: '' }) === ''
  return (
    <section aria-label="Found" aria-busy={isWaiting} className="flex flex-col gap-2">
      <p role="status" className="sr-only">
        {isWaiting || isBlank ? '' : hits.length === 0 ? 'Nothing was found.' : `${hits.length} shown.`}
      </p>
      {isWaiting && <Progress label="Searching" />}
      {found.error !== null && (
        <ErrorNotice
          title={faultOf(found.error).message}
          action={<Button onPress={() => void found.refetch()}>Try again</Button>}
        />
      )}
      {hits.length === 0 && !isWaiting && found.error === null && (
        <Nothing isBlank={isBlank} near={pages[0]?.near ?? []} onText={onText} />
      )}
      {hits.length > 0 && (
        <ul className={isWaiting ? 'opacity-70' : undefined}>
          {hits.map((hit) => (
            <SearchHit key={hit.n} hit={hit} />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <div>
          <Button onPress={() => void found.fetchNextPage()} isPending={found.isFetchingNextPage}>
            Show more
          </Button>
        </div>
      )}
    </section>
  )
}

type NothingProps = { isBlank: boolean; near: readonly string[]; onText: (text: string) => void }

function Nothing({ isBlank, near, onText }: NothingProps) {
  if (isBlank)
    return (
      <EmptyState title="Type to search the desk">
        <ul className="flex list-disc flex-col gap-1 ps-5">
          <li>Every word has to be there, in any of its forms; names in any spelling.</li>
          <li>
            <code>&quot;two depots&quot;</code> these very words, in this order
          </li>
          <li>
            <code>-drill</code> without this word
          </li>
          <li>
            <code>dep*</code> words that begin so
          </li>
          <li>The key / comes here from any page; arrow keys go through what is found, Enter opens it.</li>
        </ul>
      </EmptyState>
    )
  return (
    <EmptyState
      title="Nothing was found"
      {...(near.length > 0 && {
        action: (
          <p className="flex flex-wrap items-center gap-1 text-sm">
            Spelled nearly so:
            {near.map((word) => (
              <Button key={word} size="small" variant="quiet" onPress={() => onText(word)}>
                <bdi>{word}</bdi>
              </Button>
            ))}
          </p>
        ),
      })}
    >
      Try fewer words, another form or language of them, or less that it is narrowed by. Words are sought within one
      passage of a text.
    </EmptyState>
  )
}
