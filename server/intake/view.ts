import { z } from 'zod'
import { INTAKE_KINDS, INTAKE_STATES } from '@/domain/intake'
import { verdict } from '../verdict-view'
import { workspaceView } from '../workspace/view'

const maybe = z.string().nullable()
const fact = z.object({ value: z.string(), from: z.string() }).nullable()

const item = z.object({
  id: z.string(),
  version: z.number(),
  kind: z.enum(INTAKE_KINDS),
  state: z.enum(INTAKE_STATES),
  url: maybe,
  fileName: maybe,
  /** As read, once it is. */
  title: maybe,
  mediaType: maybe,
  forSourceId: maybe,
  askedBy: z.string(),
  askedAt: z.date(),
  received: z.number(),
  total: z.number().nullable(),
  refusalCode: maybe,
  refusal: maybe,
})

const list = z.object({
  id: z.string(),
  name: maybe,
  askedBy: z.string(),
  askedAt: z.date(),
  lines: z.number(),
  underWay: z.number(),
  kept: z.number(),
  failed: z.number(),
  cancelled: z.number(),
})

/** What is being taken in of an incident, oldest first; lists apart. */
export const trayView = z.object({
  incidentId: z.string(),
  items: z.array(item),
  lists: z.array(list),
  /** Pages asked for in the last hour. */
  fetches: z.object({ own: z.number(), team: z.number() }),
  can: z.object({ ask: verdict }),
})

export const keptView = z.object({
  workspace: workspaceView,
  tray: trayView,
  sourceId: z.string(),
  captureId: z.string(),
})

const held = z.object({
  by: z.enum(['text', 'file', 'address']),
  sourceId: z.string(),
  title: maybe,
  isHere: z.boolean(),
})

/** One thing that was read, whole: what an editor confirms. */
export const readView = item.extend({
  text: maybe,
  textLength: z.number(),
  pageStarts: z.array(z.number()).nullable(),
  facts: z.object({ title: fact, byline: fact, outlet: fact, language: fact, published: fact }),
  /** The outlet as read, where the desk knows a party of that name. */
  outlet: z.object({ id: z.string(), name: z.string() }).nullable(),
  image: z
    .object({
      width: z.number(),
      height: z.number(),
      exif: z.array(z.object({ name: z.string(), value: z.string() })),
      shownMediaType: z.string(),
    })
    .nullable(),
  fetched: z
    .object({ finalUrl: z.string(), status: z.number(), redirects: z.number(), fetchedAt: z.string() })
    .nullable(),
  held: z.array(held),
})

export const linesView = z.object({
  list,
  lines: z.array(
    z.object({
      id: z.string(),
      line: z.number(),
      url: maybe,
      state: z.enum(INTAKE_STATES),
      refusal: maybe,
      refusalCode: maybe,
      sourceId: maybe,
      title: maybe,
    }),
  ),
  nextCursor: z.number().nullable(),
})

/** The newest check of a source for changes; `isNew`: it made the capture that it led to. */
export const checkView = z.object({
  sourceId: z.string(),
  check: z
    .object({
      id: z.string(),
      state: z.enum(INTAKE_STATES),
      askedAt: z.date(),
      endedAt: z.date().nullable(),
      refusalCode: maybe,
      refusal: maybe,
      captureId: maybe,
      captureNumber: z.number().nullable(),
      isNew: z.boolean(),
      /** `same` and new: the capture before was pasted, and the page says what it says. Null until something was found. */
      found: z.enum(['first', 'same', 'changed', 'gone']).nullable(),
      /** Quoted passages that it no longer says. */
      lost: z.number(),
    })
    .nullable(),
})

export const failuresView = z.object({ name: z.string(), csv: z.string() })

export type TrayView = z.infer<typeof trayView>
export type ReadView = z.infer<typeof readView>
export type CheckView = z.infer<typeof checkView>
