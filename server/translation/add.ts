import type { AddTranslationInput } from '@/domain/input/excerpt'
import { can, type Actor } from '@/domain/policy'
import { refused } from '@/domain/verdict'
import type { Scope } from '../command'
import { command } from '../command'
import { demand, refusal } from '../fault'
import { demandOpen } from '../incident/queries'
import { lockExcerpt } from '../excerpt/queries'
import { readWorkspace } from '../workspace/queries'
import { insertTranslation } from './queries'

/** A newer translation of an excerpt; voters saw the one before, so findings that rest on it go stale (rule 8). */
export const addTranslation = command(
  async ({ tx, actor, input, now, record, unchanged }: Scope<Actor, AddTranslationInput>) => {
    const { incidentId, excerptId, ...facts } = input
    const { incident, excerpt } = await lockExcerpt(tx, incidentId, excerptId)
    demand(can(actor, 'excerpt.edit'))
    demandOpen(incident)
    if (excerpt.withdrawnAt !== null) throw refusal(refused('excerpt.withdrawn', 'This excerpt was withdrawn.'))
    const id = await insertTranslation(tx, excerptId, facts, { actorId: actor.id, now })
    if (id === null) unchanged()
    else await record('translation.added', { subjectId: id, incidentId, detail: { language: facts.language } })
    return readWorkspace(tx, actor, incidentId)
  },
)
