import { treeOf, wrapLabel, type Picture, type TreeRow } from './origin-layout'
import { boxClass, KIND_WORDS, type KindWords } from './origin-style'

const WIDTH = 320
const LANE = 18
const LINE = 17
const DOT = 5
const GAP = 9

/** The same for a narrow place: a tree from what counts, through origins and relays, back to the sources. */
export function OriginNarrow({ picture, kinds = KIND_WORDS }: { picture: Picture; kinds?: KindWords }) {
  const rows = placed(treeOf(picture), kinds)
  const height = (rows.at(-1)?.bottom ?? 0) + 2
  return (
    <svg
      aria-hidden
      width={WIDTH}
      height={height}
      viewBox={`0 0 ${WIDTH} ${height}`}
      className="picture h-auto max-w-full rtl:-scale-x-100"
    >
      {rows.map(({ parent, depth, y }, at) => {
        const from = parent === null ? undefined : rows[parent]
        if (from === undefined) return null
        const x = xOf(from.depth)
        return (
          <path
            key={at}
            d={`M${x} ${from.y + DOT}V${y - 6}q0 6 6 6H${xOf(depth) - DOT}`}
            className={`fill-none ${from.node.kind === 'group' ? 'stroke-accent' : 'stroke-rule-strong'}`}
            strokeWidth={1.5}
          />
        )
      })}
      {rows.map(({ node, depth, y, kind, lines }, at) => (
        <g key={at}>
          <rect
            x={xOf(depth) - DOT}
            y={y - DOT}
            width={2 * DOT}
            height={2 * DOT}
            rx={node.kind === 'relay' ? DOT : 2}
            className={boxClass(node)}
          />
          {lines.map((line, index) => (
            <text
              key={index}
              x={xOf(depth) + 12}
              y={y + 4.5 + index * LINE}
              className="unmirrored flowing fill-ink font-sans text-[13px] [unicode-bidi:embed]"
            >
              {index === 0 && line.startsWith(kind) ? (
                <>
                  <tspan className="fill-ink-muted">{kind}</tspan>
                  {line.slice(kind.length)}
                </>
              ) : (
                line
              )}
            </text>
          ))}
        </g>
      ))}
    </svg>
  )
}

const xOf = (depth: number) => DOT + 2 + depth * LANE

function placed(rows: readonly TreeRow[], kinds: KindWords) {
  let top = 9
  return rows.map((row) => {
    const kind = kinds[row.node.kind](1)
    const letters = Math.floor((WIDTH - xOf(row.depth) - 12) / 6.9)
    const lines = wrapLabel(`${kind}: ${row.node.label}`, letters)
    const y = top
    top += lines.length * LINE + GAP
    return { ...row, kind, lines, y, bottom: y + (lines.length - 1) * LINE + 8 }
  })
}
