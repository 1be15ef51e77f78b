/**
 * The client's network address, for slowing down guesses and nothing else. The start command's HTTP server leaves
 * in X-Forwarded-For the one address that can be believed.
 */
export function clientAddress(headers: Headers): string {
  const address = headers.get('x-forwarded-for')?.trim() ?? ''
  return address === '' || address.length > 64 ? 'unknown' : address.replace(/^::ffff:/i, '').toLowerCase()
}

/** What guesses are counted by: an IPv4 address, or the /64 that one customer of a provider has (RFC 6177). */
export function addressBlock(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const rest = tail === undefined ? [] : tail.split(':').filter(Boolean)
  while (tail !== undefined && groups.length + rest.length < 8) groups.push('0')
  return [...groups, ...rest].slice(0, 4).join(':')
}
