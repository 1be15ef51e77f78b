import { accountRouter } from './account/router'
import { captureRouter } from './capture/router'
import { evidenceRouter } from './evidence/router'
import { excerptRouter } from './excerpt/router'
import { exclusionRouter } from './exclusion/router'
import { lineageRouter } from './lineage/router'
import { originRouter } from './origin/router'
import { sessionRouter } from './session/router'
import { sourceRouter } from './source/router'
import { translationRouter } from './translation/router'
import { router } from './trpc'

/** The root: one line a noun, in alphabetical order. */
export const appRouter = router({
  account: accountRouter,
  capture: captureRouter,
  evidence: evidenceRouter,
  excerpt: excerptRouter,
  exclusion: exclusionRouter,
  lineage: lineageRouter,
  origin: originRouter,
  session: sessionRouter,
  source: sourceRouter,
  translation: translationRouter,
})

export type AppRouter = typeof appRouter
