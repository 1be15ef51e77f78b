import {
  confirmRedactionInput,
  declineRedactionInput,
  listRedactionsInput,
  proposeRedactionInput,
} from '@/domain/input/redaction'
import { procedure, publishingProcedure, router } from '../trpc'
import { confirmRedaction } from './confirm'
import { declineRedaction } from './decline'
import { listRedactions } from './list'
import { proposeRedaction } from './propose'
import { redactionList, redactionResult } from './view'

export const redactionRouter = router({
  confirm: publishingProcedure.input(confirmRedactionInput).output(redactionResult).mutation(confirmRedaction),
  decline: procedure.input(declineRedactionInput).output(redactionResult).mutation(declineRedaction),
  list: procedure.input(listRedactionsInput).output(redactionList).query(listRedactions),
  propose: procedure.input(proposeRedactionInput).output(redactionResult).mutation(proposeRedaction),
})
