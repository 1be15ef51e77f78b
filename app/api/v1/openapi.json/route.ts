import { caller } from '@/server/caller'
import { siteUrl } from '../../../site'
import { openApi } from '@/domain/api/openapi'
import { answering, OPTIONS, readOnly, reply } from '../reply'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const { organisation } = await (await caller()).reading.frame()
    return reply(request, openApi({ title: `Accounts of ${organisation}`, server: siteUrl('') }))
  })
}

export { OPTIONS, readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT }
