import type { RouterOutputs } from '@/components/trpc'
import { writeCoordinates } from '@/domain/coordinates'

export type Entry = RouterOutputs['gazetteer']['search']['entries'][number]

/** The id of an entry that is being made a place, while it has none of its own. */
const BEING_MADE = /^geonames:(\d+)(?::(.*))?$/su

export const idOf = ({ id, spelledLike }: Entry): string => `geonames:${id}:${spelledLike[0] ?? ''}`

/** What to make a place of, where the id is one of an entry. */
export function adoptionOf(id: string): { geonamesId: number; spelling: string } | null {
  const [, number, spelling = ''] = BEING_MADE.exec(id) ?? []
  return number === undefined ? null : { geonamesId: Number(number), spelling }
}

const KIND: Readonly<Record<string, string>> = {
  'A.ADM1': 'Region',
  'A.ADM2': 'District',
  'P.PPLC': 'Capital',
  'P.PPLX': 'Part of a town',
  'P.PPLQ': 'Abandoned settlement',
  'P.PPLW': 'Destroyed settlement',
  'S.AIRP': 'Airport',
  'S.AIRB': 'Air base',
  'S.MLO': 'Military site',
}
const CLASS: Readonly<Record<string, string>> = {
  A: 'Administrative area',
  H: 'Water',
  L: 'Area',
  P: 'Settlement',
  R: 'Road or railway',
  S: 'Site',
  T: 'Height or land form',
  U: 'Undersea',
  V: 'Vegetation',
}

export function kindOf({ feature }: Pick<Entry, 'feature'>): string {
  if (feature.startsWith('A.PCL')) return 'Country'
  return KIND[feature] ?? CLASS[feature[0] ?? ''] ?? 'Place'
}

const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region' })

/** The region, or the town that it is run from, and the country. */
export function whereOf({ region, country }: Pick<Entry, 'region' | 'country'>): string {
  const named = region === null ? [] : [region.isSeat ? `${region.name} region` : region.name]
  return [...named, ...(country === '' ? [] : [COUNTRIES.of(country) ?? country])].join(', ')
}

/** What it is, how else it is spelled, where it is, and from whom one knows. */
export function aboutOf(entry: Entry): string {
  const { population, spelledLike } = entry
  const people = population > 0 ? `, ${population.toLocaleString('en')} people` : ''
  return [kindOf(entry) + people, ...spelledLike, writeCoordinates(entry), 'GeoNames'].join(' · ')
}
