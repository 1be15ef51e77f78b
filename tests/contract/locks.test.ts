import { beforeAll, describe, expect, test } from 'vitest'
import { EVENT_KINDS } from '@/domain/event'
import { INTAKE_KINDS, INTAKE_STATES } from '@/domain/intake'
import { LANGUAGES } from '@/domain/language'
import { GRADES, LEVELS } from '@/domain/levels'
import { ROLES } from '@/domain/policy'
import { SEARCH_KINDS } from '@/domain/search'
import * as words from '@/domain/words'
import { INCIDENT_STATES, REVISION_STATES, ROUND_STATES, WORKING_STATES } from '@/domain/workflow'
import { BROKEN_CHECKS, BROKEN_UNIQUES } from '../harness/table/lock'
import * as act from '../harness/table/lock-act'
import { BROKEN_RULES } from '../harness/table/lock-rule'
import type { World } from '../harness/world'
import { useWorld } from '../harness/use-world'

// The second locks (db/migrations): what the program's own role cannot do by any statement.
const world = useWorld()

/** Tables whose rows may go, each with why; of every other no row ever does. */
const MAY_LOSE_ROWS = {
  access_link: 'a link is no record',
  session: 'a session is no record',
  signin_throttle: 'forgotten with time',
  claim_claimant: 'a list that is written anew',
  build_file: 'forgotten when nobody can have a page of that build',
  evidence_relay: 'a list that is written anew',
  gazetteer_entry: 'read from a file, which can be read again',
  gazetteer_file: 'which files were read',
  gazetteer_name: 'made anew from the entries',
  incident_member: 'people leave',
  incident_party: 'a list that is written anew',
  incident_relation: 'taken back',
  incident_source: 'which sources serve an incident is no record',
  incident_tag: 'a list that is written anew',
  party_alias: 'a list that is written anew',
  likeness: 'made anew from the captures',
  likeness_print: 'made anew from the captures',
  listing: 'made anew from the newest publication',
  name_key: 'made anew from the names',
  page_instance: 'which instances serve stored pages',
  place_name: 'a list that is written anew',
  search_entry: 'made anew from what it is about',
  search_word: 'made anew from the entries',
  side: 'a list that is written anew',
  side_party: 'a list that is written anew',
} as const

/** Tables whose rows change without an event (rule 13), each with why. */
const LEAVES_NONE = {
  build_file: 'what pages look like is no record of the desk',
  event: 'it is the events',
  gazetteer_entry: 'no record of the desk: what somebody chooses of it becomes a place, which leaves one',
  gazetteer_file: 'which files were read',
  gazetteer_name: 'made anew from the entries',
  likeness: 'made anew from the captures, which leave theirs',
  likeness_print: 'made anew from the captures, which leave theirs',
  listing: 'made anew from the newest publication',
  log_cosignature: 'what a witness signed is no change of the record',
  log_key: 'which key signs is no change of the record',
  log_leaf: 'made of a publication, a redaction, a translation or a notice, which leave theirs',
  log_node: 'made of the leaves',
  search_entry: 'made anew from what it is about',
  search_word: 'made anew from the entries',
  name_key: 'made anew from the names, which leave theirs',
  page_instance: 'which instances serve stored pages',
  public_record: 'counts changes, which leave theirs',
  signin_throttle: 'counts of failures, forgotten with time',
} as const

/** Checks that are made from a list of the domain, and that list. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  access_link_kind: ['invitation', 'reset'],
  access_link_role: ROLES,
  account_role: ROLES,
  ballot_level: LEVELS,
  capture_method: words.CAPTURE_METHODS,
  event_kind: EVENT_KINDS,
  evidence_stance: words.STANCES,
  finding_level: LEVELS,
  incident_close_reason: words.CLOSE_REASONS,
  incident_relation_kind: words.RELATION_KINDS,
  incident_state: INCIDENT_STATES,
  incident_type: words.INCIDENT_TYPES,
  intake_kind: INTAKE_KINDS,
  intake_state: INTAKE_STATES,
  lineage_kind: words.LINEAGE_KINDS,
  lineage_state: words.LINEAGE_STATES,
  listing_precision_known: words.PRECISIONS,
  log_leaf_notice_step: words.NOTICE_STEPS,
  origin_hint_state: words.HINT_STATES,
  origin_mode: words.ORIGIN_MODES,
  outlet_grade_grade: GRADES,
  party_kind: words.PARTY_KINDS,
  place_precision: words.PRECISIONS,
  publication_correction_kind: words.CORRECTION_KINDS,
  question_kind: words.QUESTION_KINDS,
  redaction_kind: words.REDACTION_KINDS,
  review_decision: words.REVIEW_DECISIONS,
  rendition_language: LANGUAGES,
  revision_language: LANGUAGES,
  revision_state: REVISION_STATES,
  round_state: ROUND_STATES,
  search_entry_kind: SEARCH_KINDS,
  source_kind: words.SOURCE_KINDS,
  source_medium: words.MEDIUMS,
  translation_method: words.TRANSLATION_METHODS,
}

async function sqlState(statement: string): Promise<{ code: string; constraint: string | undefined }> {
  return world.pool.attempt(async () => {
    try {
      await world.pool.ask(statement)
      return { code: 'it was done', constraint: undefined }
    } catch (error) {
      const { code, constraint } = error as { code: string; constraint?: string }
      return { code, constraint }
    }
  })
}

async function names(query: string): Promise<string[]> {
  const { rows } = await world.pool.ask(query)
  return (rows as { name: string }[]).map(({ name }) => name)
}

const CHECKS = `select conname as name from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace order by 1`
const TABLES = `select tablename as name from pg_tables where schemaname = 'public' order by 1`
const UNIQUES = `select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
  where i.indisunique and not i.indisprimary and c.relnamespace = 'public'::regnamespace order by 1`

let tables: string[] = []
beforeAll(async () => {
  tables = await names(TABLES)
  // What no row of the world shows: a standing notice, two captures and so on are there; a translation is not.
  expect(tables.length).toBeGreaterThan(30)
})

describe('rule 12: no row goes', () => {
  test('from any table but those that say why', async () => {
    for (const table of tables) {
      const isFree = table in MAY_LOSE_ROWS
      const { rows } = await world.pool.ask(`select tgtype::int as kind from pg_trigger
        where tgrelid = '"${table}"'::regclass and tgfoid = 'lock_refuse'::regproc and tgenabled = 'O'`)
      const kinds = (rows as { kind: number }[]).map(({ kind }) => kind)
      // Bits of pg_trigger.tgtype: 1 each row, 2 before, 8 delete, 32 truncate.
      const refuses = [kinds.some((kind) => (kind & 11) === 11), kinds.some((kind) => (kind & 34) === 34)]
      expect(refuses, `delete from and truncate of ${table}`).toEqual([!isFree, !isFree])
      if (isFree) continue
      const { rowCount } = await world.pool.ask(`select 1 from "${table}" limit 1`)
      if (rowCount === 1) expect((await sqlState(`delete from "${table}"`)).code, table).toBe('23000')
      expect((await sqlState(`truncate "${table}" cascade`)).code, table).toBe('23000')
    }
  })

  test('and the tables that may are there', () => {
    expect(Object.keys(MAY_LOSE_ROWS).filter((name) => !tables.includes(name))).toEqual([])
  })
})

describe('rule 13: no row changes without an event', () => {
  /** A sign-in leaves none, the second autosave of whoever has edited, or what says how far a page has come. */
  const WRITTEN: Readonly<Record<string, string>> = {
    session: 'ended_at = now()',
    revision: 'updated_by = null',
    intake: `state = 'cancelled'`,
  }

  /** Any row of it written again by a transaction that leaves no event. */
  const touch = async (table: string): Promise<string> => {
    const [first = ''] = await names(`select format('%1$I = %1$I', attname) as name from pg_attribute
      where attrelid = '"${table}"'::regclass and attnum = 1`)
    const set = WRITTEN[table] ?? first
    await world.pool.ask(`select set_config('assay.events', '', true)`)
    await world.pool.ask(`update "${table}" set ${set} where ctid = (select ctid from "${table}" limit 1)`)
    return world.pool.ask('set constraints all immediate').then(
      () => 'it was done',
      (error: unknown) => (error as Error).message,
    )
  }

  test('in any table but those that say why', async () => {
    for (const table of tables.filter((name) => !(name in LEAVES_NONE))) {
      const lock = `${table}_leaves_event`
      await world.pool.attempt(async () => {
        await world.pool.ask(`alter table "${table}" disable trigger user, enable trigger "${lock}"`)
        const { rowCount } = await world.pool.ask(`select 1 from "${table}" limit 1`)
        if (rowCount === 1) expect(await touch(table)).toBe(`a change of ${table} left no event`)
      })
      await world.pool.attempt(async () => {
        await world.pool.ask(`alter table "${table}" disable trigger user`)
        expect(await touch(table), `${table} without its lock`).toBe('it was done')
      })
    }
  })

  test('and the tables that may are there', () => {
    expect(Object.keys(LEAVES_NONE).filter((name) => !tables.includes(name))).toEqual([])
  })
})

describe('checks', () => {
  test('each is either a list of the domain or has a statement that breaks it', async () => {
    const known = [...Object.keys(LISTS), ...Object.keys(BROKEN_CHECKS)].toSorted()
    expect((await names(CHECKS)).toSorted()).toEqual(known)
  })

  test.each(Object.entries(LISTS))('%s is the domain’s own list', async (name, list) => {
    const { rows } = await world.pool.ask(
      `select pg_get_constraintdef(oid) as made from pg_constraint where conname = $1`,
      [name],
    )
    const made = (rows as { made: string }[])[0]?.made ?? ''
    expect([...made.matchAll(/'([^']*)'::text/g)].map((match) => match[1]).toSorted()).toEqual(list.toSorted())
  })

  test.each(Object.entries(BROKEN_CHECKS))('%s', async (constraint, attempt) => {
    expect(await sqlState(attempt(world.made))).toEqual({ code: '23514', constraint })
  })

  test('a recusal and a correction need their words, null included', async () => {
    const { votes } = world.made
    const recusal = `update ballot set level = null, is_recusal = true, reason = '' where round_id = '${votes.waitingRoundId}'`
    expect(await sqlState(recusal)).toEqual({ code: '23514', constraint: 'ballot_reason' })
    const bare = act.publicationOf(world.made, { correction_note: 'null' })
    expect(await sqlState(bare)).toEqual({ code: '23514', constraint: 'publication_note' })
  })

  test('the working states of the one index are the domain’s', async () => {
    const [made = ''] = await names(`select indexdef as name from pg_indexes where indexname = 'revision_one_working'`)
    const [, states = ''] = made.split(' WHERE ')
    expect([...states.matchAll(/'([^']*)'::text/g)].map((match) => match[1])).toEqual([...WORKING_STATES])
  })
})

describe('one of a kind', () => {
  test('each unique index has a statement that breaks it, keys apart', async () => {
    const keys = /_(token_hash_unique|incident)$/
    expect((await names(UNIQUES)).filter((name) => !keys.test(name)).toSorted()).toEqual(
      Object.keys(BROKEN_UNIQUES).toSorted(),
    )
  })

  test.each(Object.entries(BROKEN_UNIQUES))('%s', async (constraint, attempt) => {
    expect(await sqlState(attempt(world.made))).toEqual({ code: '23505', constraint })
  })
})

/** So that each attempt above fails for what it changes, and not for how it is made. */
const ALLOWED: Readonly<Record<string, (w: World) => string>> = {
  'a further round': (w) => act.roundOf(w, {}),
  'a reveal with its finding': (w) => act.concludedAs(w, {}),
  'a text submitted that cites': (w) => act.submittedAs(w, [act.paragraph('It burned.', w.draft.evidenceId)]),
  'what was approved, published': (w) => act.unready(w, 'select'),
  'a byline redacted': (w) =>
    `${act.redactedByline(w)}; update publication set document = jsonb_set(document::jsonb, '{bylines}', '[]')::text
     where id = '${w.published.publicationId}'`,
  'a review emptied with it': (w) =>
    `${act.redactedByline(w)}; update review set snapshot = '' where revision_id = '${w.published.revisionId}'`,
  'how a page came, emptied with its capture': (w) =>
    `${act.fetched(w)}; ${act.redactedCapture(w)}; update capture_fetch set headers = '[]', redirects = '[]'`,
  'a translation submitted that cites the same': (w) => act.translatedAs(w),
  'a translation published, taken back': (w) => act.renditionOf(w, 'published', {}),
  'a translation published': (w) => act.renditionOf(w, 'approved', {}),
  'a translation redacted with its version': (w) =>
    `${act.redactedWhole(w)}; update rendition set document = null where publication_id = '${w.published.publicationId}'; set constraints publication_redacted_whole immediate`,
  'a translation redacted alone': (w) =>
    `${act.redactedAlone(w)}; ${act.emptied(w)}; set constraints redaction_rendition_gone, rendition_redaction_is_logged, rendition_redaction_stays_logged immediate`,
  'a review by another': (w) => act.reviewOf(w, { account_id: `'${w.people.editor.id}'` }),
  'an incident closed': (w) => act.closed(w.fresh.incidentId),
  'a redaction seconded': (w) => `update redaction set confirmed_by = '${w.people.third.id}', confirmed_at = now()`,
}

describe('what the triggers hold', () => {
  test.each(Object.entries(ALLOWED))('not: %s', async (_, statement) => {
    expect((await sqlState(statement(world.made))).code).toBe('it was done')
  })

  test.each(Object.entries(BROKEN_RULES))('%s', async (_, attempt) => {
    expect((await sqlState(attempt(world.made))).code).toBe('23000')
  })

  test('each of them alone', async () => {
    const { rows } = await world.pool.ask(`select tgname as name, tgrelid::regclass::text as of from pg_trigger
      where not tgisinternal and tgfoid not in
        ('lock_refuse'::regproc, 'keep_listing'::regproc, 'keep_listing_translated'::regproc, 'keep_log'::regproc, 'keep_rendition_log'::regproc, 'keep_rendition_redaction_log'::regproc, 'keep_notice_log'::regproc, 'keep_capture_log'::regproc, 'keep_captures_log'::regproc, 'keep_log_nodes'::regproc, 'note_event'::regproc, 'lock_event_left'::regproc,
        'count_public_change'::regproc, 'forget_likeness'::regproc, 'search_follow'::regproc, 'search_follow_capture'::regproc,
        'follow_merged_party'::regproc, 'follow_merged_outlet'::regproc, 'follow_merged_place'::regproc)`)
    const triggers = rows as { name: string; of: string }[]
    expect(triggers.length).toBeGreaterThan(15)
    const attempts = Object.values(BROKEN_RULES)
    const isMissed = async (): Promise<boolean> => {
      for (const attempt of attempts) if ((await sqlState(attempt(world.made))).code !== '23000') return true
      return false
    }
    for (const { name, of } of triggers)
      await world.pool.attempt(async () => {
        await world.pool.ask(`drop trigger "${name}" on "${of}"`)
        expect(await isMissed(), `without ${name}, one of the above goes through`).toBe(true)
      })
  })
})
