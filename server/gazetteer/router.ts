import { searchGazetteerInput } from '@/domain/input/place'
import { procedure, router } from '../trpc'
import { searchGazetteer } from './search'
import { entriesView } from './view'

export const gazetteerRouter = router({
  search: procedure.input(searchGazetteerInput).output(entriesView).query(searchGazetteer),
})
