import { addressIn, isLanguage } from '@/domain/language'
import { isSlug } from '@/domain/slug'
import { caller } from '@/server/caller'
import { drawCard } from '@/server/draw-card'
import { answering, problem } from './api/v1/reply'
import { inReadersWords, sharedAccount } from './shared-account'
import { siteUrl } from './site'

/**
 * The picture of an account for where it is shared: of its newest publication, or of the version that `number` is (null where
 * it is none). A language that it is not translated into has no picture of its own, for as long as that is so.
 */
export function cardAnswer(request: Request, slug: string, number?: number | null): Promise<Response> {
  return answering(async () => {
    if (!isSlug(slug) || number === null) return problem(404, 'There is no such account.')
    const asked = request.headers.get('x-assay-language')
    const language = isLanguage(asked) ? asked : 'en'
    const { reading } = await caller()
    const found = await reading.account({ slug, number: number ?? null, language })
    const path = `/incidents/${found.slug}${number === undefined ? '' : `/v/${number}`}/card.png`
    const leadTo = (status: 307 | 308, address: string) =>
      new Response(null, { status, headers: { location: siteUrl(address) } })
    if (found.outcome === 'moved') return leadTo(308, addressIn(language, path))
    if (language !== 'en' && found.translation === null) return leadTo(307, path)
    const { organisation } = await reading.frame()
    const { title, claim, mark, isRightToLeft, publishedAt, words, supersededAs } = sharedAccount(inReadersWords(found))
    const day = words.day(publishedAt)
    const date = supersededAs === null ? day : `${words.t('account.version', { number: supersededAs })} · ${day}`
    const picture = await drawCard({ organisation, title, claim, mark, date, isRightToLeft })
    return new Response(new Uint8Array(picture), { headers: { 'content-type': 'image/png' } })
  })
}
