import { mayStay } from '@/domain/rendition-words'
import type { Caller, Clock } from './newsroom'
import type { PersonKey } from './person'
import type { Desk } from './room'

function wordsFor(words: Readonly<Record<string, string>>, text: string): string {
  const own = words[text]
  if (own === undefined) throw new Error(`the demo does not translate: ${text}`)
  return own
}

export function deskOf(people: Record<PersonKey, Caller>, clock: Clock): Desk {
  const working = async (caller: Caller, incidentId: string) => {
    const { summary } = await caller.incident.get({ id: incidentId })
    if (!summary.working) throw new Error('the demo has no text to work on')
    return summary.working
  }
  return {
    async write(by, incidentId, document) {
      const caller = people[by]
      await caller.revision.draft({ incidentId })
      const draft = await working(caller, incidentId)
      clock.pass(35)
      const saved = await caller.revision.save({ revisionId: draft.id, version: draft.version, document })
      clock.pass(10)
      await caller.revision.submit({ revisionId: draft.id, version: saved.version })
    },
    async approve(by, incidentId, comment) {
      const caller = people[by]
      const { id } = await working(caller, incidentId)
      const { hash } = await caller.revision.preview({ revisionId: id })
      await caller.review.approve({ revisionId: id, seenHash: hash, comment })
    },
    async publish(by, incidentId, correction) {
      const caller = people[by]
      const { id } = await working(caller, incidentId)
      await caller.publication.publish({ revisionId: id, correction })
    },
    async translate(by, reader, incidentId, { language, words, lines }) {
      const caller = people[by]
      const { revision, original } = await caller.rendition.begin({ incidentId, language })
      const revisionId = revision.id
      clock.pass(70)
      const own = Object.fromEntries(
        original.words.map((each) => [
          each.path,
          (mayStay(each) ? words[each.text] : wordsFor(words, each.text)) ?? '',
        ]),
      )
      const saved = await caller.rendition.save({
        revisionId,
        version: revision.version,
        lines: [...lines],
        words: own,
      })
      const { hash } = await caller.rendition.submit({ revisionId, version: saved.version })
      clock.pass(25)
      await people[reader].rendition.approve({ revisionId, seenHash: hash, comment: 'Read against the original.' })
      await caller.rendition.publish({ revisionId })
    },
  }
}
