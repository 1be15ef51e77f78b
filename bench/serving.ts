import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { childEnv } from '@/env'
import { startApp } from '../tests/harness/app'
import { median, shown } from './measure'

const TURNS = 7
const SECONDS = 3

type Yardstick = { name: string; url: string; stop: () => unknown }
type Load = { rate: number; p99: string }

const isThere = (program: string, flag: string): boolean => spawnSync(program, [flag]).error === undefined

/** Requests a second, and the slowest hundredth, as wrk sees them. */
async function wrk(url: string, connections: number, header: string): Promise<Load> {
  const args = ['-t1', `-c${connections}`, `-d${SECONDS}s`, '--latency', '-H', header, url]
  const child = spawn('wrk', args, { env: childEnv(), stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await new Promise((resolve) => child.once('close', resolve))
  if (/Non-2xx/.test(said)) throw new Error(`${url} failed under load:\n${said}`)
  return { rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1]), p99: /99%\s+(\S+)/.exec(said)?.[1] ?? '?' }
}

/** The same bytes from memory, with nothing around them. */
async function bareNode(body: Buffer, type: string, encoding: Record<string, string>): Promise<Yardstick> {
  const answer: RequestListener = (_request, response) => {
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length, ...encoding })
    response.end(body)
  }
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return { name: 'bare node:http', url, stop: () => server.close() }
}

async function freePort(): Promise<number> {
  const server = createTcpServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** nginx with one worker and the same bytes as a file. */
async function nginx(plain: Buffer): Promise<Yardstick> {
  const folder = mkdtempSync(path.join(tmpdir(), 'assay-nginx-'))
  const port = await freePort()
  writeFileSync(path.join(folder, 'index.html'), plain, { mode: 0o644 })
  writeFileSync(path.join(folder, 'index.html.gz'), gzipSync(plain, { level: 9 }))
  const conf = `user root; worker_processes 1; pid ${folder}/pid; daemon off; error_log stderr crit;
events { worker_connections 2048; }
http { access_log off; sendfile on; gzip_static on; open_file_cache max=10; keepalive_requests 10000000; types { text/html html; }
  client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder}; uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
  server { listen 127.0.0.1:${port}; root ${folder}; } }`
  writeFileSync(path.join(folder, 'nginx.conf'), conf)
  const child = spawn('nginx', ['-c', path.join(folder, 'nginx.conf')], { env: childEnv(), stdio: 'inherit' })
  await sleep(500)
  const stop = (): void => {
    child.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  return { name: 'nginx, one worker', url: `http://127.0.0.1:${port}/`, stop }
}

async function compare(ours: string, yardsticks: readonly Yardstick[], connections: number, header: string) {
  const rates = new Map<string, number[]>()
  const slowest = new Map<string, string>()
  let last: Load = { rate: 0, p99: '?' }
  for (let turn = 0; turn < TURNS; turn++) {
    last = await wrk(ours, connections, header)
    for (const { name, url } of yardsticks) {
      const other = await wrk(url, connections, header)
      rates.set(name, [...(rates.get(name) ?? []), last.rate / other.rate])
      slowest.set(name, other.p99)
    }
  }
  const ratios = [...rates]
    .map(([name, all]) => `${shown(median(all))} of ${name} (p99 ${slowest.get(name)})`)
    .join(', ')
  return `${ratios} (${Math.round(last.rate)} a second, p99 ${last.p99})`
}

type Asked = { name: string; url: string; accepted: 'identity' | 'gzip'; connections: readonly number[] }

/** The same bytes from bare `node:http`, and from nginx where it is installed. */
async function benchAddress({ name, url, accepted, connections }: Asked): Promise<void> {
  const response = await fetch(url, { headers: { 'accept-encoding': accepted } })
  const plain = Buffer.from(await response.arrayBuffer())
  const sent = accepted === 'gzip' ? gzipSync(plain, { level: 9 }) : plain
  const encoding = accepted === 'gzip' ? { 'Content-Encoding': 'gzip' } : {}
  const yardsticks = [await bareNode(sent, response.headers.get('content-type') ?? '', encoding)]
  if (isThere('nginx', '-v')) yardsticks.push(await nginx(plain))
  for (const each of connections) {
    const said = await compare(url, yardsticks, each, `Accept-Encoding: ${accepted}`)
    console.log(`serving      ${name}, ${accepted}, ${sent.length} bytes, ${each} connections: ${said}`)
  }
  for (const { stop } of yardsticks) stop()
}

/**
 * A stored page, and its stylesheet, which who comes for the first time asks for too: requests a second as wrk counts them,
 * the median ratio of seven runs in turns.
 */
export async function benchServing(databaseUrl: string, page: string): Promise<void> {
  if (!isThere('wrk', '-v')) {
    console.log('serving      left out: wrk is not installed')
    return
  }
  const app = await startApp({ databaseUrl })
  try {
    const url = `${app.url}${page}`
    const connections = [16, 256]
    await benchAddress({ name: 'page', url, accepted: 'identity', connections })
    await benchAddress({ name: 'page', url, accepted: 'gzip', connections })
    const sheet = /href="([^"]+\.css)"/.exec(await (await fetch(url)).text())?.[1]
    if (sheet === undefined) throw new Error(`${page} has no stylesheet`)
    await benchAddress({ name: 'stylesheet', url: new URL(sheet, url).href, accepted: 'gzip', connections: [16] })
  } finally {
    await app.stop()
  }
}
