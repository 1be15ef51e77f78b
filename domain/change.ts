import { z } from 'zod'
import { HEADINGS, LEVELS } from './levels'
import { INCIDENT_TYPES, PRECISIONS, STANCES } from './words'

/** What a sentence of a change speaks of; each has its name in the catalogue (`change.what`). */
const WHAT = [
  ...['title', 'address', 'type', 'when', 'place', 'parties', 'sides', 'tags', 'related'],
  ...['text', 'question', 'claimants', 'first', 'finding', 'origins', 'stance'],
  ...['bylines', 'organisation', 'organisationAddress', 'contact', 'language', 'quorum', 'approvals'],
] as const

/** Sentences that say no before and after. */
const NOTES = [
  ...['place', 'parties', 'related', 'added', 'removed', 'layout', 'scale'],
  ...['claimNew', 'claimGone', 'claimOrder', 'central', 'notCentral', 'first', 'votes', 'groups', 'rivals', 'evidence'],
  ...['passageNew', 'passageGone', 'confidentialNew', 'confidentialGone', 'numbers'],
  ...['confidential', 'origin', 'relays', 'translation', 'source', 'other'],
] as const

const text = z.string()

/** What stood, or stands, in a place: kept as it is, for each reader's language has its own word for it. */
const saidSchema = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('text'), text }),
  z.strictObject({ as: z.literal('names'), names: z.array(text) }),
  z.strictObject({ as: z.literal('sides'), sides: z.array(z.strictObject({ name: text, parties: z.array(text) })) }),
  z.strictObject({ as: z.literal('when'), edtf: text }),
  z.strictObject({ as: z.literal('number'), number: z.number() }),
  z.strictObject({ as: z.literal('type'), type: z.enum(INCIDENT_TYPES) }),
  z.strictObject({ as: z.literal('stance'), stance: z.enum(STANCES) }),
  z.strictObject({ as: z.literal('language'), tag: text }),
  z.strictObject({ as: z.literal('finding'), heading: z.enum(HEADINGS), level: z.enum(LEVELS) }),
  z.strictObject({
    as: z.literal('place'),
    name: text,
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    precision: z.enum(PRECISIONS),
  }),
])
export type Said = z.infer<typeof saidSchema>

/** One difference between two public documents. `about`: the part it is in; `key`: of the claim or evidence, if one. */
export const changeSchema = z.strictObject({
  about: z.enum(['incident', 'summary', 'claim', 'evidence', 'people', 'rules']),
  key: text.nullable(),
  /** The claim or the piece that the sentence is about, in words of the account; null where the sentence names it. */
  subject: z.strictObject({ kind: z.enum(['claim', 'passage', 'confidential']), text }).nullable(),
  says: z.discriminatedUnion('form', [
    z.strictObject({
      form: z.literal('changed'),
      what: z.enum(WHAT),
      before: saidSchema.nullable(),
      after: saidSchema.nullable(),
    }),
    z.strictObject({ form: z.literal('note'), note: z.enum(NOTES), text: text.nullable() }),
  ]),
})
export type Change = z.infer<typeof changeSchema>
