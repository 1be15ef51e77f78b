import { layersOf, wrapLabel, type Picture, type PlacedNode } from './origin-layout'
import { boxClass, KIND_WORDS, type KindWords } from './origin-style'

const WIDTH = 320
const LANE = 15
const LINE = 17
const DOT = 5

/** The same in one column: every label has the whole width, and the links run in lanes beside them. */
export function OriginNarrow({ picture, kinds = KIND_WORDS }: { picture: Picture; kinds?: KindWords }) {
  const { columns, placed } = layersOf(picture)
  const left = columns.length * LANE + 10
  const letters = Math.floor((WIDTH - left) / 7)
  const rows = rowsOf(columns.flat(), letters)
  const height = (rows.at(-1)?.bottom ?? 0) + 2
  const spot = new Map(rows.map((row) => [row.node.id, row.y]))
  const x = (node: PlacedNode) => 8 + node.column * LANE
  return (
    <svg
      aria-hidden
      width={WIDTH}
      height={height}
      viewBox={`0 0 ${WIDTH} ${height}`}

      className="picture h-auto max-w-full"
    >
      {picture.links.map((link) => {
        const from = placed.get(link.from)
        const to = placed.get(link.to)
        if (from === undefined || to === undefined) return null
        const [x1, y1, x2, y2] = [x(from), spot.get(from.id) ?? 0, x(to), spot.get(to.id) ?? 0]
        return (
          <path
            key={`${link.from} ${link.to}`}
            d={`M${x1} ${y1}C${x1} ${(y1 + y2) / 2} ${x2} ${y1 + 8} ${x2} ${y2}`}
            className={`fill-none ${link.to.startsWith('group:') ? 'stroke-accent' : 'stroke-rule-strong'}`}
            strokeWidth={1.5}
          />
        )
      })}
      {rows.map(({ node, y, lines }) => (
        <g key={node.id}>
          <rect
            x={x(node) - DOT}
            y={y - DOT}
            width={2 * DOT}
            height={2 * DOT}
            rx={node.kind === 'relay' ? DOT : 2}
            className={boxClass(node)}
          />
          <text x={left} y={y - 8} className="fill-ink-muted font-sans text-[11px]">
            {kinds[node.kind](1)}
          </text>
          {lines.map((line, index) => (
            <text
              key={`${index} ${line}`}
              x={left}
              y={y + 6 + index * LINE}
              className="fill-ink font-sans text-[13px] [unicode-bidi:embed]"
            >
              {line}
            </text>
          ))}
        </g>
      ))}
    </svg>
  )
}

function rowsOf(nodes: readonly PlacedNode[], letters: number) {
  let top = 20
  return nodes.map((node) => {
    const lines = wrapLabel(node.label, letters, 2)
    const y = top
    top += lines.length * LINE + 22
    return { node, y, lines, bottom: y + lines.length * LINE }
  })
}
