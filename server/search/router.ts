import { countSearchInput, searchInput } from '@/domain/input/search'
import { procedure, router } from '../trpc'
import { countFound } from './count'
import { find } from './find'
import { searchCountView, searchView } from './view'

export const searchRouter = router({
  count: procedure.input(countSearchInput).output(searchCountView).query(countFound),
  find: procedure.input(searchInput).output(searchView).query(find),
})
