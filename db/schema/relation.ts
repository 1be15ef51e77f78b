import { relations } from 'drizzle-orm'
import { claim, claimClaimant, question } from './claim'
import { evidence, evidenceRelay, excerpt, origin, translation } from './evidence'
import {
  incident,
  incidentMember,
  incidentParty,
  incidentRelation,
  incidentTag,
  notice,
  side,
  sideParty,
} from './incident'
import { account } from './account'
import { outletGrade, party, partyAlias } from './party'
import { place, placeName } from './place'
import { publication, review, revision, revisionAuthor } from './revision'
import { capture, exclusion, incidentSource, source } from './source'

/** How the tables hang together, for reads that fetch a whole tree in one statement. */
export const partyRelations = relations(party, ({ many }) => ({
  aliases: many(partyAlias),
  grades: many(outletGrade),
}))
export const partyAliasRelations = relations(partyAlias, ({ one }) => ({
  party: one(party, { fields: [partyAlias.partyId], references: [party.id] }),
}))
export const outletGradeRelations = relations(outletGrade, ({ one }) => ({
  party: one(party, { fields: [outletGrade.partyId], references: [party.id] }),
  grader: one(account, { fields: [outletGrade.gradedBy], references: [account.id] }),
}))
export const placeRelations = relations(place, ({ many }) => ({ names: many(placeName) }))
export const placeNameRelations = relations(placeName, ({ one }) => ({
  place: one(place, { fields: [placeName.placeId], references: [place.id] }),
}))

export const incidentRelations = relations(incident, ({ one, many }) => ({
  place: one(place, { fields: [incident.placeId], references: [place.id] }),
  tags: many(incidentTag),
  parties: many(incidentParty),
  sides: many(side),
  members: many(incidentMember),
  relatesTo: many(incidentRelation, { relationName: 'from' }),
  relatedBy: many(incidentRelation, { relationName: 'to' }),
  notices: many(notice),
  origins: many(origin),
  publications: many(publication),
  questions: many(question),
  sources: many(incidentSource),
}))
export const incidentTagRelations = relations(incidentTag, ({ one }) => ({
  incident: one(incident, { fields: [incidentTag.incidentId], references: [incident.id] }),
}))
export const incidentPartyRelations = relations(incidentParty, ({ one }) => ({
  incident: one(incident, { fields: [incidentParty.incidentId], references: [incident.id] }),
  party: one(party, { fields: [incidentParty.partyId], references: [party.id] }),
}))
export const incidentMemberRelations = relations(incidentMember, ({ one }) => ({
  incident: one(incident, { fields: [incidentMember.incidentId], references: [incident.id] }),
  account: one(account, { fields: [incidentMember.accountId], references: [account.id] }),
}))
export const incidentRelationRelations = relations(incidentRelation, ({ one }) => ({
  incident: one(incident, {
    fields: [incidentRelation.incidentId],
    references: [incident.id],
    relationName: 'from',
  }),
  other: one(incident, { fields: [incidentRelation.otherId], references: [incident.id], relationName: 'to' }),
}))
export const sideRelations = relations(side, ({ one, many }) => ({
  incident: one(incident, { fields: [side.incidentId], references: [incident.id] }),
  parties: many(sideParty),
}))
export const sidePartyRelations = relations(sideParty, ({ one }) => ({
  side: one(side, { fields: [sideParty.sideId], references: [side.id] }),
  party: one(party, { fields: [sideParty.partyId], references: [party.id] }),
}))
export const noticeRelations = relations(notice, ({ one }) => ({
  incident: one(incident, { fields: [notice.incidentId], references: [incident.id] }),
}))

export const questionRelations = relations(question, ({ one, many }) => ({
  incident: one(incident, { fields: [question.incidentId], references: [incident.id] }),
  claims: many(claim),
}))
export const claimRelations = relations(claim, ({ one, many }) => ({
  question: one(question, { fields: [claim.questionId], references: [question.id] }),
  claimants: many(claimClaimant),
  evidence: many(evidence),
}))
export const claimClaimantRelations = relations(claimClaimant, ({ one }) => ({
  claim: one(claim, { fields: [claimClaimant.claimId], references: [claim.id] }),
  party: one(party, { fields: [claimClaimant.partyId], references: [party.id] }),
}))

export const incidentSourceRelations = relations(incidentSource, ({ one }) => ({
  incident: one(incident, { fields: [incidentSource.incidentId], references: [incident.id] }),
  source: one(source, { fields: [incidentSource.sourceId], references: [source.id] }),
}))
export const sourceRelations = relations(source, ({ one, many }) => ({
  outlet: one(party, { fields: [source.outletId], references: [party.id] }),
  captures: many(capture),
}))
export const captureRelations = relations(capture, ({ one, many }) => ({
  source: one(source, { fields: [capture.sourceId], references: [source.id] }),
  exclusions: many(exclusion),
  excerpts: many(excerpt),
}))
export const exclusionRelations = relations(exclusion, ({ one }) => ({
  capture: one(capture, { fields: [exclusion.captureId], references: [capture.id] }),
}))

export const excerptRelations = relations(excerpt, ({ one, many }) => ({
  capture: one(capture, { fields: [excerpt.captureId], references: [capture.id] }),
  translations: many(translation),
  evidence: many(evidence),
}))
export const translationRelations = relations(translation, ({ one }) => ({
  excerpt: one(excerpt, { fields: [translation.excerptId], references: [excerpt.id] }),
}))
export const originRelations = relations(origin, ({ one }) => ({
  incident: one(incident, { fields: [origin.incidentId], references: [incident.id] }),
  party: one(party, { fields: [origin.partyId], references: [party.id] }),
}))
export const evidenceRelations = relations(evidence, ({ one, many }) => ({
  excerpt: one(excerpt, { fields: [evidence.excerptId], references: [excerpt.id] }),
  claim: one(claim, { fields: [evidence.claimId], references: [claim.id] }),
  origin: one(origin, { fields: [evidence.originId], references: [origin.id] }),
  relays: many(evidenceRelay),
}))
export const evidenceRelayRelations = relations(evidenceRelay, ({ one }) => ({
  evidence: one(evidence, { fields: [evidenceRelay.evidenceId], references: [evidence.id] }),
  party: one(party, { fields: [evidenceRelay.partyId], references: [party.id] }),
}))

export const revisionRelations = relations(revision, ({ one, many }) => ({
  incident: one(incident, { fields: [revision.incidentId], references: [incident.id] }),
  authors: many(revisionAuthor),
  reviews: many(review),
}))
export const revisionAuthorRelations = relations(revisionAuthor, ({ one }) => ({
  revision: one(revision, { fields: [revisionAuthor.revisionId], references: [revision.id] }),
  account: one(account, { fields: [revisionAuthor.accountId], references: [account.id] }),
}))
export const reviewRelations = relations(review, ({ one }) => ({
  revision: one(revision, { fields: [review.revisionId], references: [revision.id] }),
  account: one(account, { fields: [review.accountId], references: [account.id] }),
}))
export const publicationRelations = relations(publication, ({ one }) => ({
  incident: one(incident, { fields: [publication.incidentId], references: [incident.id] }),
}))
