import { byId } from '@/domain/input/common'
import { changePlaceInput, createPlaceInput, searchPlaceInput } from '@/domain/input/place'
import { procedure, router } from '../trpc'
import { changePlace } from './change'
import { createPlace } from './create'
import { getPlace, searchPlace } from './read'
import { placePage, placeView } from './view'

export const placeRouter = router({
  change: procedure.input(changePlaceInput).output(placeView).mutation(changePlace),
  create: procedure.input(createPlaceInput).output(placeView).mutation(createPlace),
  get: procedure.input(byId).output(placeView).query(getPlace),
  search: procedure.input(searchPlaceInput).output(placePage).query(searchPlace),
})
