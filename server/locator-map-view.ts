import { z } from 'zod'
import type { LocatorMap } from '@/domain/picture/locator'

const length = z.number().min(0)
const spot = { x: z.number(), y: z.number() }

/** A map as it is drawn. */
export const locatorMapView: z.ZodType<LocatorMap> = z.strictObject({
  width: length,
  height: length,
  land: z.string(),
  borders: z.string(),
  grid: z.string(),
  outline: z.string().nullable(),
  area: z.strictObject({ ...spot, radius: length }).nullable(),
  countries: z.array(z.strictObject({ code: z.string().nullable(), name: z.string(), ...spot })),
  scale: z.strictObject({ kilometres: length, length }),
  globe: z.strictObject({ land: z.string(), ...spot }).nullable(),
})
