import { serveUpload } from '@/server/intake/upload'

export { serveUpload as POST }
export const dynamic = 'force-dynamic'
