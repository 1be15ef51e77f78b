import type { z } from 'zod'
import { addressIn } from '@/domain/language'
import type { caller } from '@/server/caller'
import { siteUrl } from '../../site'
import type { accountSchema } from '@/domain/api/schema'

type Reading = Awaited<ReturnType<typeof caller>>['reading']
type Found = Extract<Awaited<ReturnType<Reading['account']>>, { outcome: 'found' }>

function versionOf(slug: string, { hash, publishedAt, ...line }: Found['version']) {
  return {
    ...line,
    url: siteUrl(`/incidents/${slug}/v/${line.number}`),
    publishedAt: publishedAt.toISOString(),
    sha256: hash,
  }
}

/** One version of an account, as data. */
export function accountBody(found: Found): z.output<typeof accountSchema> {
  const { slug, version, newest, standingNotice } = found
  return {
    slug,
    url: siteUrl(`/incidents/${slug}`),
    version: versionOf(slug, version),
    isNewest: version.number === newest.number,
    retractedBy: found.retractedBy?.number ?? null,
    supersededBy: found.supersededBy?.number ?? null,
    reexamination: standingNotice && { since: standingNotice.since.toISOString(), reason: standingNotice.reason },
    redactions: found.redactions.map(({ at, ...line }) => ({ ...line, at: at.toISOString() })),
    versions: found.versions.map((line) => versionOf(slug, line)),
    translations: found.translations.map(({ language, number, publishedAt, hash, entry }) => ({
      language,
      number,
      url: siteUrl(addressIn(language, `/incidents/${slug}/v/${version.number}`)),
      publishedAt: publishedAt.toISOString(),
      sha256: hash,
      entry,
      document: siteUrl(`/log/document/${entry}.json`),
    })),
    log: found.log && { ...found.log, proof: siteUrl(`/log/proof/${found.log.index}`) },
    document: found.document,
  }
}
