import { serveBundle } from '@/server/bundle/serve'

export { serveBundle as POST }
export const dynamic = 'force-dynamic'
