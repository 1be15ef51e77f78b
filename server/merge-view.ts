import { z } from 'zod'
import { verdict } from './verdict-view'

/** What a record is used by. */
export const usesView = z.object({
  incidents: z.array(z.object({ id: z.string(), title: z.string() })),
  /** Of how many the list above is the beginning. */
  incidentCount: z.number(),
  /** As what, in words, such as "outlet of 3 sources". */
  as: z.array(z.string()),
})

export const mergeEffectView = z.object({
  verdict,
  uses: usesView,
  /** Independent origins of claims that the merge changes, in the incidents listed. */
  claims: z.array(
    z.object({ claimId: z.string(), incident: z.string(), text: z.string(), before: z.number(), after: z.number() }),
  ),
  /** Incidents beyond those listed, whose claims were not counted anew for this preview. */
  uncounted: z.number(),
})

export const apartView = z.object({ isApart: z.literal(true) })

export type UsesView = z.output<typeof usesView>
export type MergeEffectView = z.output<typeof mergeEffectView>
