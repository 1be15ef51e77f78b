import type { PictureNode } from './origin-layout'

/** Shapes differ by kind: a sheet, a pill, a box, a heavy box. An unknown origin is dashed, as it counts for none. */
export function boxClass(node: Pick<PictureNode, 'kind' | 'id'>): string {
  if (node.id.startsWith('origin:unknown')) return 'fill-paper stroke-unknown [stroke-dasharray:4_3]'
  switch (node.kind) {
    case 'source':
      return 'fill-paper-raised stroke-rule-strong'
    case 'relay':
      return 'fill-paper-sunken stroke-rule-strong'
    case 'origin':
      return 'fill-probable-wash stroke-probable'
    case 'group':
      return 'fill-accent-wash stroke-accent stroke-2'
  }
}

/** What stands over a column, or beside a node. */
export type KindWords = Readonly<Record<PictureNode['kind'], (count: number) => string>>

/** The desk's. */
export const KIND_WORDS: KindWords = {
  source: (count) => (count === 1 ? 'Source' : 'Sources'),
  relay: (count) => (count === 1 ? 'Relay' : 'Relays'),
  origin: (count) => (count === 1 ? 'Origin' : 'Origins'),
  group: () => 'Counts as one',
}
