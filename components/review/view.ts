import type { RouterOutputs } from '@/components/trpc'

export type Preview = RouterOutputs['revision']['preview']
export type ReviewItem = RouterOutputs['review']['list']['items'][number]
