/**
 * Every block of the IANA special-purpose registries (RFC 6890; IPv4 and IPv6 as of 2026), what a multicast, reserved
 * or given-back prefix is, and the addresses at which clouds tell a machine its secrets. Narrow before wide: the first
 * that fits gives the reason.
 */
export const CLOSED_IPV4: readonly (readonly [range: string, is: string])[] = [
  ['169.254.169.254/32', 'a cloud’s metadata address'],
  ['169.254.170.2/32', 'a cloud’s metadata address'],
  ['100.100.100.200/32', 'a cloud’s metadata address'],
  ['168.63.129.16/32', 'a cloud’s metadata address'],
  ['192.0.0.192/32', 'a cloud’s metadata address'],
  ['0.0.0.0/32', 'the unspecified address'],
  ['0.0.0.0/8', 'an address of this network itself'],
  ['10.0.0.0/8', 'a private address'],
  ['100.64.0.0/10', 'an address inside a provider’s network'],
  ['127.0.0.0/8', 'this machine itself'],
  ['169.254.0.0/16', 'a link-local address'],
  ['172.16.0.0/12', 'a private address'],
  ['192.0.0.0/24', 'an address kept for protocols'],
  ['192.0.2.0/24', 'an address for documentation'],
  ['192.31.196.0/24', 'an address kept for protocols'],
  ['192.52.193.0/24', 'an address kept for protocols'],
  ['192.88.99.0/24', 'a relay between IPv6 and IPv4'],
  ['192.168.0.0/16', 'a private address'],
  ['192.175.48.0/24', 'an address kept for protocols'],
  ['198.18.0.0/15', 'an address for benchmarks'],
  ['198.51.100.0/24', 'an address for documentation'],
  ['203.0.113.0/24', 'an address for documentation'],
  ['224.0.0.0/4', 'a multicast address'],
  ['255.255.255.255/32', 'the broadcast address'],
  ['240.0.0.0/4', 'a reserved address'],
]

export const CLOSED_IPV6: readonly (readonly [range: string, is: string])[] = [
  ['fd00:ec2::254/128', 'a cloud’s metadata address'],
  ['fd20:ce::254/128', 'a cloud’s metadata address'],
  ['::/128', 'the unspecified address'],
  ['::1/128', 'this machine itself'],
  ['::ffff:0:0/96', 'an IPv4 address written as IPv6'],
  ['::ffff:0:0:0/96', 'an IPv4 address written as IPv6'],
  ['::/96', 'an IPv4 address written as IPv6'],
  ['64:ff9b::/96', 'an IPv4 address written as IPv6'],
  ['64:ff9b:1::/48', 'an IPv4 address written as IPv6'],
  ['2002::/16', 'an IPv4 address written as IPv6'],
  ['2001::/32', 'an IPv4 address inside a Teredo tunnel'],
  ['100::/64', 'an address whose packets are thrown away'],
  ['100:0:0:1::/64', 'an address whose packets are thrown away'],
  ['2001:2::/48', 'an address for benchmarks'],
  ['2001:10::/28', 'an ORCHID, which is no address'],
  ['2001:20::/28', 'an ORCHID, which is no address'],
  ['2001::/23', 'an address kept for protocols'],
  ['2001:db8::/32', 'an address for documentation'],
  ['3fff::/20', 'an address for documentation'],
  ['2620:4f:8000::/48', 'an address kept for protocols'],
  ['3ffe::/16', 'an address that was given back'],
  ['5f00::/16', 'an address kept for protocols'],
  ['fc00::/7', 'a private address'],
  ['fe80::/10', 'a link-local address'],
  ['fec0::/10', 'a site-local address'],
  ['ff00::/8', 'a multicast address'],
]

/** The one part of IPv6 that IANA hands out to the public Internet (RFC 4291 and the IPv6 address space registry). */
export const OPEN_IPV6 = '2000::/3'

/** Endings that are answered inside a network and never by the public one (RFC 6761, 6762, 7686, 8375, 9476; ICANN on .internal). */
export const CLOSED_ENDINGS: readonly string[] = [
  'localhost',
  'localdomain',
  'local',
  'internal',
  'intranet',
  'private',
  'corp',
  'home',
  'lan',
  'arpa',
  'onion',
  'alt',
  'invalid',
]
