'use client'

import { Failure } from '@/components/ui/failure'

export default function SigninError({ error, retry }: { error: unknown; retry: () => void }) {
  return <Failure error={error} onRetry={retry} homeHref="/signin" homeLabel="To the sign-in page" />
}
