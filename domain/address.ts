import ipaddr from 'ipaddr.js'
import { CLOSED_ENDINGS, CLOSED_IPV4, CLOSED_IPV6, OPEN_IPV6 } from './address-range'

/** What may not be read, and why in words for the editor. */
export type Closed = { open: false; code: 'address' | 'scheme' | 'port' | 'credentials'; because: string }

/** An address that may be dialled, in its one canonical spelling, which is what is then dialled. */
export type OpenAddress = { open: true; address: string; family: 4 | 6 }

/** A URL that may be read, as far as can be said before its name is looked up. */
export type OpenUrl = {
  open: true
  /** Without its fragment. */
  url: string
  /** Lower case, punycode, without brackets or trailing dot. */
  host: string
  port: 80 | 443
  isTls: boolean
  /** The host itself, where it is an address. */
  literal: OpenAddress | null
}

const LONGEST_URL = 4096
const LONGEST_HOST = 253
/** Interface identifiers of ISATAP (RFC 5214), which hold an IPv4 address behind any prefix. */
const ISATAP = [0x0000, 0x0200]
const ISATAP_MARK = 0x5efe

type Range = readonly [range: [ipaddr.IPv4 | ipaddr.IPv6, number], is: string]

const parsed = (list: readonly (readonly [string, string])[]): readonly Range[] =>
  list.map(([range, is]) => [ipaddr.parseCIDR(range), is])
const ranges = { ipv4: parsed(CLOSED_IPV4), ipv6: parsed(CLOSED_IPV6) }
const openIpv6 = ipaddr.parseCIDR(OPEN_IPV6)

/** May this address be dialled? Takes every spelling of one: decimal, hexadecimal, octal, short, with a zone. */
export function judgeAddress(text: string): OpenAddress | Closed {
  if (!ipaddr.isValid(text)) return closed('address', `“${text.slice(0, 100)}” is no network address.`)
  const address = ipaddr.parse(text)
  const is = whyClosed(address)
  // Spelled from its bytes: a zone, which belongs to a link, goes with what it belonged to.
  const spelled = ipaddr.fromByteArray(address.toByteArray()).toString()
  if (is !== null) return closed('address', `${spelled} is ${is}. Only public pages are read.`)
  return { open: true, address: spelled, family: address.kind() === 'ipv4' ? 4 : 6 }
}

function whyClosed(address: ipaddr.IPv4 | ipaddr.IPv6): string | null {
  const found = ranges[address.kind()].find(([range]) => address.match(range))
  if (found !== undefined) return found[1]
  if (!('parts' in address)) return null
  if (!address.match(openIpv6)) return 'a reserved address'
  const [, , , , first = -1, second] = address.parts
  if (second === ISATAP_MARK && ISATAP.includes(first)) return 'an IPv4 address written as IPv6'
  return address.zoneId === undefined ? null : 'an address of one link'
}

/**
 * May this URL be read? It is taken apart by the WHATWG rules, as a browser does, which also turns every spelling of
 * an IPv4 address into one. `base` is the page that pointed here.
 */
export function judgeUrl(text: string, base?: string): OpenUrl | Closed {
  if (text.length > LONGEST_URL) return closed('scheme', `An address has at most ${LONGEST_URL} characters.`)
  if (!URL.canParse(text, base))
    return closed('scheme', 'This is not the whole address of a page: it begins with https:// or http://.')
  const url = new URL(text, base)
  url.hash = ''
  const isTls = url.protocol === 'https:'
  if (!isTls && url.protocol !== 'http:')
    return closed('scheme', `Pages are read over https and http, not ${url.protocol.slice(0, -1).slice(0, 40)}.`)
  if (url.username !== '' || url.password !== '')
    return closed('credentials', 'The address holds a name or a password. Give it without them.')
  const port = url.port === '' ? (isTls ? 443 : 80) : Number(url.port)
  if (port !== 80 && port !== 443) return closed('port', `Pages are read from ports 80 and 443, not from port ${port}.`)
  const named = judgeHost(url.hostname)
  return named.open ? { open: true, url: url.href, port, isTls, host: named.host, literal: named.literal } : named
}

type OpenHost = { open: true; host: string; literal: OpenAddress | null }

function judgeHost(hostname: string): OpenHost | Closed {
  const host = hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.+$/, '')
  if (ipaddr.isValid(host)) {
    const literal = judgeAddress(host)
    return literal.open ? { open: true, host: literal.address, literal } : literal
  }
  const labels = host.split('.')
  if (host === '' || host.length > LONGEST_HOST || labels.some((label) => label === '' || label.length > 63))
    return closed('address', 'The address has no host that can be looked up.')
  const ending = CLOSED_ENDINGS.find((name) => host === name || host.endsWith(`.${name}`))
  if (ending !== undefined)
    return closed('address', `Names that end in .${ending} lead inside a network. Only public pages are read.`)
  if (labels.length === 1) return closed('address', `“${host}” is a name inside a network. Only public pages are read.`)
  return { open: true, host, literal: null }
}

function closed(code: Closed['code'], because: string): Closed {
  return { open: false, code, because }
}
