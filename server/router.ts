import { accountRouter } from './account/router'
import { ballotRouter } from './ballot/router'
import { captureRouter } from './capture/router'
import { claimRouter } from './claim/router'
import { deskRouter } from './desk/router'
import { eventRouter } from './event/router'
import { evidenceRouter } from './evidence/router'
import { excerptRouter } from './excerpt/router'
import { exclusionRouter } from './exclusion/router'
import { gazetteerRouter } from './gazetteer/router'
import { incidentRouter } from './incident/router'
import { intakeRouter } from './intake/router'
import { lineageRouter } from './lineage/router'
import { logRouter } from './log/router'
import { noticeRouter } from './notice/router'
import { originRouter } from './origin/router'
import { partyRouter } from './party/router'
import { placeRouter } from './place/router'
import { publicationRouter } from './publication/router'
import { questionRouter } from './question/router'
import { readingRouter } from './reading/router'
import { redactionRouter } from './redaction/router'
import { renditionRouter } from './rendition/router'
import { reviewRouter } from './review/router'
import { revisionRouter } from './revision/router'
import { roundRouter } from './round/router'
import { searchRouter } from './search/router'
import { sessionRouter } from './session/router'
import { sourceRouter } from './source/router'
import { teamRouter } from './team/router'
import { translationRouter } from './translation/router'
import { router } from './trpc'

/** The root: one line a noun, in alphabetical order. */
export const appRouter = router({
  account: accountRouter,
  ballot: ballotRouter,
  capture: captureRouter,
  claim: claimRouter,
  desk: deskRouter,
  event: eventRouter,
  evidence: evidenceRouter,
  excerpt: excerptRouter,
  exclusion: exclusionRouter,
  gazetteer: gazetteerRouter,
  incident: incidentRouter,
  intake: intakeRouter,
  lineage: lineageRouter,
  log: logRouter,
  notice: noticeRouter,
  origin: originRouter,
  party: partyRouter,
  place: placeRouter,
  publication: publicationRouter,
  question: questionRouter,
  reading: readingRouter,
  redaction: redactionRouter,
  rendition: renditionRouter,
  review: reviewRouter,
  revision: revisionRouter,
  round: roundRouter,
  search: searchRouter,
  session: sessionRouter,
  source: sourceRouter,
  team: teamRouter,
  translation: translationRouter,
})

export type AppRouter = typeof appRouter
