import {
  approveRenditionInput,
  beginRenditionInput,
  endRenditionInput,
  listRenditionsInput,
  publishRenditionInput,
  renditionById,
  returnRenditionInput,
  saveRenditionInput,
  submitRenditionInput,
  takeBackRenditionInput,
} from '@/domain/input/rendition'
import { procedure, publishingProcedure, router } from '../trpc'
import { beginRendition } from './begin'
import { discardRendition, withdrawRendition } from './end'
import { listRenditions } from './list'
import { publishRendition, takeBackRendition } from './publish'
import { readRendition } from './read'
import { approveRendition, returnRendition } from './review'
import { saveRendition } from './save'
import { submitRendition } from './submit'
import { renditionList, renditionView, savedRendition } from './view'

export const renditionRouter = router({
  approve: procedure.input(approveRenditionInput).output(renditionView).mutation(approveRendition),
  begin: procedure.input(beginRenditionInput).output(renditionView).mutation(beginRendition),
  discard: procedure.input(endRenditionInput).output(renditionView).mutation(discardRendition),
  list: procedure.input(listRenditionsInput).output(renditionList).query(listRenditions),
  publish: publishingProcedure.input(publishRenditionInput).output(renditionView).mutation(publishRendition),
  read: procedure.input(renditionById).output(renditionView).query(readRendition),
  requestChanges: procedure.input(returnRenditionInput).output(renditionView).mutation(returnRendition),
  save: procedure.input(saveRenditionInput).output(savedRendition).mutation(saveRendition),
  submit: procedure.input(submitRenditionInput).output(renditionView).mutation(submitRendition),
  takeBack: publishingProcedure.input(takeBackRenditionInput).output(renditionView).mutation(takeBackRendition),
  withdraw: procedure.input(endRenditionInput).output(renditionView).mutation(withdrawRendition),
})
