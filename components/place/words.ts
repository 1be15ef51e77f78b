import type { Precision } from '@/domain/words'

export const PRECISION_LABEL: Readonly<Record<Precision, string>> = {
  exact: 'Exact point',
  vicinity: 'Vicinity',
  settlement: 'Settlement',
  district: 'District',
  region: 'Region',
  country: 'Country',
}

const MEANING: Readonly<Record<Precision, string>> = {
  exact: 'The very spot, geolocated.',
  vicinity: 'Within about a kilometre.',
  settlement: 'Somewhere in a town or village.',
  district: 'Somewhere in a district.',
  region: 'Somewhere in a region or province.',
  country: 'Somewhere in a country.',
}

export const PRECISION_OPTIONS = (Object.keys(PRECISION_LABEL) as Precision[]).map((id) => ({
  id,
  label: PRECISION_LABEL[id],
  description: MEANING[id],
}))
