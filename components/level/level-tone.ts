import type { LevelOrDisputed } from '@/domain/level-shape'

// Whole names, so that the style compiler finds them.

export const LEVEL_TEXT: Readonly<Record<LevelOrDisputed | 'danger', string>> = {
  confirmed: 'text-confirmed',
  probable: 'text-probable',
  possible: 'text-possible',
  doubtful: 'text-doubtful',
  improbable: 'text-improbable',
  unknown: 'text-unknown',
  disputed: 'text-disputed',
  danger: 'text-danger',
}

export const LEVEL_WASH: Readonly<Record<LevelOrDisputed, string>> = {
  confirmed: 'bg-confirmed-wash',
  probable: 'bg-probable-wash',
  possible: 'bg-possible-wash',
  doubtful: 'bg-doubtful-wash',
  improbable: 'bg-improbable-wash',
  unknown: 'bg-unknown-wash',
  disputed: 'bg-disputed-wash',
}
