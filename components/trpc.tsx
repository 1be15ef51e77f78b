'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, TRPCClientError, type TRPCLink } from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { useState, type ReactNode } from 'react'
import superjson from 'superjson'
// The one place of components that knows the server, and it knows a type.
import type { AppRouter } from '@/server/router'
import { oneAtATime } from './one-at-a-time'

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>()
export { useTRPC, useTRPCClient }

export type RouterOutputs = inferRouterOutputs<AppRouter>
export type RouterInputs = inferRouterInputs<AppRouter>

/** How often a read is tried again when the line is down; a write is never repeated by itself. */
const RETRIES = 3

/** A request that got no answer at all: no server said anything about it. */
function isOffLine(error: unknown): boolean {
  return error instanceof TRPCClientError && error.data === undefined
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < RETRIES && isOffLine(error),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/** Endless lists are sent with the way they are read, which the server's strict inputs do not know: there is one way. */
const withoutDirection: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) => {
    const { input } = op
    if (op.type !== 'query' || typeof input !== 'object' || input === null || !('direction' in input)) return next(op)
    const { direction: _, ...asked } = input
    return next({ ...op, input: asked })
  }

function createClient() {
  return createTRPCClient<AppRouter>({
    links: [
      withoutDirection,
      oneAtATime<AppRouter>(),
      httpBatchLink({ url: '/api/trpc', transformer: superjson, maxItems: 10, maxURLLength: 2_000 }),
    ],
  })
}

/** Around the desk: the cache and the line to the server. */
export function TRPCReactProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient)
  const [trpcClient] = useState(createClient)
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}
