import { checkSourceInput } from '@/domain/input/capture'
import {
  askListInput,
  askUrlInput,
  failuresInput,
  keepIntakeInput,
  listIntakeInput,
  ofIntakeInput,
  ofIntakeListInput,
} from '@/domain/input/intake'
import { procedure, router } from '../trpc'
import { askUrl } from './ask'
import { askList } from './ask-list'
import { cancelIntake, cancelList, discardFailed, discardList } from './cancel'
import { checkSource, readCheck } from './check'
import { keepIntake } from './keep'
import { listFailures, listLines } from './lines'
import { readIntakeView } from './read'
import { retryIntake } from './retry'
import { listIntake } from './tray'
import { checkView, failuresView, keptView, linesView, readView, trayView } from './view'

export const intakeRouter = router({
  askList: procedure.input(askListInput).output(trayView).mutation(askList),
  askUrl: procedure.input(askUrlInput).output(trayView).mutation(askUrl),
  cancel: procedure.input(ofIntakeInput).output(trayView).mutation(cancelIntake),
  cancelList: procedure.input(failuresInput).output(trayView).mutation(cancelList),
  check: procedure.input(checkSourceInput).output(checkView).mutation(checkSource),
  checked: procedure.input(checkSourceInput).output(checkView).query(readCheck),
  discardFailed: procedure.input(listIntakeInput).output(trayView).mutation(discardFailed),
  discardList: procedure.input(failuresInput).output(trayView).mutation(discardList),
  failures: procedure.input(failuresInput).output(failuresView).query(listFailures),
  keep: procedure.input(keepIntakeInput).output(keptView).mutation(keepIntake),
  lines: procedure.input(ofIntakeListInput).output(linesView).query(listLines),
  list: procedure.input(listIntakeInput).output(trayView).query(listIntake),
  read: procedure.input(ofIntakeInput).output(readView).query(readIntakeView),
  retry: procedure.input(ofIntakeInput).output(trayView).mutation(retryIntake),
})
