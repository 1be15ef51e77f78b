import {
  chooseBylineInput,
  discardRevisionInput,
  draftRevisionInput,
  listVersionsInput,
  previewRevisionInput,
  requestChangesInput,
  saveRevisionInput,
  submitRevisionInput,
  withdrawRevisionInput,
} from '@/domain/input/revision'
import { procedure, router } from '../trpc'
import { workspaceView } from '../workspace/view'
import { chooseByline } from './choose-byline'
import { discardRevision } from './discard'
import { draftRevision } from './draft'
import { previewRevision } from './preview'
import { requestChanges } from './request-changes'
import { saveRevision } from './save'
import { submitRevision } from './submit'
import { listVersions } from './versions'
import { previewView, savedView, versionList } from './view'
import { withdrawRevision } from './withdraw'

export const revisionRouter = router({
  chooseByline: procedure.input(chooseBylineInput).output(workspaceView).mutation(chooseByline),
  discard: procedure.input(discardRevisionInput).output(workspaceView).mutation(discardRevision),
  draft: procedure.input(draftRevisionInput).output(workspaceView).mutation(draftRevision),
  preview: procedure.input(previewRevisionInput).output(previewView).query(previewRevision),
  requestChanges: procedure.input(requestChangesInput).output(workspaceView).mutation(requestChanges),
  save: procedure.input(saveRevisionInput).output(savedView).mutation(saveRevision),
  submit: procedure.input(submitRevisionInput).output(workspaceView).mutation(submitRevision),
  versions: procedure.input(listVersionsInput).output(versionList).query(listVersions),
  withdraw: procedure.input(withdrawRevisionInput).output(workspaceView).mutation(withdrawRevision),
})
