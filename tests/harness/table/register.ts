import { GAZETTEER_ENTRY, UNKNOWN } from '../world'
import { desk, editors, leads, missing, row } from './cell'
import type { Table } from './cell'

const reason = 'It does not hold.'

/** Parties and places, which every incident shares. */
export const registerTable: Table = {
  'party.alike': [row('some', () => ({ names: ['Severnaya', 'Northern Guards'] }), desk('ok'))],
  'party.doubles': [row('some', () => ({}), desk('ok'))],
  'party.merge': [
    row('one into another', (w) => ({ ...one(w.group.id), intoId: w.outlet.id, intoVersion: 1 }), leads('ok')),
    row('stale', (w) => ({ ...one(w.group.id), intoId: w.outlet.id, intoVersion: 99 }), leads('CONFLICT')),
    row(
      'into itself',
      (w) => ({ ...one(w.group.id), intoId: w.group.id, intoVersion: 1 }),
      leads('PRECONDITION_FAILED'),
    ),
    missing((w) => ({ ...one(UNKNOWN), intoId: w.group.id, intoVersion: 1 })),
  ],
  'party.mergeEffect': [
    row('two', (w) => ({ id: w.group.id, intoId: w.outlet.id }), desk('ok')),
    missing((w) => ({ id: UNKNOWN, intoId: w.outlet.id })),
  ],
  'party.tellApart': [
    row('two', (w) => ({ id: w.group.id, otherId: w.outlet.id }), editors('ok')),
    missing((w) => ({ id: w.group.id, otherId: UNKNOWN })),
  ],
  'party.uses': [row('known', (w) => ({ id: w.group.id }), desk('ok')), missing(() => ({ id: UNKNOWN }))],
  'party.change': [
    row('known', (w) => ({ id: w.group.id, version: 1, kind: 'person', name: 'N. G.' }), editors('ok')),
    row('stale', (w) => ({ id: w.group.id, version: 99, kind: 'person', name: 'N. G.' }), editors('CONFLICT')),
    missing(() => ({ id: UNKNOWN, version: 1, kind: 'person', name: 'N. G.' })),
  ],
  'party.create': [row('new', () => ({ kind: 'agency', name: 'An agency', aliases: [{ name: 'AA' }] }), editors('ok'))],
  'party.get': [row('known', (w) => ({ id: w.group.id }), desk('ok')), missing(() => ({ id: UNKNOWN }))],
  'party.grade': [
    row('an outlet', (w) => ({ partyId: w.outlet.id, from: 'C', grade: 'D', reason }), leads('ok')),
    row('stale', (w) => ({ partyId: w.outlet.id, from: 'A', grade: 'D', reason }), leads('CONFLICT')),
    row('no outlet', (w) => ({ partyId: w.group.id, from: null, grade: 'D', reason }), leads('PRECONDITION_FAILED')),
    missing(() => ({ partyId: UNKNOWN, from: null, grade: 'D', reason })),
  ],
  'party.grades': [row('known', (w) => ({ partyId: w.outlet.id }), desk('ok')), missing(() => ({ partyId: UNKNOWN }))],
  'party.search': [row('some', () => ({ text: 'north', kinds: ['armed_group'] }), desk('ok'))],
  'gazetteer.search': [row('some', () => ({ text: 'Orv' }), desk('ok'))],
  'place.adopt': [
    row('an entry', () => ({ geonamesId: GAZETTEER_ENTRY }), editors('ok')),
    missing(() => ({ geonamesId: 1 })),
  ],
  'place.alike': [row('some', () => ({ names: ['Orvelsk'] }), desk('ok'))],
  'place.doubles': [row('some', () => ({}), desk('ok'))],
  'place.merge': [
    row('stale', (w) => ({ ...one(w.place.id), intoId: w.place.id, intoVersion: 99 }), leads('CONFLICT')),
    row(
      'into itself',
      (w) => ({ ...one(w.place.id), intoId: w.place.id, intoVersion: 1 }),
      leads('PRECONDITION_FAILED'),
    ),
    missing((w) => ({ ...one(UNKNOWN), intoId: w.place.id, intoVersion: 1 })),
  ],
  'place.mergeEffect': [
    row('two', (w) => ({ id: w.place.id, intoId: w.place.id }), desk('ok')),
    missing((w) => ({ id: UNKNOWN, intoId: w.place.id })),
  ],
  'place.tellApart': [missing((w) => ({ id: w.place.id, otherId: UNKNOWN }))],
  'place.uses': [row('known', (w) => ({ id: w.place.id }), desk('ok')), missing(() => ({ id: UNKNOWN }))],
  'place.change': [
    row('known', (w) => place(w.place.id, 1), editors('ok')),
    row('stale', (w) => place(w.place.id, 99), editors('CONFLICT')),
    missing(() => place(UNKNOWN, 1)),
  ],
  'place.create': [row('new', () => point, editors('ok'))],
  'place.get': [row('known', (w) => ({ id: w.place.id }), desk('ok')), missing(() => ({ id: UNKNOWN }))],
  'place.search': [row('some', () => ({ text: 'Orv' }), desk('ok'))],
}

const point = { precision: 'vicinity', coordinates: '49.1, 36.9', names: [{ name: 'A yard', language: 'en' }] }

const one = (id: string) => ({ id, version: 1 })

function place(id: string, version: number) {
  return { id, version, ...point }
}
