import type { Precision } from '../words'

/** A map of many places as it is drawn, in the units of its box. Made on the server, which has the geography. */
export type PlacesMap = {
  width: number
  height: number
  land: string
  borders: string
  /** Meridians and parallels, where no land is in view. */
  grid: string
  /** `radius`: of the area that stands for the place, however small it comes out. */
  places: { name: string; count: number; precision: Precision; x: number; y: number; radius: number }[]
}
