import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plantNetwork } from '@/tests/harness/plant-network'
import { ADDRESS, recordingNetwork, serveHttp } from '@/tests/harness/pages'
import type { Site } from '@/tests/harness/pages'
import { fetchPage } from '../fetch-page'
import { isOwn, publicNetwork } from './public-network'
import { readPage } from './read-page'

/** One of each kind; domain/address.test.ts has every block and spelling. */
const INSIDE = [
  '127.0.0.1',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '169.254.170.2',
  '100.64.0.1',
  '100.100.100.200',
  '168.63.129.16',
  '0.0.0.0',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::a00:1',
  '2002:7f00:1::',
  '2001::1',
  '2001:10::1',
  '2001:db8::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fec0::1',
  'ff02::1',
] as const

const spelled = (address: string) => (address.includes(':') ? `[${address}]` : address)

describe('inside', () => {
  test.each(INSIDE)('%s is not dialled as it stands in the URL', async (address) => {
    const { network, dialled, looked } = recordingNetwork({ '*': [ADDRESS] })
    for (const scheme of ['http', 'https'])
      await expect(readPage(`${scheme}://${spelled(address)}/`, network)).rejects.toMatchObject({ code: 'address' })
    expect({ dialled, looked }).toEqual({ dialled: [], looked: [] })
  })

  test.each(INSIDE)('%s is not dialled when a name leads there', async (address) => {
    const { network, dialled } = recordingNetwork({ 'news.example.org': [address] })
    await expect(readPage('https://news.example.org/', network)).rejects.toMatchObject({ code: 'address' })
    expect(dialled).toEqual([])
  })

  test.each(INSIDE)('%s among good answers refuses them all', async (address) => {
    for (const answers of [
      [ADDRESS, address],
      [address, ADDRESS],
      [ADDRESS, '2606:2800:220:1:248:1893:25c8:1946', address],
    ]) {
      const { network, dialled } = recordingNetwork({ 'news.example.org': answers })
      await expect(readPage('http://news.example.org/', network)).rejects.toMatchObject({ code: 'address' })
      expect(dialled).toEqual([])
    }
  })

  test.each([
    ['example.org', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['ftp://news.example.org/', 'scheme'],
    ['http://news.example.org:8080/', 'port'],
    ['http://someone:secret@news.example.org/', 'credentials'],
    ['http://localhost/', 'address'],
    ['http://database/', 'address'],
  ])('%s: %s', async (url, code) => {
    const { network, dialled, looked } = recordingNetwork({ '*': [ADDRESS] })
    await expect(readPage(url, network)).rejects.toMatchObject({ name: 'FetchRefused', code })
    expect({ dialled, looked }).toEqual({ dialled: [], looked: [] })
  })

  test('the answer that was judged is the one that is dialled, in its canonical spelling', async () => {
    const { network, dialled, looked } = recordingNetwork({
      'news.example.org': ['0x5d.0xb8.0xd7.0x0e', '2606:2800:220:1:0:0:0:1'],
    })
    await expect(readPage('https://news.example.org/', network)).rejects.toMatchObject({ code: 'unreachable' })
    expect(dialled).toEqual([`${ADDRESS}:443`, '2606:2800:220:1::1:443'])
    expect(looked).toEqual(['news.example.org'])
  })

  test('of many addresses three are tried', async () => {
    const answers = Array.from({ length: 40 }, (_, n) => `93.184.215.${n}`)
    const { network, dialled } = recordingNetwork({ 'news.example.org': answers })
    await expect(readPage('http://news.example.org/', network)).rejects.toMatchObject({ code: 'unreachable' })
    expect(dialled).toHaveLength(3)
  })
})

describe('a page that leads on', () => {
  let site: Site
  beforeAll(async () => {
    site = await serveHttp((request, response) => {
      const to = new URL(request.url ?? '/', 'http://x').searchParams.get('to')
      if (to === null) response.writeHead(200, { 'content-type': 'text/html' }).end('<p>here</p>')
      else response.writeHead(302, { location: Buffer.from(to).toString('latin1') }).end()
    })
  })
  afterAll(() => site.close())

  const towards = (to: string) => `http://news.example.org/?to=${encodeURIComponent(to)}`
  const names = { 'news.example.org': [ADDRESS], 'inside.example.org': ['10.0.0.1'] }

  test.each([
    ...INSIDE.map((address) => [`http://${spelled(address)}/`, 'address']),
    ['http://2130706433/', 'address'],
    ['//0x7f.1/', 'address'],
    ['http://①②⑦.0.0.1/', 'address'],
    ['http://localhost./', 'address'],
    ['https://inside.example.org/', 'address'],
    ['http://news.example.org:22/', 'port'],
    ['http://someone@news.example.org/', 'credentials'],
    ['file:///etc/passwd', 'scheme'],
    ['gopher://127.0.0.1:11211/', 'scheme'],
    ['data:text/html,hello', 'scheme'],
  ])('to %s: %s', async (to, code) => {
    const { network, dialled } = recordingNetwork(names, site)
    await expect(readPage(towards(to), network)).rejects.toMatchObject({ code })
    expect(dialled).toEqual([`${ADDRESS}:80`])
  })

  test('at the second hop is checked as at the first', async () => {
    const { network, dialled } = recordingNetwork(names, site)
    await expect(readPage(towards(towards('http://127.0.0.1/')), network)).rejects.toMatchObject({ code: 'address' })
    expect(dialled).toHaveLength(2)
  })

  test('and whose name answers differently the second time is refused there', async () => {
    const changing = { 'news.example.org': [[ADDRESS], ['127.0.0.1']] }
    const { network, dialled, looked } = recordingNetwork(changing, site)
    await expect(readPage(towards('/other'), network)).rejects.toMatchObject({ code: 'address' })
    expect(dialled).toEqual([`${ADDRESS}:80`])
    expect(looked).toHaveLength(2)
  })

  test('a name that would answer differently the second time is not asked a second time', async () => {
    const changing = { 'news.example.org': [[ADDRESS], ['127.0.0.1']] }
    const { network, dialled, looked } = recordingNetwork(changing, site)
    await expect(readPage('http://news.example.org/', network)).resolves.toMatchObject({ status: 200 })
    expect({ looked, dialled }).toEqual({ looked: ['news.example.org'], dialled: [`${ADDRESS}:80`] })
  })
})

describe('the real network', () => {
  test('asks no listener on loopback for a connection, and none arrives', async () => {
    let came = 0
    const server = createServer(() => (came += 1))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const control = new AbortController()
    const urls = ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1', '2130706433', '127.1', '0.0.0.0']
    for (const host of urls)
      for (const at of [host, `${host}:${port}`])
        await expect(fetchPage(`http://${at}/`)).rejects.toMatchObject({ code: expect.stringMatching(/address|port/) })
    // Below the guard the dialler refuses by itself.
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '0.0.0.0', '10.0.0.1'])
      for (const to of [80, 443, port])
        await expect(publicNetwork.connect(address, to, control.signal)).rejects.toMatchObject({ code: 'address' })
    await expect(publicNetwork.connect(ADDRESS, port, control.signal)).rejects.toMatchObject({ code: 'port' })
    await new Promise((resolve) => server.close(resolve))
    expect(came).toBe(0)
  })

  test('does not read from this machine by its public address', () => {
    expect(isOwn(ADDRESS, [{ address: '127.0.0.1' }, { address: ADDRESS }])).toBe(true)
    expect(isOwn('2606:2800:220:1::1', [{ address: '2606:2800:220:1:0:0:0:1' }])).toBe(true)
    expect(isOwn(ADDRESS, [{ address: '127.0.0.1' }, { address: '93.184.215.15' }])).toBe(false)
  })

  test('gives way to one that a test has planted, and to nothing else', async () => {
    const { network, looked } = recordingNetwork({ 'news.example.org': ['127.0.0.1'] })
    const remove = plantNetwork(network)
    await expect(fetchPage('http://news.example.org/')).rejects.toMatchObject({ code: 'address' })
    remove()
    expect(looked).toEqual(['news.example.org'])
  })
})
