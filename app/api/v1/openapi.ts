import { z } from 'zod'
import { retractionSchema, snapshotSchema } from '@/domain/snapshot-schema'
import { accountListSchema, accountSchema, listedAccountSchema, problemSchema } from './schema'

const COMPONENTS = {
  Problem: problemSchema,
  ListedAccount: listedAccountSchema,
  Block: snapshotSchema.shape.summary.element,
  AccountList: accountListSchema,
  Snapshot: snapshotSchema,
  Retraction: retractionSchema,
  Account: accountSchema,
}

const uri = (id: string) => `#/components/schemas/${id}`

/** JSON Schema 2020-12 of what the interface answers with, from the schemas that it answers by. */
function schemas(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(COMPONENTS)) registry.add(schema, { id })
  const made = z.toJSONSchema(registry, { uri, target: 'draft-2020-12' }).schemas
  return Object.fromEntries(Object.entries(made).map(([id, { $schema: _schema, $id: _id, ...schema }]) => [id, schema]))
}

const ref = (id: keyof typeof COMPONENTS) => ({ $ref: uri(id) })
const answers = (id: keyof typeof COMPONENTS, description: string) => ({
  description,
  content: { [id === 'Problem' ? 'application/problem+json' : 'application/json']: { schema: ref(id) } },
})

const CURSOR = { name: 'cursor', in: 'query', description: 'From nextCursor', schema: { type: 'string' } }
const SLUG = { name: 'slug', in: 'path', required: true, schema: { type: 'string' } }
const VERSION = {
  name: 'v',
  in: 'query',
  description: 'Number of the version; the newest without it',
  schema: { type: 'integer', minimum: 1 },
}

const UNCHANGED = { description: 'It is what the ETag in If-None-Match says' }

const ERRORS = {
  '400': answers('Problem', 'A parameter is unknown, given twice or out of range'),
  '404': answers('Problem', 'There is no such account or version'),
  '405': answers('Problem', 'The interface is for reading'),
  '503': answers('Problem', 'The accounts cannot be read just now; Retry-After says when to ask again'),
}

/** OpenAPI 3.1 of the public interface. */
export function openApi({ title, server }: { title: string; server: string }) {
  return {
    openapi: '3.1.0',
    info: {
      title,
      version: '1',
      description:
        'Published accounts of incidents, as JSON. Times are UTC; when something happened is EDTF. The hash of a version is the SHA-256 of its document as canonical JSON (RFC 8785). Each version is an entry of the publication log, a Merkle tree (RFC 6962) served as C2SP tlog-tiles under /log/.',
    },
    servers: [{ url: server }],
    paths: {
      '/api/v1/incidents': {
        get: {
          operationId: 'listAccounts',
          summary: 'The newest publication of each incident, newest first',
          parameters: [CURSOR],
          responses: {
            '200': answers('AccountList', 'A page of accounts'),
            '304': UNCHANGED,
            '400': ERRORS['400'],
            '405': ERRORS['405'],
            '503': ERRORS['503'],
          },
        },
      },
      '/api/v1/incidents/{slug}': {
        get: {
          operationId: 'readAccount',
          summary: 'One version of an account',
          parameters: [SLUG, VERSION],
          responses: {
            '200': answers('Account', 'The account'),
            '304': UNCHANGED,
            '308': {
              description: 'The account has another address now',
              headers: { Location: { schema: { type: 'string' } } },
            },
            ...ERRORS,
          },
        },
      },
    },
    components: { schemas: schemas() },
  }
}
