import { readLeafInput, readPartInput, readRecordsInput, readTileInput } from '@/domain/input/log'
import { openQuery } from '../command'
import { openProcedure, router } from '../trpc'
import { showPart, showRecords } from './dump'
import { showCheckpoint, showDocument, showProof, showTile } from './read'
import { showStyles } from './styles'
import { checkpointView, documentView, partView, proofView, recordListView, stylesView, tileView } from './view'

/** The publication log, which anybody may read: it says nothing that is not public. */
export const logRouter = router({
  checkpoint: openProcedure.output(checkpointView).query(openQuery(({ db }) => showCheckpoint(db))),
  document: openProcedure
    .input(readLeafInput)
    .output(documentView)
    .query(openQuery(({ db, input }) => showDocument(db, input))),
  part: openProcedure
    .input(readPartInput)
    .output(partView)
    .query(openQuery(({ db, input }) => showPart(db, input))),
  proof: openProcedure
    .input(readLeafInput)
    .output(proofView)
    .query(openQuery(({ db, input }) => showProof(db, input))),
  records: openProcedure
    .input(readRecordsInput)
    .output(recordListView)
    .query(openQuery(({ db, input }) => showRecords(db, input))),
  styles: openProcedure.output(stylesView).query(openQuery(({ db }) => showStyles(db))),
  tile: openProcedure
    .input(readTileInput)
    .output(tileView)
    .query(openQuery(({ db, input }) => showTile(db, input))),
})
