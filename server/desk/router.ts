import { z } from 'zod'
import { procedure, router } from '../trpc'
import { readDeskHome } from './home'
import { deskHomeView, waitingView } from './view'
import { readWaiting } from './waiting'

const nothing = z.undefined()

export const deskRouter = router({
  home: procedure.input(nothing).output(deskHomeView).query(readDeskHome),
  waiting: procedure.input(nothing).output(waitingView).query(readWaiting),
})
