import { layersOf, wrapLabel, type Picture, type PlacedNode } from './origin-layout'
import { boxClass, KIND_WORDS, type KindWords } from './origin-style'

const GAP = 28
const LINE = 14
const PAD = 6
const HEAD = 18
const ROW_GAP = 10

/** Columns from left to right. Sizes in pixels at full width; it shrinks, and never grows. */
export function OriginWide({ picture, kinds = KIND_WORDS }: { picture: Picture; kinds?: KindWords }) {
  const { columns, placed } = layersOf(picture)
  const width = columns.length > 3 ? 122 : 148
  const letters = Math.floor((width - 2 * PAD) / 6.1)
  const boxes = new Map(columns.flatMap((nodes) => boxesOf(nodes, width, letters)))
  const height = Math.max(...[...boxes.values()].map((box) => box.y + box.height)) + 2
  // Columns shorter than the tallest stand in its middle.
  const shift = columns.map((nodes) => {
    const last = nodes.at(-1)
    const box = last && boxes.get(last.id)
    return box ? (height - 2 - box.y - box.height) / 2 : 0
  })
  const total = columns.length * width + (columns.length - 1) * GAP + 4
  const at = (id: string) => {
    const box = boxes.get(id)
    const node = placed.get(id)
    return box === undefined || node === undefined ? null : { ...box, y: box.y + (shift[node.column] ?? 0) }
  }
  return (
    <svg
      aria-hidden
      width={total}
      height={height}
      viewBox={`0 0 ${total} ${height}`}

      className="picture h-auto max-w-full rtl:-scale-x-100"
    >
      {columns.map((nodes, index) => (
        <text
          key={nodes[0]?.id ?? index}
          x={2 + index * (width + GAP) + width / 2}
          y={11}
          textAnchor="middle"
          className="unmirrored fill-ink-muted font-sans text-[11px]"
        >
          {nodes[0] !== undefined && kinds[nodes[0].kind](nodes.length)}
        </text>
      ))}
      {picture.links.map((link) => {
        const from = at(link.from)
        const to = at(link.to)
        if (from === null || to === null) return null
        const [x1, y1, x2, y2] = [from.x + width, from.y + from.height / 2, to.x, to.y + to.height / 2]
        const bend = Math.max(12, Math.abs(x2 - x1) / 2)
        return (
          <path
            key={`${link.from} ${link.to}`}
            d={`M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`}
            className={`fill-none ${link.to.startsWith('group:') ? 'stroke-accent' : 'stroke-rule-strong'}`}
            strokeWidth={1 + Math.min(3, link.evidenceIds.length) / 2}
          />
        )
      })}
      {columns.flat().map((node) => {
        const box = at(node.id)
        return box && <NodeBox key={node.id} node={node} {...box} width={width} />
      })}
    </svg>
  )
}

type Box = { x: number; y: number; height: number; lines: string[] }

function boxesOf(nodes: readonly PlacedNode[], width: number, letters: number): [string, Box][] {
  let y = HEAD
  return nodes.map((node) => {
    const lines = wrapLabel(node.label, letters)
    const height = lines.length * LINE + 2 * PAD
    const box = { x: 2 + node.column * (width + GAP), y, height, lines }
    y += height + ROW_GAP
    return [node.id, box]
  })
}

function NodeBox({ node, x, y, height, lines, width }: Box & { node: PlacedNode; width: number }) {
  return (
    <g>
      <title>{node.label}</title>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={node.kind === 'relay' ? height / 2 : 3}
        className={boxClass(node)}
      />
      {lines.map((line, index) => (
        <text
          key={`${index} ${line}`}
          x={x + width / 2}
          y={y + PAD + LINE * index + 10.5}
          textAnchor="middle"
          className="unmirrored fill-ink font-sans text-[12px] [unicode-bidi:plaintext]"
        >
          {line}
        </text>
      ))}
    </g>
  )
}
