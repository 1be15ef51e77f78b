// Somebody who pastes a source, for tests to kill while the transaction is under way.
import { createDb } from '../../db/client'
import type { Actor } from '../../domain/policy'
import { appRouter } from '../../server/router'
import { createCallerFactory } from '../../server/trpc'

const [url = '', actor = '', incidentId = '', text = ''] = process.argv.slice(2)
const { db } = createDb(url, { max: 2 })
const who = { db, actor: JSON.parse(actor) as Actor, sessionId: null, address: '127.0.0.1', now: () => new Date() }

await createCallerFactory(appRouter)(who).source.add({ incidentId, kind: 'document', medium: 'article', text })
