import { accountRouter } from './account/router'
import { ballotRouter } from './ballot/router'
import { captureRouter } from './capture/router'
import { claimRouter } from './claim/router'
import { evidenceRouter } from './evidence/router'
import { excerptRouter } from './excerpt/router'
import { exclusionRouter } from './exclusion/router'
import { incidentRouter } from './incident/router'
import { lineageRouter } from './lineage/router'
import { originRouter } from './origin/router'
import { questionRouter } from './question/router'
import { roundRouter } from './round/router'
import { sessionRouter } from './session/router'
import { sourceRouter } from './source/router'
import { translationRouter } from './translation/router'
import { router } from './trpc'

/** The root: one line a noun, in alphabetical order. */
export const appRouter = router({
  account: accountRouter,
  ballot: ballotRouter,
  capture: captureRouter,
  claim: claimRouter,
  evidence: evidenceRouter,
  excerpt: excerptRouter,
  exclusion: exclusionRouter,
  incident: incidentRouter,
  lineage: lineageRouter,
  origin: originRouter,
  question: questionRouter,
  round: roundRouter,
  session: sessionRouter,
  source: sourceRouter,
  translation: translationRouter,
})

export type AppRouter = typeof appRouter
