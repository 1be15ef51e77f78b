const HOME = '/desk'
const ANYWHERE = 'http://assay.invalid'

/**
 * Where to go after signing in: a path of this site, with its query and fragment, or the desk. Anything that a
 * browser could read as another site's address, or that leads back to the sign-in, becomes the desk.
 */
export function nextPath(wanted: string | null | undefined): string {
  if (typeof wanted !== 'string' || wanted.length > 1_000 || !/^\/(?![/\\])/.test(wanted)) return HOME
  if (!URL.canParse(wanted, ANYWHERE)) return HOME
  const url = new URL(wanted, ANYWHERE)
  if (url.origin !== ANYWHERE || url.pathname.startsWith('//')) return HOME
  if (/^\/(signin|api)(\/|$)/.test(url.pathname)) return HOME
  return url.pathname + url.search + url.hash
}
