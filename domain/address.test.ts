import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeAddress, judgeUrl } from './address'

/** Each line of the IANA registries and of the list of issue and ADR: an address in it, and the word its reason holds. */
const CLOSED: readonly (readonly [address: string, word: string])[] = [
  // IPv4, as it comes from a resolver
  ['0.0.0.0', 'unspecified'],
  ['0.0.0.1', 'this network'],
  ['0.255.255.255', 'this network'],
  ['10.0.0.0', 'private'],
  ['10.255.255.255', 'private'],
  ['100.64.0.0', 'provider'],
  ['100.127.255.255', 'provider'],
  ['100.100.100.200', 'metadata'],
  ['127.0.0.1', 'this machine'],
  ['127.255.255.254', 'this machine'],
  ['168.63.129.16', 'metadata'],
  ['169.254.0.1', 'link-local'],
  ['169.254.169.254', 'metadata'],
  ['169.254.170.2', 'metadata'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private'],
  ['192.0.0.0', 'protocols'],
  ['192.0.0.8', 'protocols'],
  ['192.0.0.9', 'protocols'],
  ['192.0.0.10', 'protocols'],
  ['192.0.0.170', 'protocols'],
  ['192.0.0.192', 'metadata'],
  ['192.0.2.1', 'documentation'],
  ['192.31.196.1', 'protocols'],
  ['192.52.193.1', 'protocols'],
  ['192.88.99.1', 'relay'],
  ['192.88.99.2', 'relay'],
  ['192.168.0.1', 'private'],
  ['192.168.255.255', 'private'],
  ['192.175.48.1', 'protocols'],
  ['198.18.0.1', 'benchmarks'],
  ['198.19.255.255', 'benchmarks'],
  ['198.51.100.7', 'documentation'],
  ['203.0.113.9', 'documentation'],
  ['224.0.0.1', 'multicast'],
  ['239.255.255.250', 'multicast'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.254', 'reserved'],
  ['255.255.255.255', 'broadcast'],
  // in other spellings
  ['2130706433', 'this machine'],
  ['0x7f000001', 'this machine'],
  ['0x7f.1', 'this machine'],
  ['017700000001', 'this machine'],
  ['0177.0.0.01', 'this machine'],
  ['127.1', 'this machine'],
  ['127.0.1', 'this machine'],
  ['10.1', 'private'],
  ['0xa9.0xfe.0xa9.0xfe', 'metadata'],
  ['2852039166', 'metadata'],
  ['0', 'unspecified'],
  // IPv6
  ['::', 'unspecified'],
  ['::1', 'this machine'],
  ['0:0:0:0:0:0:0:1', 'this machine'],
  ['0000:0000:0000:0000:0000:0000:0000:0001', 'this machine'],
  ['::1%lo', 'this machine'],
  ['::127.0.0.1', 'written as IPv6'],
  ['::7f00:1', 'written as IPv6'],
  ['::8.8.8.8', 'written as IPv6'],
  ['::ffff:127.0.0.1', 'written as IPv6'],
  ['::ffff:7f00:1', 'written as IPv6'],
  ['::FFFF:A9FE:A9FE', 'written as IPv6'],
  ['0:0:0:0:0:ffff:10.0.0.1', 'written as IPv6'],
  ['::ffff:8.8.8.8', 'written as IPv6'],
  ['::ffff:0:127.0.0.1', 'written as IPv6'],
  ['64:ff9b::127.0.0.1', 'written as IPv6'],
  ['64:ff9b::a9fe:a9fe', 'written as IPv6'],
  ['64:ff9b:1::10.0.0.1', 'written as IPv6'],
  ['64:ff9b:1:ffff::1', 'written as IPv6'],
  ['2002:7f00:1::', 'written as IPv6'],
  ['2002:a9fe:a9fe::1', 'written as IPv6'],
  ['2a00:1450:4001:81b:0:5efe:7f00:1', 'written as IPv6'],
  ['2a00:1450:4001:81b:200:5efe:8.8.8.8', 'written as IPv6'],
  ['2001::1', 'Teredo'],
  ['2001:0:4136:e378:8000:63bf:3fff:fdd2', 'Teredo'],
  ['100::1', 'thrown away'],
  ['100:0:0:1::1', 'thrown away'],
  ['2001:1::1', 'protocols'],
  ['2001:1::2', 'protocols'],
  ['2001:1::3', 'protocols'],
  ['2001:2::1', 'benchmarks'],
  ['2001:3::1', 'protocols'],
  ['2001:4:112::1', 'protocols'],
  ['2001:10::1', 'ORCHID'],
  ['2001:1f::1', 'ORCHID'],
  ['2001:20::1', 'ORCHID'],
  ['2001:2f::1', 'ORCHID'],
  ['2001:30::1', 'protocols'],
  ['2001:1ff:ffff::1', 'protocols'],
  ['2001:db8::1', 'documentation'],
  ['3fff::1', 'documentation'],
  ['3fff:fff:ffff::1', 'documentation'],
  ['3ffe::1', 'given back'],
  ['2620:4f:8000::1', 'protocols'],
  ['5f00::1', 'protocols'],
  ['fc00::1', 'private'],
  ['fd12:3456:789a::1', 'private'],
  ['fd00:ec2::254', 'metadata'],
  ['fd20:ce::254', 'metadata'],
  ['fe80::1', 'link-local'],
  ['fe80::1%eth0', 'link-local'],
  ['febf::1', 'link-local'],
  ['fec0::1', 'site-local'],
  ['ff02::1', 'multicast'],
  ['ff0e::1', 'multicast'],
  ['200::1', 'reserved'],
  ['1fff::1', 'reserved'],
  ['4000::1', 'reserved'],
  ['8000::1', 'reserved'],
  ['2a00:1450:4001::1%eth0', 'one link'],
  // no address at all
  ['', 'no network address'],
  ['localhost', 'no network address'],
  ['1.2.3.4.5', 'no network address'],
  ['256.1.1.1', 'no network address'],
  ['1::2::3', 'no network address'],
  ['127.0.0.1/8', 'no network address'],
  ['127.0.0.1\n', 'no network address'],
]

describe('addresses that are never dialled', () => {
  test.each(CLOSED)('%s: %s', (address, word) => {
    const said = judgeAddress(address)
    expect(said).toMatchObject({ open: false, code: 'address' })
    expect(said).toHaveProperty('because', expect.stringContaining(word))
  })

  test('any IPv4 address that a closed block holds is closed inside IPv6 too', () => {
    const hex = (octets: readonly number[]) =>
      [0, 2].map((at) => (((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0)).toString(16)).join(':')
    const octet = fc.integer({ min: 0, max: 255 })
    fc.assert(
      fc.property(fc.tuple(octet, octet, octet, octet), (octets) => {
        for (const prefix of ['::', '::ffff:', '::ffff:0:', '64:ff9b::', '64:ff9b:1::', '2001:0:1:2:3:4:'])
          expect(judgeAddress(`${prefix}${hex(octets)}`).open).toBe(false)
        expect(judgeAddress(`2002:${hex(octets)}::`).open).toBe(false)
      }),
    )
  })

  test('nothing outside 2000::/3 is open', () => {
    const part = fc.integer({ min: 0, max: 0xffff })
    fc.assert(
      fc.property(fc.array(part, { minLength: 8, maxLength: 8 }), (parts) => {
        const first = parts[0] ?? 0
        const { open } = judgeAddress(parts.map((value) => value.toString(16)).join(':'))
        if (first < 0x2000 || first > 0x3fff) expect(open).toBe(false)
      }),
    )
  })
})

test.each([
  ['8.8.8.8', '8.8.8.8', 4],
  ['134744072', '8.8.8.8', 4],
  ['9.255.255.255', '9.255.255.255', 4],
  ['11.0.0.0', '11.0.0.0', 4],
  ['100.63.255.255', '100.63.255.255', 4],
  ['100.128.0.0', '100.128.0.0', 4],
  ['126.255.255.255', '126.255.255.255', 4],
  ['128.0.0.1', '128.0.0.1', 4],
  ['172.15.255.255', '172.15.255.255', 4],
  ['172.32.0.0', '172.32.0.0', 4],
  ['192.0.1.1', '192.0.1.1', 4],
  ['198.17.255.255', '198.17.255.255', 4],
  ['198.20.0.0', '198.20.0.0', 4],
  ['223.255.255.255', '223.255.255.255', 4],
  ['2A00:1450:4001:081B::200E', '2a00:1450:4001:81b::200e', 6],
  ['2001:200::1', '2001:200::1', 6],
  ['2606:2800:220:1:248:1893:25c8:1946', '2606:2800:220:1:248:1893:25c8:1946', 6],
])('%s is open, and spelled %s', (address, spelled, family) => {
  expect(judgeAddress(address)).toEqual({ open: true, address: spelled, family })
})

describe('URLs that are never read', () => {
  test.each([
    ['http://127.0.0.1/', 'address'],
    ['http://127.1/', 'address'],
    ['http://0x7f.0.0.1/', 'address'],
    ['http://0x7f000001/', 'address'],
    ['http://2130706433/', 'address'],
    ['http://017700000001/', 'address'],
    ['http://0177.0.0.1/', 'address'],
    ['http://127.0.0.1./', 'address'],
    ['http://１２７.０.０.１/', 'address'],
    ['http://①②⑦.0.0.1/', 'address'],
    ['http://127。0。0。1/', 'address'],
    ['http://%31%32%37.0.0.1/', 'address'],
    ['http:127.0.0.1', 'address'],
    ['http:/127.0.0.1', 'address'],
    ['http:\\\\127.0.0.1', 'address'],
    ['http://12\t7.0.\n0.1/', 'address'],
    ['http://0/', 'address'],
    ['http://169.254.169.254/latest/meta-data/', 'address'],
    ['http://[::]/', 'address'],
    ['http://[::1]/', 'address'],
    ['http://[::1]:80/', 'address'],
    ['http://[0:0:0:0:0:0:0:1]/', 'address'],
    ['http://[::ffff:127.0.0.1]/', 'address'],
    ['http://[::ffff:7f00:1]/', 'address'],
    ['http://[::127.0.0.1]/', 'address'],
    ['http://[64:ff9b::7f00:1]/', 'address'],
    ['http://[fd00:ec2::254]/', 'address'],
    ['http://[fe80::1]/', 'address'],
    ['http://[fe80::1%25eth0]/', 'scheme'],
    ['http://localhost/', 'address'],
    ['http://LOCALHOST/', 'address'],
    ['http://localhost./', 'address'],
    ['http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/', 'address'],
    ['http://a.localhost/', 'address'],
    ['http://a.localhost./', 'address'],
    ['http://localhost.localdomain/', 'address'],
    ['http://metadata.google.internal/', 'address'],
    ['http://metadata.google.internal./', 'address'],
    ['http://printer.local/', 'address'],
    ['http://nas.lan/', 'address'],
    ['http://router.home.arpa/', 'address'],
    ['http://1.0.0.127.in-addr.arpa/', 'address'],
    ['http://wiki.corp/', 'address'],
    ['http://expyuzz4wqqyqhjn.onion/', 'address'],
    ['http://intranet/', 'address'],
    ['http://database/', 'address'],
    ['http://com./', 'address'],
    ['http://./', 'address'],
    ['http://a..example.org/', 'address'],
    [`http://${'a'.repeat(64)}.example.org/`, 'address'],
    [`http://${'abcdefg.'.repeat(40)}example.org/`, 'address'],
    ['http://example.org@127.0.0.1/', 'credentials'],
    ['http://example.org:80@127.0.0.1/', 'credentials'],
    ['http://someone@example.org/', 'credentials'],
    ['https://someone:secret@example.org/', 'credentials'],
    ['https://:secret@example.org/', 'credentials'],
    ['http://@127.0.0.1/', 'address'],
    ['http://127.0.0.1#@example.org/', 'address'],
    ['http://127.0.0.1\\@example.org/', 'address'],
    ['http://127.0.0.1?@example.org/', 'address'],
    ['http://example.org:22/', 'port'],
    ['http://example.org:8080/', 'port'],
    ['https://example.org:8443/', 'port'],
    ['http://example.org:0/', 'port'],
    ['http://example.org:5432/', 'port'],
    ['http://example.org:65616/', 'scheme'],
    ['ftp://example.org/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['gopher://example.org/', 'scheme'],
    ['data:text/html,hello', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['blob:https://example.org/1', 'scheme'],
    ['ws://example.org/', 'scheme'],
    ['example.org/a', 'scheme'],
    ['//example.org/a', 'scheme'],
    ['', 'scheme'],
    ['http://', 'scheme'],
    ['http://1.2.3.4.5/', 'scheme'],
    ['http://exa mple.org/', 'scheme'],
    ['http://localhost%00.example.org/', 'scheme'],
    [`https://example.org/${'a'.repeat(5000)}`, 'scheme'],
  ])('%j: %s', (url, code) => {
    expect(judgeUrl(url)).toMatchObject({ open: false, code, because: expect.stringMatching(/[.]$/) })
  })
})

describe('URLs that are read', () => {
  test.each([
    ['https://example.org/a?b#c', { url: 'https://example.org/a?b', host: 'example.org', port: 443, isTls: true }],
    ['http://Example.ORG.:80/', { url: 'http://example.org./', host: 'example.org', port: 80, isTls: false }],
    ['http://example.org:443/', { host: 'example.org', port: 443, isTls: false }],
    ['https://тест.example.org/', { host: 'xn--e1aybc.example.org', literal: null }],
    ['https://аррӏе.com/', { host: 'xn--80ak6aa92e.com' }],
    ['http://0x08080808/', { host: '8.8.8.8', literal: { open: true, address: '8.8.8.8', family: 4 } }],
    [
      'http://[2A00:1450:4001:81B::200E]/',
      { host: '2a00:1450:4001:81b::200e', url: 'http://[2a00:1450:4001:81b::200e]/' },
    ],
    ['https://local.example.org/', { host: 'local.example.org' }],
  ])('%s', (url, expected) => {
    expect(judgeUrl(url)).toMatchObject({ open: true, ...expected })
  })

  test('where a page points is read from that page', () => {
    expect(judgeUrl('../b', 'https://example.org/a/c')).toMatchObject({ url: 'https://example.org/b' })
    expect(judgeUrl('//127.0.0.1/', 'https://example.org/')).toMatchObject({ open: false, code: 'address' })
  })

  test('what is no text of an address never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => typeof judgeUrl(`http://${text}`).open === 'boolean'),
    )
  })
})
