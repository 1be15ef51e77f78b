import type { LabelledNode, LabelledPicture } from '@/domain/picture/public-origins'

export type Picture = LabelledPicture
export type PictureNode = LabelledNode

export type PlacedNode = PictureNode & { column: number; row: number }
type Layers = { columns: PlacedNode[][]; placed: ReadonlyMap<string, PlacedNode> }

/**
 * Sources to the left, then relays in the order information went back through them, origins, groups. Within a column,
 * nodes stand near what they lead to, so that links cross little.
 */
export function layersOf(picture: Picture): Layers {
  const column = columnsOf(picture)
  const last = Math.max(0, ...column.values())
  const columns: PictureNode[][] = Array.from({ length: last + 1 }, () => [])
  for (const node of picture.nodes) columns[column.get(node.id) ?? 0]?.push(node)
  const row = new Map<string, number>()
  for (const nodes of columns.toReversed()) {
    nodes.sort((a, b) => pull(a, picture, row) - pull(b, picture, row))
    for (const [index, node] of nodes.entries()) row.set(node.id, (index + 0.5) / nodes.length)
  }
  const placed = columns
    .filter((nodes) => nodes.length > 0)
    .map((nodes, at) => nodes.map((node, index) => ({ ...node, column: at, row: index })))
  return { columns: placed, placed: new Map(placed.flat().map((node) => [node.id, node])) }
}

/** Relays stand as many columns in as they are steps from the sources. */
function columnsOf(picture: Picture): Map<string, number> {
  const kind = new Map(picture.nodes.map((node) => [node.id, node.kind]))
  const depth = new Map(picture.nodes.map((node) => [node.id, node.kind === 'source' ? 0 : 1]))
  const steps = picture.links.filter((link) => kind.get(link.to) === 'relay')
  // Two chains can pass the same parties in opposite order: no more rounds than there are nodes.
  for (let round = 0; round < picture.nodes.length; round++) {
    let hasMoved = false
    for (const { from, to } of steps) {
      const wanted = Math.min((depth.get(from) ?? 0) + 1, picture.nodes.length)
      if (wanted <= (depth.get(to) ?? 0)) continue
      depth.set(to, wanted)
      hasMoved = true
    }
    if (!hasMoved) break
  }
  const relays = picture.nodes.filter((node) => node.kind === 'relay').map((node) => depth.get(node.id) ?? 1)
  const origins = Math.max(0, ...relays) + 1
  for (const node of picture.nodes) {
    if (node.kind === 'origin') depth.set(node.id, origins)
    if (node.kind === 'group') depth.set(node.id, origins + 1)
  }
  return depth
}

function pull(node: PictureNode, picture: Picture, row: ReadonlyMap<string, number>): number {
  const ends = picture.links.filter((link) => link.from === node.id).flatMap((link) => row.get(link.to) ?? [])
  // What leads nowhere, an unknown origin, stands last.
  return ends.length === 0 ? (node.kind === 'group' ? 0 : 2) : ends.reduce((sum, end) => sum + end, 0) / ends.length
}

/** How much wider than small Latin letters a label's are, on the whole. */
function wideness(label: string): number {
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(label)) return 2
  return /[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}\p{sc=Georgian}]/u.test(label) ? 1.15 : 1
}

/** A label in lines of at most `letters` Latin letters' width, three at most. */
export function wrapLabel(label: string, letters: number, most = 3): string[] {
  const width = Math.floor(letters / wideness(label))
  const lines: string[] = []
  let rest = Array.from(label)
  while (rest.length > 0 && lines.length < most) {
    if (rest.length <= width) {
      lines.push(rest.join(''))
      rest = []
      break
    }
    const space = rest.slice(0, width + 1).lastIndexOf(' ')
    const cut = space > width / 3 ? space : width
    lines.push(rest.slice(0, cut).join('').trim())
    rest = rest.slice(cut)
    while (rest[0] === ' ') rest.shift()
  }
  const last = lines.at(-1)
  if (rest.length > 0 && last !== undefined)
    lines[lines.length - 1] = `${Array.from(last)
      .slice(0, width - 1)
      .join('')
      .trim()}…`
  return lines
}

/** Each piece of evidence as its chain of labels, for those who do not see the picture. */
export function chainsOf(
  picture: Picture,
): { evidenceId: string; labels: string[]; isCounted: boolean; group: string | null }[] {
  const { columns } = layersOf(picture)
  const nodes = columns.flat()
  const ids = [...new Set(nodes.filter((node) => node.kind === 'source').flatMap((node) => node.evidenceIds))]
  return ids.map((evidenceId) => {
    const chain = nodes.filter((node) => node.evidenceIds.includes(evidenceId))
    return {
      evidenceId,
      labels: chain.filter((node) => node.kind !== 'group').map((node) => node.label),
      isCounted: chain.some((node) => node.kind === 'group'),
      group: chain.find((node) => node.kind === 'group')?.label ?? null,
    }
  })
}

export type TreeRow = { node: PictureNode; depth: number; parent: number | null }

/**
 * The picture as a tree, for where it has to be narrow: each group, below it what counts as it, back to the sources. What
 * leads two ways stands twice. `parent`: the index of the row it hangs from.
 */
export function treeOf(picture: Picture): TreeRow[] {
  type Branch = { node: PictureNode; below: Map<string, Branch> }
  const nodes = layersOf(picture).columns.flat()
  const roots = new Map<string, Branch>()
  const ids = new Set(nodes.filter((node) => node.kind === 'source').flatMap((node) => node.evidenceIds))
  for (const id of ids) {
    let level = roots
    for (const node of nodes.filter((each) => each.evidenceIds.includes(id)).toReversed()) {
      const branch = level.get(node.id) ?? { node, below: new Map<string, Branch>() }
      level.set(node.id, branch)
      level = branch.below
    }
  }
  const rows: TreeRow[] = []
  const walk = (level: ReadonlyMap<string, Branch>, depth: number, parent: number | null) => {
    for (const { node, below } of level.values()) {
      rows.push({ node, depth, parent })
      walk(below, depth + 1, rows.length - 1)
    }
  }
  walk(roots, 0, null)
  return rows
}
