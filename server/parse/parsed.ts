/** What the bytes are said to be, by whoever sent them: never believed over the bytes themselves. */
export type Hint = { mediaType: string | null; charset: string | null; url: string | null }

/** Something a document says of itself, and where it was read, in words: "schema.org datePublished". */
export type Fact = { value: string; from: string }

export const FACTS = ['title', 'byline', 'outlet', 'language', 'published'] as const
export type Facts = Record<(typeof FACTS)[number], Fact | null>

export type ParsedText = {
  kind: 'text'
  /** Found from the bytes: text/html, text/plain or application/pdf. */
  mediaType: string
  /** Not yet normalised: the capture's one normalisation is its keeper's. */
  text: string
  /** Where each page of a PDF begins in `text`, in code points. */
  pageStarts: number[] | null
  /** `published` is an EDTF value that `isWhen` takes, `language` a BCP 47 tag. */
  facts: Facts
  /** What read it, with versions, for the capture to state. */
  parser: string
}

export type ParsedImage = {
  kind: 'image'
  /** Found from the bytes: image/png, image/jpeg or image/webp. */
  mediaType: string
  /** Of the original in pixels, as it is seen: with its orientation applied. */
  width: number
  height: number
  exif: { name: string; value: string }[]
  /** Encoded anew from the pixels alone: nothing of the original's metadata. At most 2,560 px wide and high. */
  shown: Buffer
  shownMediaType: string
  parser: string
}

export type Parsed = ParsedText | ParsedImage

export const PARSE_REFUSALS = [
  'type',
  'too_large',
  'too_slow',
  'too_much_memory',
  'too_deep',
  'encrypted',
  'empty',
  'unreadable',
] as const
export type ParseRefusal = (typeof PARSE_REFUSALS)[number]

/** Bytes that cannot be taken in; the message is for the editor who gave them. */
export class ParseRefused extends Error {
  override readonly name = 'ParseRefused'
  constructor(
    readonly code: ParseRefusal,
    message: string,
  ) {
    super(message)
  }
}
