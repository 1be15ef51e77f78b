/** The closed lists and the shapes behind what is being taken in. */
export const INTAKE_KINDS = ['url', 'file'] as const
export type IntakeKind = (typeof INTAKE_KINDS)[number]

/** `ready` waits for an editor's confirmation; `kept`, `cancelled` and (unless tried again) `failed` are ends. */
export const INTAKE_STATES = ['waiting', 'reading', 'ready', 'kept', 'failed', 'cancelled'] as const
export type IntakeState = (typeof INTAKE_STATES)[number]

/** What was read, and in words where: "schema.org datePublished". */
export type ReadFact = { value: string; from: string }

export type ReadFacts = Readonly<
  Record<'title' | 'byline' | 'outlet' | 'language' | 'published', ReadFact | null | undefined>
>

/** What was read from a picture beside its pixels; `shownSha256` is its re-encoded copy in the store. */
export type ReadImage = {
  width: number
  height: number
  exif: { name: string; value: string }[]
  shownSha256: string
  shownMediaType: string
}

/** How a page came: what stands beside its bytes in a capture. */
export type FetchFacts = {
  requestedUrl: string
  finalUrl: string
  status: number
  headers: [string, string][]
  redirects: { url: string; status: number }[]
  certificateSha256: string | null
  /** ISO 8601, UTC. */
  fetchedAt: string
}
