import { allowed, refused, type Verdict } from './verdict'

/** The closed lists and the shapes behind what is being taken in. */
export const INTAKE_KINDS = ['url', 'file'] as const
export type IntakeKind = (typeof INTAKE_KINDS)[number]

/** `ready` waits for an editor's confirmation; `kept`, `cancelled` and (unless tried again) `failed` are ends. */
export const INTAKE_STATES = ['waiting', 'reading', 'ready', 'kept', 'failed', 'cancelled'] as const
export type IntakeState = (typeof INTAKE_STATES)[number]

/** What was read, and in words where: "schema.org datePublished". */
export type ReadFact = { value: string; from: string }

export type ReadFacts = Readonly<Record<'title' | 'byline' | 'outlet' | 'language' | 'published', ReadFact | null>>

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

/** Bytes of one file. */
export const MOST_BYTES = 25 * 1024 * 1024
/** Addresses in one list. */
export const MOST_LINES = 1_000
/** Addresses that may be asked for in an hour: by one person, and by the team. A list counts with all its lines. */
export const MOST_FETCHES = { person: 1_500, team: 6_000 } as const
/** Of an incident: what waits, is read, waits to be confirmed or has failed, lists apart. */
export const MOST_UNFINISHED = 200

export const isUnderWay = (state: IntakeState): boolean => state === 'waiting' || state === 'reading'

type Asked = {
  own: number
  team: number
  wanted: number
  /** Until the oldest of them is an hour old. */ minutes: number
}

/** May so many more pages be fetched now? */
export function mayFetch({ own, team, wanted, minutes }: Asked): Verdict {
  const lift = `Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, or paste the text.`
  if (own + wanted > MOST_FETCHES.person)
    return refused(
      'intake.limit-person',
      `You have asked for ${own.toLocaleString('en')} pages in the last hour; ${MOST_FETCHES.person.toLocaleString('en')} is the most.`,
      lift,
    )
  if (team + wanted > MOST_FETCHES.team)
    return refused(
      'intake.limit-team',
      `The team has asked for ${team.toLocaleString('en')} pages in the last hour; ${MOST_FETCHES.team.toLocaleString('en')} is the most.`,
      lift,
    )
  return allowed
}

/** May what was read be kept? Once, by whoever is first. */
export function mayKeep(state: IntakeState): Verdict {
  if (state === 'ready') return allowed
  if (state === 'kept') return refused('intake.kept', 'Somebody has kept this already.', 'Look among the sources.')
  if (state === 'cancelled') return refused('intake.cancelled', 'This was cancelled.', 'Ask for it again.')
  return refused('intake.not-ready', 'This has not been read yet.', 'Wait until it has.')
}

export function mayCancel(state: IntakeState): Verdict {
  if (state === 'kept') return refused('intake.kept', 'Somebody has kept this already.', 'Look among the sources.')
  if (state === 'cancelled') return refused('intake.cancelled', 'This is cancelled already.')
  return allowed
}

export function mayRetry(state: IntakeState): Verdict {
  if (state === 'failed') return allowed
  return refused('intake.not-failed', 'Only what has failed can be tried again.')
}

/** An address that is wrong stays so. */
const FINAL_OF_PAGES: ReadonlySet<string> = new Set(['address', 'scheme', 'port', 'credentials', 'twice'])
/** Whoever reads the same bytes once more finds the same; of a page there may be others tomorrow. */
const FINAL_OF_FILES: ReadonlySet<string> = new Set([
  'type',
  'encrypted',
  'empty',
  'unreadable',
  'too_large',
  'too_deep',
])
const PICTURE = /\.(png|jpe?g|webp|gif|bmp|tiff?|avif|heic)$/i

type Failed = { kind: IntakeKind; fileName: string | null; refusalCode: string | null }

/** What else can be done about something that failed: a page can always be pasted, a picture or an archive has no text. */
export function waysOn({ kind, fileName, refusalCode }: Failed): { again: boolean; paste: boolean } {
  if (kind === 'url') return { again: !FINAL_OF_PAGES.has(refusalCode ?? ''), paste: true }
  const isText = refusalCode !== 'type' && refusalCode !== 'lost' && !PICTURE.test(fileName ?? '')
  return { again: !FINAL_OF_FILES.has(refusalCode ?? ''), paste: isText }
}

/** May a source's page be read again? */
export function mayCheck(url: string | null): Verdict {
  if (url !== null) return allowed
  return refused('intake.no-address', 'This source has no address that could be read again.', 'Add its address first.')
}

/** The host of an address, for events; null where it has none. */
export function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname : null
}
