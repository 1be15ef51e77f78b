import { z } from 'zod'
import { retractionSchema, snapshotSchema } from '../snapshot-schema'
import { HEADINGS } from '../levels'
import {
  accountListSchema,
  accountSchema,
  dumpListSchema,
  embedSchema,
  listedAccountSchema,
  problemSchema,
} from './schema'

const COMPONENTS = {
  Problem: problemSchema,
  ListedAccount: listedAccountSchema,
  Block: snapshotSchema.shape.summary.element,
  AccountList: accountListSchema,
  Snapshot: snapshotSchema,
  Retraction: retractionSchema,
  Account: accountSchema,
  DumpList: dumpListSchema,
  Embed: embedSchema,
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

const text = (name: string, description: string) => ({ name, in: 'query', description, schema: { type: 'string' } })
const size = (name: string, description: string) => ({
  name,
  in: 'query',
  description,
  schema: { type: 'integer', minimum: 1 },
})
const file = (description: string, ...types: string[]) => ({
  description,
  content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' } }])),
})

/** What narrows a feed, as the front page is narrowed. */
const NARROWED = [
  text('q', 'Words'),
  text('place', 'A place, in any of its names'),
  text('party', 'A party or claimant'),
  text('tag', 'A tag'),
  { name: 'level', in: 'query', description: 'The central claim is', schema: { enum: HEADINGS } },
]

const corrections = (format: string, type: string) => ({
  get: {
    operationId: `readCorrections${format}`,
    summary: `The newest corrections, updates, clarifications and retractions as ${format}`,
    responses: { '200': file('The feed', type), '304': UNCHANGED, '400': ERRORS['400'], '503': ERRORS['503'] },
  },
})

const feed = (format: string, type: string) => ({
  get: {
    operationId: `readFeed${format}`,
    summary: `The newest publications as ${format}, all or narrowed`,
    parameters: NARROWED,
    responses: { '200': file('The feed', type), '304': UNCHANGED, '400': ERRORS['400'], '503': ERRORS['503'] },
  },
})

/** What lies beside the accounts: feeds, dumps, frames. */
const BESIDE = {
  '/feed.atom': feed('Atom', 'application/atom+xml'),
  '/feed.rss': feed('RSS', 'application/rss+xml'),
  '/feed.json': feed('JSON', 'application/feed+json'),
  '/corrections/feed.atom': corrections('Atom', 'application/atom+xml'),
  '/corrections/feed.rss': corrections('RSS', 'application/rss+xml'),
  '/corrections/feed.json': corrections('JSON', 'application/feed+json'),
  '/dumps/index.json': {
    get: {
      operationId: 'listDumps',
      summary: 'The dumps that there are',
      responses: { '200': answers('DumpList', 'The list'), '304': UNCHANGED, '503': ERRORS['503'] },
    },
  },
  '/dumps/{file}': {
    get: {
      operationId: 'readDump',
      summary: 'A thousand entries of the publication log, with the documents they are of, or a table made of them',
      parameters: [
        {
          name: 'file',
          in: 'path',
          required: true,
          schema: { type: 'string', pattern: '^(publications|claims)-(0|[1-9][0-9]*)[.](jsonl|csv)$' },
        },
      ],
      responses: {
        '200': file('The part', 'application/jsonl', 'text/csv'),
        '304': UNCHANGED,
        '404': answers('Problem', 'There is no such part'),
        '503': ERRORS['503'],
      },
    },
  },
  '/oembed': {
    get: {
      operationId: 'embed',
      summary: 'How an account is shown in a frame on another page (oEmbed 1.0)',
      parameters: [
        { ...text('url', 'Address of the account, or of one of its versions'), required: true },
        { name: 'format', in: 'query', schema: { enum: ['json', 'xml'], default: 'json' } },
        size('maxwidth', 'Pixels that there is room for'),
        size('maxheight', 'Pixels that there is room for'),
      ],
      responses: {
        '200': {
          description: 'The frame',
          content: { 'application/json': { schema: ref('Embed') }, 'text/xml': { schema: { type: 'string' } } },
        },
        '304': UNCHANGED,
        '400': ERRORS['400'],
        '404': ERRORS['404'],
        '501': answers('Problem', 'There is no such format'),
        '503': ERRORS['503'],
      },
    },
  },
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
      ...BESIDE,
    },
    components: { schemas: schemas() },
  }
}
