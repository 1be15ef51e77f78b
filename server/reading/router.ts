import {
  browseInput,
  calledInput,
  listAccountsInput,
  listAddressesInput,
  listChangesInput,
  listCorrectionsInput,
  listFeedInput,
  readAccountInput,
} from '@/domain/input/reading'
import { openQuery } from '../command'
import { openProcedure, router } from '../trpc'
import { readAccount } from './account'
import { readBrowse, readCalled } from './browse'
import { listAddresses } from './addresses'
import { readChanges } from './changes'
import { listCorrections } from './corrections'
import { listFeed } from './feed'
import { readFrame } from './frame'
import { listAccounts } from './list'
import { readSettings } from './settings'
import {
  accountListView,
  accountView,
  addressListView,
  browseView,
  calledView,
  changesView,
  correctionListView,
  feedView,
  frameView,
  settingsView,
} from './view'

/** What readers get. It reads publications, their notices and addresses, and the organisation's name: a draft cannot leak. */
export const readingRouter = router({
  frame: openProcedure.output(frameView).query(openQuery(({ db }) => readFrame(db))),
  list: openProcedure
    .input(listAccountsInput)
    .output(accountListView)
    .query(openQuery(({ db, input }) => listAccounts(db, input))),
  settings: openProcedure.output(settingsView).query(openQuery(({ db }) => readSettings(db))),
  browse: openProcedure
    .input(browseInput)
    .output(browseView)
    .query(openQuery(({ db, input }) => readBrowse(db, input?.language ?? 'en'))),
  called: openProcedure
    .input(calledInput)
    .output(calledView)
    .query(openQuery(({ db, input }) => readCalled(db, input))),
  account: openProcedure
    .input(readAccountInput)
    .output(accountView)
    .query(openQuery(({ db, input }) => readAccount(db, input))),
  changes: openProcedure
    .input(listChangesInput)
    .output(changesView)
    .query(openQuery(({ db, input }) => readChanges(db, input))),
  corrections: openProcedure
    .input(listCorrectionsInput)
    .output(correctionListView)
    .query(openQuery(({ db, input }) => listCorrections(db, input))),
  feed: openProcedure
    .input(listFeedInput.optional())
    .output(feedView)
    .query(openQuery(({ db, input }) => listFeed(db, input))),
  addresses: openProcedure
    .input(listAddressesInput)
    .output(addressListView)
    .query(openQuery(({ db, input }) => listAddresses(db, input))),
})
