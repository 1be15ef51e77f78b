import { byId } from '@/domain/input/common'
import { alikeInput, doublesInput, mergeEffectInput, mergeInput, tellApartInput } from '@/domain/input/name'
import { adoptPlaceInput, changePlaceInput, createPlaceInput, searchPlaceInput } from '@/domain/input/place'
import { apartView, mergeEffectView, usesView } from '../merge-view'
import { procedure, router } from '../trpc'
import { adoptPlace } from './adopt'
import { alikePlaces, doublePlaces, tellPlacesApart } from './alike'
import { changePlace } from './change'
import { createPlace } from './create'
import { mergePlace } from './merge'
import { getPlace, searchPlace } from './read'
import { placeMergeEffect, placeUses } from './uses'
import { alikeView, doublesView, placePage, placeView } from './view'

export const placeRouter = router({
  adopt: procedure.input(adoptPlaceInput).output(placeView).mutation(adoptPlace),
  alike: procedure.input(alikeInput).output(alikeView).query(alikePlaces),
  change: procedure.input(changePlaceInput).output(placeView).mutation(changePlace),
  create: procedure.input(createPlaceInput).output(placeView).mutation(createPlace),
  doubles: procedure.input(doublesInput).output(doublesView).query(doublePlaces),
  get: procedure.input(byId).output(placeView).query(getPlace),
  merge: procedure.input(mergeInput).output(placeView).mutation(mergePlace),
  mergeEffect: procedure.input(mergeEffectInput).output(mergeEffectView).query(placeMergeEffect),
  search: procedure.input(searchPlaceInput).output(placePage).query(searchPlace),
  tellApart: procedure.input(tellApartInput).output(apartView).mutation(tellPlacesApart),
  uses: procedure.input(byId).output(usesView).query(placeUses),
})
