import { everybody, row } from './cell'
import type { Row, Table } from './cell'

const slugOf = (part: { view: { incident: { slug: string } } }) => part.view.incident.slug
const readers = (state: string, input: Row['input']): Row => row(state, input, everybody('ok'))

/** What readers get: the same for everybody, a suspended account included. */
export const readingTable: Table = {
  'log.checkpoint': [readers('as it is', () => undefined)],
  'log.document': [
    readers('a publication’s', () => ({ index: 0 })),
    row('none', () => ({ index: 999_999 }), everybody('NOT_FOUND')),
  ],
  'log.proof': [
    readers('an entry’s', () => ({ index: 0 })),
    row('none', () => ({ index: 999_999 }), everybody('NOT_FOUND')),
  ],
  'log.part': [readers('the first', () => ({ part: 0 })), row('none', () => ({ part: 999 }), everybody('NOT_FOUND'))],
  'log.records': [
    readers('some', () => ({ first: 0, width: 20 })),
    readers('beyond all that can be', () => ({ first: 2_147_483_647, width: 20 })),
  ],
  'log.styles': [readers('as they are', () => undefined)],
  'log.tile': [
    readers('entries', () => ({ level: null, index: 0, width: 1 })),
    readers('hashes', () => ({ level: 0, index: 0, width: 1 })),
    row('wider than it is', () => ({ level: 0, index: 0, width: 256 }), everybody('NOT_FOUND')),
  ],
  'reading.frame': [readers('as it is', () => undefined)],
  'reading.list': [
    readers('all', () => ({})),
    readers('narrowed', () => ({
      words: 'depot',
      heading: 'likely',
      tag: 'depot',
      from: '2024-01-01',
      to: '2027-01-01',
    })),
  ],
  'reading.settings': [readers('as it is', () => undefined)],
  'reading.browse': [readers('as it is', () => undefined), readers('in a language', () => ({ language: 'ar' }))],
  'reading.called': [readers('in a language', () => ({ language: 'ar', place: 'Tyotkino', tag: 'depot' }))],
  'reading.account': [
    readers('published', (w) => ({ slug: slugOf(w.published) })),
    readers('in another language', (w) => ({ slug: slugOf(w.published), language: 'ar' })),
    readers('an older version', (w) => ({ slug: slugOf(w.retracted), number: 1 })),
    readers('retracted', (w) => ({ slug: slugOf(w.retracted) })),
    row('a draft', (w) => ({ slug: slugOf(w.draft) }), everybody('NOT_FOUND')),
    row('no version', (w) => ({ slug: slugOf(w.published), number: 9 }), everybody('NOT_FOUND')),
    row('nothing', () => ({ slug: 'nothing-here' }), everybody('NOT_FOUND')),
  ],
  'reading.changes': [
    readers('retracted', (w) => ({ slug: slugOf(w.retracted) })),
    readers('in another language', (w) => ({ slug: slugOf(w.published), language: 'ar' })),
    row('a draft', (w) => ({ slug: slugOf(w.draft) }), everybody('NOT_FOUND')),
  ],
  'reading.corrections': [readers('one', () => ({})), readers('of a kind', () => ({ kind: 'retraction' }))],
  'reading.feed': [readers('some', () => undefined), readers('narrowed', () => ({ tag: 'depot', heading: 'likely' }))],
  'reading.addresses': [readers('some', () => ({ prefix: '' }))],
}
