import { addSourceInput, editSourceInput, linkSourceInput, searchSourceInput } from '@/domain/input/source'
import { procedure, router } from '../trpc'
import { workspaceView } from '../workspace/view'
import { addSource } from './add'
import { editSource } from './edit'
import { linkSource } from './link'
import { searchSources } from './search'
import { sourceListView } from './view'

export const sourceRouter = router({
  add: procedure.input(addSourceInput).output(workspaceView).mutation(addSource),
  edit: procedure.input(editSourceInput).output(workspaceView).mutation(editSource),
  link: procedure.input(linkSourceInput).output(workspaceView).mutation(linkSource),
  search: procedure.input(searchSourceInput).output(sourceListView).query(searchSources),
})
