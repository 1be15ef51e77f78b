import {
  addSource,
  claimsOf,
  evidenceOf,
  exclude,
  newId,
  passageOf,
  type Caller,
  type Held,
  type Workspace,
} from './newsroom'
import type { Records } from './records'
import type { PersonKey } from './person'
import type { DemoNewsroom } from './room'
import type { RouterInputs } from './router-types'

type PartyKey = keyof Records['party']
type Attach = RouterInputs['evidence']['attach']
type NewOrigin = Extract<Attach['origin'], { kind: 'new' }>

type SourceLine = Omit<RouterInputs['source']['add'], 'incidentId' | 'kind' | 'outletId'> & {
  kind?: RouterInputs['source']['add']['kind']
  by: PersonKey
  outlet?: PartyKey
  /** Passages marked as not part of the article. */
  excluded?: string[]
}

type EvidenceLine = {
  by: PersonKey
  source: string
  quote: string
  /** Absent: background. */
  claim?: string
  stance?: 'supports' | 'disputes'
  /** Named anew, the same as another piece's, or absent: unknown. */
  origin?: { same: string } | (Pick<NewOrigin, 'channel' | 'mode' | 'dated'> & { party?: PartyKey; first?: string })
  relays?: PartyKey[]
  /** Into English; by the desk unless it says otherwise. */
  english?: string
  translator?: string
}

type ClaimLine = { text: string; claimants?: PartyKey[]; firstAppeared?: string; isCentral?: true }

/** One incident up to the point where votes begin. Keys name its parts for the rest of its story. */
export type Story = {
  at: string
  by: PersonKey
  incident: {
    title: string
    type: RouterInputs['incident']['create']['type']
    occurred: string
    place: keyof Records['place']
    parties: PartyKey[]
    tags: string[]
  }
  sides?: { name: string; parties: PartyKey[] }[]
  sources: Record<string, SourceLine>
  lineage?: { by: PersonKey; source: string; of: string; kind: 'scrape' | 'quotes'; reason: string }[]
  questions?: { kind: RouterInputs['question']['add']['kind']; text: string; claims: Record<string, ClaimLine> }[]
  evidence?: Record<string, EvidenceLine>
}

/** Ids by the story's keys. */
export class Told {
  readonly #ids = new Map<string, string>()
  constructor(readonly incidentId: string) {}
  set(key: string, id: string): void {
    this.#ids.set(key, id)
  }
  id(key: string): string {
    const id = this.#ids.get(key)
    if (id === undefined) throw new Error(`the demo has no ${key}`)
    return id
  }
}

/** Enters the incident and everything the story says of it. */
export async function tell(room: DemoNewsroom, story: Story): Promise<Told> {
  room.clock.set(story.at)
  const told = await enter(room, story)
  const held = await takeIn(room, story, told)
  await draw(room, story, told)
  room.clock.pass(30)
  await ask(room, story, told)
  await attach(room, story, told, held)
  return told
}

async function enter({ people, records }: DemoNewsroom, { by, incident, sides = [] }: Story): Promise<Told> {
  const { place, parties, ...facts } = incident
  const partyIds = (keys: readonly PartyKey[]) => keys.map((key) => records.party[key])
  const made = await people[by].incident.create({
    ...facts,
    placeId: records.place[place],
    partyIds: partyIds(parties),
  })
  const { id, version } = made.incident
  if (sides.length > 0)
    await people[by].incident.setSides({
      id,
      version,
      sides: sides.map((side) => ({ id: null, name: side.name, partyIds: partyIds(side.parties) })),
    })
  return new Told(id)
}

async function takeIn(room: DemoNewsroom, { sources }: Story, told: Told): Promise<Map<string, Held>> {
  const held = new Map<string, Held>()
  for (const [key, { by, outlet, excluded = [], ...facts }] of Object.entries(sources)) {
    room.clock.pass(11)
    const caller = room.people[by]
    const before = await caller.incident.get({ id: told.incidentId })
    const outletId = outlet === undefined ? null : room.records.party[outlet]
    const source = await addSource(caller, before, { ...facts, outletId })
    for (const passage of excluded) await exclude(caller, told.incidentId, source, passage)
    held.set(key, source)
    told.set(key, source.sourceId)
  }
  return held
}

async function draw({ people, clock }: DemoNewsroom, { lineage = [] }: Story, told: Told): Promise<void> {
  for (const { by, source, of, kind, reason } of lineage) {
    clock.pass(4)
    const ends = { sourceId: told.id(source), ofId: told.id(of) }
    await people[by].lineage.draw({ incidentId: told.incidentId, ...ends, kind, reason, confirm: true })
  }
}

async function ask({ people, records }: DemoNewsroom, { by, questions = [] }: Story, told: Told): Promise<void> {
  const caller = people[by]
  const { incidentId } = told
  let workspace: Workspace = await caller.incident.get({ id: incidentId })
  for (const { kind, text, claims } of questions) {
    const asked = await caller.question.add({ incidentId, kind, text })
    const questionId = newId(workspace.questions, asked.questions)
    workspace = asked
    for (const [key, { text: words, claimants = [], firstAppeared = null, isCentral }] of Object.entries(claims)) {
      const claimantIds = claimants.map((party) => records.party[party])
      const after = await caller.claim.add({ questionId, text: words, claimantIds, firstSourceId: null, firstAppeared })
      const id = newId(claimsOf(workspace), claimsOf(after))
      const claim = claimsOf(after).find((row) => row.id === id)
      told.set(key, id)
      workspace = isCentral && claim && !claim.isCentral ? await centre(caller, claim) : after
    }
  }
}

function centre(caller: Caller, claim: { id: string; version: number }): Promise<Workspace> {
  return caller.claim.makeCentral({ id: claim.id, version: claim.version })
}

async function attach(room: DemoNewsroom, { evidence = {} }: Story, told: Told, held: Map<string, Held>) {
  for (const [key, line] of Object.entries(evidence)) told.set(key, await attachEvidence(room, line, told, held))
}

/** One piece of evidence, at any time in the story. Returns its id. */
export async function attachEvidence(
  { people, records, clock }: DemoNewsroom,
  line: EvidenceLine,
  told: Told,
  held: ReadonlyMap<string, Held>,
): Promise<string> {
  clock.pass(6)
  const caller = people[line.by]
  const source = held.get(line.source)
  if (!source) throw new Error(`the demo has no source ${line.source}`)
  const before = await caller.incident.get({ id: told.incidentId })
  const after = await caller.evidence.attach({
    incidentId: told.incidentId,
    ...passageOf(source, line.quote),
    claimId: line.claim === undefined ? null : told.id(line.claim),
    stance: line.stance ?? null,
    origin: originOf(line, told, before, records),
    relays: (line.relays ?? []).map((party) => records.party[party]),
    translation: translationOf(line),
  })
  return newId(evidenceOf(before), evidenceOf(after))
}

function originOf({ origin }: EvidenceLine, told: Told, workspace: Workspace, { party }: Records): Attach['origin'] {
  if (!origin) return { kind: 'unknown' }
  if ('same' in origin) {
    const other = evidenceOf(workspace).find((piece) => piece.id === told.id(origin.same))
    return other?.originId ? { kind: 'named', id: other.originId } : { kind: 'unknown' }
  }
  return {
    kind: 'new',
    channel: origin.channel,
    mode: origin.mode,
    dated: origin.dated,
    partyId: origin.party === undefined ? null : party[origin.party],
    firstSourceId: origin.first === undefined ? null : told.id(origin.first),
  }
}

function translationOf({ english, translator }: EvidenceLine): Attach['translation'] {
  if (english === undefined) return null
  return {
    text: english,
    language: 'en',
    method: translator === undefined ? 'desk' : 'machine',
    translator: translator ?? null,
  }
}
