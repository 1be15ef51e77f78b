export type LinkQuery = { searchParams: Promise<{ token?: string | string[] }> }

/** The link's token, at a length the procedures take; anything else is no token. */
export async function tokenOf({ searchParams }: LinkQuery): Promise<string> {
  const { token } = await searchParams
  return typeof token === 'string' && token.length <= 200 && token !== '' ? token : '-'
}
