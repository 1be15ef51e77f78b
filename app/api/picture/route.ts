import { servePicture } from '@/server/picture/serve'

export { servePicture as GET }
export const dynamic = 'force-dynamic'
