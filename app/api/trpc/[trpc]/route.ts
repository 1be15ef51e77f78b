import { serveTrpc } from '@/server/endpoint'

export { serveTrpc as GET, serveTrpc as POST }
export const dynamic = 'force-dynamic'
