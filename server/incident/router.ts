import { byId } from '@/domain/input/common'
import {
  changeSlugInput,
  closeIncidentInput,
  createIncidentInput,
  editIncidentInput,
  findIncidentsInput,
  listIncidentsInput,
  relateInput,
  reopenIncidentInput,
  setSidesInput,
} from '@/domain/input/incident'
import { procedure, publishingProcedure, router } from '../trpc'
import { workspaceView } from '../workspace/view'
import { changeSlug } from './change-slug'
import { closeIncident } from './close'
import { createIncident } from './create'
import { editIncident } from './edit'
import { findIncidents } from './find'
import { getIncident } from './get'
import { joinIncident } from './join'
import { leaveIncident } from './leave'
import { listIncidents } from './list'
import { relateIncident } from './relate'
import { reopenIncident } from './reopen'
import { setSides } from './set-sides'
import { unrelateIncident } from './unrelate'
import { incidentHitsView, incidentListView } from './view'

export const incidentRouter = router({
  changeSlug: publishingProcedure.input(changeSlugInput).output(workspaceView).mutation(changeSlug),
  close: procedure.input(closeIncidentInput).output(workspaceView).mutation(closeIncident),
  create: procedure.input(createIncidentInput).output(workspaceView).mutation(createIncident),
  edit: procedure.input(editIncidentInput).output(workspaceView).mutation(editIncident),
  find: procedure.input(findIncidentsInput).output(incidentHitsView).query(findIncidents),
  get: procedure.input(byId).output(workspaceView).query(getIncident),
  join: procedure.input(byId).output(workspaceView).mutation(joinIncident),
  leave: procedure.input(byId).output(workspaceView).mutation(leaveIncident),
  list: procedure.input(listIncidentsInput).output(incidentListView).query(listIncidents),
  relate: procedure.input(relateInput).output(workspaceView).mutation(relateIncident),
  reopen: procedure.input(reopenIncidentInput).output(workspaceView).mutation(reopenIncident),
  setSides: procedure.input(setSidesInput).output(workspaceView).mutation(setSides),
  unrelate: procedure.input(relateInput).output(workspaceView).mutation(unrelateIncident),
})
