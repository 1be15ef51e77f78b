import { readFileSync } from 'node:fs'
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm'

/** What keeps a document from being of a format, as libxml2 says it; empty: nothing. */
export function faultsOf(xml: string, format: 'atom' | 'rss' | 'sitemap'): string {
  using schema = XmlDocument.fromString(readFileSync(new URL(`./${format}.rng`, import.meta.url), 'utf8'))
  // oxlint-disable-next-line typescript/no-deprecated -- libxml2 may drop RELAX NG one day; until then it is the one validator of it that runs here
  using validator = RelaxNGValidator.fromDoc(schema)
  try {
    using document = XmlDocument.fromString(xml)
    validator.validate(document)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const text = { type: 'string', minLength: 1 }
const address = { type: 'string', format: 'uri' }

/** JSON Feed 1.1 (jsonfeed.org/version/1.1), as far as it says must. */
export const jsonFeedSchema = {
  type: 'object',
  required: ['version', 'title', 'items'],
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: text,
    home_page_url: address,
    feed_url: address,
    description: text,
    language: { type: 'string', pattern: '^[a-z]{2,3}(-[A-Za-z0-9]+)*$' },
    authors: {
      type: 'array',
      items: { type: 'object', anyOf: [{ required: ['name'] }, { required: ['url'] }], properties: { name: text } },
    },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id'],
        anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
        properties: {
          id: text,
          url: address,
          title: text,
          content_html: { type: 'string' },
          date_published: { type: 'string', format: 'date-time' },
          date_modified: { type: 'string', format: 'date-time' },
        },
      },
    },
  },
  not: { anyOf: [{ required: ['author'] }] },
}
