import type { PartyKind } from '@/domain/words'

export const PARTY_KIND_LABEL: Readonly<Record<PartyKind, string>> = {
  person: 'Person',
  armed_group: 'Armed group',
  state_body: 'State body',
  agency: 'News agency',
  outlet: 'Outlet',
  organisation: 'Organisation',
  other: 'Other',
}

export const PARTY_KIND_OPTIONS = (Object.keys(PARTY_KIND_LABEL) as PartyKind[]).map((id) => ({
  id,
  label: PARTY_KIND_LABEL[id],
}))
