import { LEVELS } from '@/domain/levels'
import type { Snapshot } from '@/domain/snapshot-schema'
import { pick, type Chance } from './chance'
import { entriesOf, replaced, text, type Copy } from './published-site'
import { entryBytes, logFiles, type Files } from './site-copy'

const flip = (bytes: Uint8Array, below: Chance) => {
  const altered = Uint8Array.from(bytes)
  const at = below(bytes.length)
  altered[at] = (altered[at] ?? 0) ^ (1 << below(8))
  return altered
}
const cutAt = (bytes: Uint8Array, below: Chance) => bytes.slice(0, below(bytes.length))
const put = (bytes: Uint8Array, below: Chance) => {
  const at = below(bytes.length + 1)
  return Buffer.concat([bytes.slice(0, at), Buffer.of(below(256)), bytes.slice(at)])
}
const swapped = (files: Files, a: string, b: string): Files => {
  const [one, other] = [files.get(a), files.get(b)]
  return one && other ? new Map([...files, [a, other], [b, one]]) : files
}

const without = <Item>(items: readonly Item[], at: number) => [...items.slice(0, at), ...items.slice(at + 1)]

/** What anybody on the way, or with a mirror, can do to the files: none of them can be signed anew. */
export const BY_HAND: Readonly<Record<string, (files: Files, path: string, below: Chance) => Files>> = {
  flip: (files, path, below) => new Map([...files, [path, flip(files.get(path) ?? new Uint8Array(), below)]]),
  truncate: (files, path, below) => new Map([...files, [path, cutAt(files.get(path) ?? new Uint8Array(), below)]]),
  insert: (files, path, below) => new Map([...files, [path, put(files.get(path) ?? new Uint8Array(), below)]]),
  delete: (files, path) => new Map([...files].filter(([other]) => other !== path)),
  swap: (files, path, below) => swapped(files, path, pick([...files.keys()], below)),
  add: (files, path, below) => {
    const number = 10 + below(90)
    const other = path.replace(/\d+(\.json|\.html)?$/, (_, end: string | undefined) => `${number}${end ?? ''}`)
    return new Map([...files, [other, files.get(path) ?? new Uint8Array()]])
  },
}

/** What somebody who has the key can do: the log is whole and signed, and is not the one that was there. */
export const WITH_THE_KEY: Readonly<Record<string, (copy: Copy, below: Chance) => Uint8Array[]>> = {
  'roll back': (copy, below) => entriesOf(copy).slice(0, below(copy.entries.length)),
  'drop an entry': (copy, below) => without(entriesOf(copy), below(copy.entries.length)),
  'move an entry': (copy, below) => {
    const from = below(copy.entries.length)
    const rest = without(entriesOf(copy), from)
    const to = below(copy.entries.length)
    rest.splice(to === from ? (to + 1) % copy.entries.length : to, 0, entriesOf(copy)[from] ?? new Uint8Array())
    return rest
  },
  'put an entry in': (copy, below) => {
    const all = entriesOf(copy)
    all.splice(
      below(copy.entries.length),
      0,
      entryBytes({ ...pick(copy.entries, below), at: '2020-01-01T00:00:00.000Z' }),
    )
    return all
  },
  'reword an entry': (copy, below) => {
    const at = below(copy.entries.length)
    return entriesOf(copy).map((entry, index) => (index === at ? flip(entry, below) : entry))
  },
}

type Alter = (account: Snapshot, below: Chance) => void
const claimOf = (account: Snapshot, below: Chance) => pick(account.claims, below)

/** What a site that judged otherwise than by its rules would publish, with a true hash of it in a signed entry. */
export const AGAINST_THE_RULES: Readonly<Record<string, Alter>> = {
  'a ballot more': (account, below) => {
    const { finding } = claimOf(account, below)
    if (finding) finding.distribution[pick(LEVELS, below)] += 1
  },
  'another level': (account, below) => {
    const { finding } = claimOf(account, below)
    if (finding)
      finding.level = pick(
        LEVELS.filter((level) => level !== finding.level),
        below,
      )
  },
  'another spread': (account, below) => {
    const { finding } = claimOf(account, below)
    if (finding) finding.spread = finding.spread === null ? below(5) : (finding.spread + 1 + below(4)) % 5
  },
  'an origin more': (account, below) => {
    claimOf(account, below).origins.count += 1 + below(3)
  },
  'an origin split': (account, below) => {
    const claims = account.claims.filter(({ origins }) => origins.groups.some(({ evidence }) => evidence.length > 1))
    const { origins } = pick(claims, below)
    const group = pick(
      origins.groups.filter(({ evidence }) => evidence.length > 1),
      below,
    )
    origins.groups.push({ ...group, evidence: group.evidence.splice(0, 1) })
    origins.count += 1
  },
  'evidence counted twice': (account, below) => {
    const { origins } = pick(
      account.claims.filter((claim) => claim.origins.groups.length > 0),
      below,
    )
    origins.groups.push({ ...pick(origins.groups, below), reasons: [] })
    origins.count += 1
  },
  'evidence left out': (account, below) => {
    const claims = account.claims.filter(({ origins }) => origins.groups.some(({ name }) => !/confidential/.test(name)))
    const { origins } = pick(claims, below)
    pick(
      origins.groups.filter(({ name }) => !/confidential/.test(name)),
      below,
    ).evidence.pop()
  },
  'a copy untold': (account, below) => {
    const { origins } = pick(
      account.claims.filter((claim) => (claim.origins.lineage?.copies.length ?? 0) > 0),
      below,
    )
    if (origins.lineage) origins.lineage.copies = []
  },
  'a copy of nothing': (account, below) => {
    const { origins } = claimOf(account, below)
    origins.lineage?.copies.push({ kind: 'scrape', copy: 7, of: 9 })
  },
  'a passage that cites nothing': (account) => {
    account.summary.push({ kind: 'paragraph', content: [{ text: 'It is all so.' }] })
  },
  'two rivals likely': (account) => {
    const pair = account.claims.filter(({ rivals }) => rivals.length > 0).slice(0, 2)
    const sure = { confirmed: 0, probable: 3, possible: 0, doubtful: 0, improbable: 0, unknown: 0 }
    const dissent: [] = []
    for (const { finding } of pair)
      if (finding)
        Object.assign(finding, {
          level: 'probable',
          spread: 0,
          heading: 'likely',
          ballots: 3,
          distribution: sure,
          dissent,
        })
  },
}

/** Proofs that were true elsewhere, or nearly. */
export const PROOFS: Readonly<Record<string, (copy: Copy, index: number) => Files>> = {
  'of the next entry': ({ files }, index) =>
    replaced(files, `log/proof/${index}`, text(files, `log/proof/${index + 1}`)),
  'with another index': ({ files }, index) =>
    replaced(
      files,
      `log/proof/${index}`,
      text(files, `log/proof/${index + 1}`).replace(/^index \d+/m, `index ${index}`),
    ),
  'a hash short': ({ files }, index) =>
    replaced(files, `log/proof/${index}`, text(files, `log/proof/${index}`).replace(/^(index \d+\n).*\n/m, '$1')),
  'a hash more': ({ files }, index) =>
    replaced(files, `log/proof/${index}`, text(files, `log/proof/${index}`).replace(/^(index \d+\n)(.*\n)/m, '$1$2$2')),
  'of an older tree': (copy, index) => {
    const older = logFiles(entriesOf(copy).slice(0, -1))
    const note = text(older, 'log/checkpoint')
    return replaced(
      copy.files,
      `log/proof/${index}`,
      text(copy.files, `log/proof/${index}`).replace(/\n\n[\s\S]*/, `\n\n${note}`),
    )
  },
  'with another root': (copy) => {
    const older = logFiles(entriesOf(copy).slice(0, -1))
    return new Map([...copy.files, ['log/checkpoint', older.get('log/checkpoint') ?? new Uint8Array()]])
  },
}
