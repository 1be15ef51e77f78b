import { listEventsInput } from '@/domain/input/event'
import { procedure, router } from '../trpc'
import { listEvents } from './list'
import { eventListView } from './view'

export const eventRouter = router({
  list: procedure.input(listEventsInput).output(eventListView).query(listEvents),
})
