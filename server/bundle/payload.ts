import type { Payload } from './bag'

/** Keys in the order in which they were written: what is written the same way gives the same bytes. */
export const json = (name: string, value: unknown): Payload => text(name, `${JSON.stringify(value, null, 2)}\n`)

export const text = (name: string, content: string): Payload => ({ name, content: Buffer.from(content, 'utf8') })

type Quote = { exact: string; prefix: string; suffix: string; start: number; end: number }
type Translated = { text: string; language: string; method: string; translator: string | null }

type Passage = {
  /** An IRI. */
  id: string
  /** The IRI of the text it was cut from. */
  of: string
  quote: Quote
  translation: Translated | null
  /** More, under names of our own. */
  more: Readonly<Record<string, unknown>>
}

/** The hash of a text as an IRI (RFC 6920). */
export const hashIri = (sha256: string): string => `ni:///sha-256;${Buffer.from(sha256, 'hex').toString('base64url')}`

/** A W3C Web Annotation of one passage; positions are Unicode code points, as the model asks. */
function annotationOf({ id, of, quote: { exact, prefix, suffix, start, end }, translation, more }: Passage) {
  return {
    id,
    type: 'Annotation',
    motivation: 'highlighting',
    ...(translation !== null && {
      body: {
        type: 'TextualBody',
        purpose: 'describing',
        value: translation.text,
        language: translation.language,
        format: 'text/plain',
        'assay:method': translation.method,
        'assay:translator': translation.translator,
      },
    }),
    target: {
      source: of,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
    },
    ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`assay:${name}`, value])),
  }
}

/** All passages as one JSON-LD document. */
export function annotations(passages: readonly Passage[]): Payload {
  return json('annotations.jsonld', {
    '@context': ['http://www.w3.org/ns/anno.jsonld', { assay: 'urn:assay:' }],
    type: 'AnnotationCollection',
    'assay:positions': 'Unicode code points, end exclusive, in the text whose SHA-256 the source is',
    total: passages.length,
    first: { type: 'AnnotationPage', startIndex: 0, items: passages.map(annotationOf) },
  })
}
