import { sessionRouter } from './session/router'
import { router } from './trpc'

/** The root: one line a noun, in alphabetical order. */
export const appRouter = router({
  session: sessionRouter,
})

export type AppRouter = typeof appRouter
