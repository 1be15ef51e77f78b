import { FetchRefused } from './refused'

/** Segments of a path, or first labels of a host, at which sites ask who one is. */
const SIGN_IN = /^(log-?in|sign-?in|auth|authenticate|sso|oauth2?|accounts?|anmelden|connexion|вход)(\.\w{2,5})?$/
const FRONT_PAGE = /^\/(index(\.\w{2,5})?|home|[a-z]{2}(-[a-z]{2})?)?\/?$/i
/** A path this long names one article or document, and no section of a site. */
const LONG_PATH = 12

/**
 * Where redirects ended, judged by the two addresses alone.
 * @throws FetchRefused `login` at a page to sign in, `gone` at a front page when an article was asked for
 */
export function demandSamePlace(asked: string, reached: string): void {
  const [from, to] = [new URL(asked), new URL(reached)]
  if (from.href === to.href) return
  if (asksForSignIn(to) && !asksForSignIn(from))
    throw new FetchRefused('login', `${to.host} leads to a page to sign in. Paste the text instead.`)
  if (FRONT_PAGE.test(from.pathname) || !FRONT_PAGE.test(to.pathname) || to.search !== '') return
  if (site(from.hostname) !== site(to.hostname))
    throw new FetchRefused(
      'gone',
      `${from.host} leads to the front page of another site, ${to.host}: the page is gone.`,
    )
  if (from.pathname.length >= LONG_PATH)
    throw new FetchRefused('gone', `${from.host} leads to its front page instead: the page is gone.`)
}

function asksForSignIn(url: URL): boolean {
  const segments = url.pathname.toLowerCase().split('/')
  const [label = ''] = url.hostname.split('.')
  return SIGN_IN.test(label) || segments.some((segment) => SIGN_IN.test(plain(segment)))
}

function plain(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** Good enough to tell `www.` and `m.` from another site: the last two labels. */
function site(host: string): string {
  return host.replace(/\.$/, '').split('.').slice(-2).join('.')
}
