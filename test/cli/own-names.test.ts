import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { up, wattproof, type Up } from '../support/cli.ts'
import { hasTool } from '../support/tools.ts'

const twoProviders = `
id: two-providers
title: Clients of two providers have their host names written into them
source: none
clock: { start: 2026-03-02T14:00:00-05:00, zone: America/New_York }
given:
  portfolioManager: { you: { username: acme-energy } }
  pge:
    customers:
      alice: { name: Alice Alvarez, agreements: { power: electric }, authorized: { ago: P1M } }
steps: []
`

let folder: string
let running: Up
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wattproof-own-names-'))
  await writeFile(join(folder, 'story.yaml'), twoProviders)
  running = await up([join(folder, 'story.yaml'), '--frozen', '--proxy'])
})
afterAll(async () => {
  await running.stop()
  await rm(folder, { recursive: true })
})

/** Runs a line in a shell that has taken `wattproof env --proxy` in, as a developer does. */
async function inShell(line: string): Promise<string> {
  const { out } = await running.speak('env', '--proxy')
  return new Promise((done) => execFile('sh', ['-c', `${out}\n${line}`], (_, stdout, stderr) => done(stdout + stderr)))
}

const account = 'https://portfoliomanager.energystar.gov/ws/account'
const token = 'https://api.pge.com/datacustodian/oauth/v2/token'

const asking = `curl -s -w ' %{http_code}' -u "$WATTPROOF_PGE_CLIENT_ID:$WATTPROOF_PGE_CLIENT_SECRET"`
const ownCertificate = '--cert "$WATTPROOF_PGE_CERT_FILE" --key "$WATTPROOF_PGE_KEY_FILE"'

describe('up --proxy', () => {
  test('says where the proxy is, for which names, and how to take it in', () => {
    const { out, portBase } = running

    expect(out).toMatch(/Proxy for portfoliomanager\.energystar\.gov, api\.pge\.com, sharemydata\.pge\.com.*: http/)
    expect(out).toContain(`http://127.0.0.1:${portBase + 9}`)
    expect(out).toContain(`eval "$(npx wattproof env --proxy --port-base ${portBase})"`)
  })

  test('shows calls with the host that the client used', async () => {
    await inShell(`curl -s ${account}`)

    await running.says(/account\.read +GET https:\/\/portfoliomanager\.energystar\.gov\/ws\/account {2}/)
  })
})

describe('a client with host names written into it, unmodified', () => {
  test('in Node, by fetch and by node:https', async () => {
    const client = join(folder, 'client.mjs')
    await writeFile(
      client,
      `import https from 'node:https'
      import { readFileSync } from 'node:fs'
      const { WATTPROOF_PM_USERNAME, WATTPROOF_PM_PASSWORD, WATTPROOF_PGE_CLIENT_ID, WATTPROOF_PGE_CLIENT_SECRET } = process.env
      const basic = (...login) => 'Basic ' + Buffer.from(login.join(':')).toString('base64')
      const answer = await fetch('${account}', { headers: { authorization: basic(WATTPROOF_PM_USERNAME, WATTPROOF_PM_PASSWORD) } })
      console.log(answer.status)
      const own = { cert: readFileSync(process.env.WATTPROOF_PGE_CERT_FILE), key: readFileSync(process.env.WATTPROOF_PGE_KEY_FILE) }
      const headers = { authorization: basic(WATTPROOF_PGE_CLIENT_ID, WATTPROOF_PGE_CLIENT_SECRET), 'content-type': 'application/x-www-form-urlencoded' }
      https.request('${token}', { method: 'POST', headers, agent: new https.Agent(own) }, ({ statusCode }) => console.log(statusCode))
        .end('grant_type=client_credentials')`,
    )

    expect(await inShell(`node ${client}`)).toBe('200\n200\n')
  })

  test('by curl, with its certificate and without', async () => {
    const grant = '-d grant_type=client_credentials'

    expect(await inShell(`${asking} ${ownCertificate} ${grant} ${token}`)).toMatch(/"client_access_token":"[^]* 200$/)
    expect(await inShell(`${asking} ${grant} ${token}`)).toMatch(/Invalid Certificate[^]* 400$/)
  })

  test('by curl in plain http, in a tunnel or without', async () => {
    const plain = `curl -s -w '%{http_code} ' -o /dev/null -u "$WATTPROOF_PM_USERNAME:$WATTPROOF_PM_PASSWORD"`
    const address = account.replace('https', 'http')

    expect(await inShell(`${plain} ${address}; ${plain} -p ${address}`)).toBe('200 200 ')
  })

  test.runIf(hasTool('python3', '-c', 'import requests'))('in Python, by requests and by urllib', async () => {
    const client = join(folder, 'client.py')
    await writeFile(
      client,
      `import os, requests, urllib.request, urllib.error
login = (os.environ['WATTPROOF_PM_USERNAME'], os.environ['WATTPROOF_PM_PASSWORD'])
print(requests.get('${account}', auth=login).status_code)
own = (os.environ['WATTPROOF_PGE_CERT_FILE'], os.environ['WATTPROOF_PGE_KEY_FILE'])
login = (os.environ['WATTPROOF_PGE_CLIENT_ID'], os.environ['WATTPROOF_PGE_CLIENT_SECRET'])
print(requests.post('${token}', auth=login, cert=own, data={'grant_type': 'client_credentials'}).status_code)
try: urllib.request.urlopen('${account}')
except urllib.error.HTTPError as e: print(e.code)
try: requests.get('https://example.com/')
except requests.exceptions.ProxyError as e: print(e)
`,
    )

    const out = await inShell(`python3 ${client}`)

    expect(out).toMatch(/^200\n200\n401\n.*Tunnel connection failed: 403 Host is not in the sandbox/)
  })

  test.runIf(hasTool('javac', '-version'))('in Java, by both of its clients', async () => {
    const client = join(folder, 'Client.java')
    await writeFile(
      client,
      `import java.net.*; import java.net.http.*;
      public class Client {
        public static void main(String[] args) throws Exception {
          var old = (HttpURLConnection) new URL("${account}").openConnection();
          System.out.println(old.getResponseCode());
          var asked = HttpRequest.newBuilder(URI.create("${account}")).build();
          System.out.println(HttpClient.newHttpClient().send(asked, HttpResponse.BodyHandlers.ofString()).statusCode());
        }
      }`,
    )

    expect(await inShell(`java ${client} 2>&1`)).toMatch(/401\n401\n$/)
  })

  test('finds the address it used in what it is answered', async () => {
    const grant = `-d grant_type=refresh_token -d refresh_token=$WATTPROOF_PGE_REFRESH_TOKEN_ALICE`

    expect(await inShell(`${asking} ${ownCertificate} ${grant} ${token}`)).toMatch(
      /"resourceURI":"https:\/\/api\.pge\.com\/GreenButtonConnect\//,
    )
  })

  test('is refused any other host', async () => {
    expect(await inShell(`curl -s http://example.com/`)).toContain('Request to example.com refused: ')
    expect(await inShell(`curl -sv https://example.com/`)).toContain('403 Host is not in the sandbox')
  })
})

describe('the proxy', () => {
  const story = 'portfolio-manager/pending-shares'
  const ask = (file: string) => `curl -s -o /dev/null -w '%{http_code}\\n' ${account} >> ${join(folder, file)}`
  const answers = (file: string) => readFile(join(folder, file), 'utf8')

  test('is there for a command that runs beside a sandbox', async () => {
    const { code } = await wattproof(['run', story, '--proxy', '--', 'sh', '-c', ask('run')])

    expect([code, await answers('run')]).toEqual([0, '401\n'])
  })

  test('is there for a client whose turn a story has come to', async () => {
    await wattproof(['play', story, '--proxy', '--client', ask('play')])

    expect(await answers('play')).toBe('401\n')
  })

  test('is there for a client that is judged', async () => {
    const args = ['check', 'portfolio-manager', '--scenario', story, '--client', ask('check')]

    await wattproof([...args, '--proxy'])
    await wattproof(args, { env: { https_proxy: 'http://127.0.0.1:1' } })

    expect(await answers('check')).toBe('401\n000\n')
  })

  test('is not for our reference client, which takes addresses as they are told', async () => {
    const { code, err } = await wattproof(['check', 'portfolio-manager', '--proxy'])

    expect(code).toBe(2)
    expect(err).toContain('name a client of yours with --client, or leave out --proxy.')
  })

  test('leads calls of ours past itself', async () => {
    const { out } = await running.speak('env', '--proxy', '--format', 'json')
    const env = JSON.parse(out) as Record<string, string>

    const again = await wattproof(['clock', '--port-base', String(running.portBase)], { env })

    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('2026-03-02T19:00') as string })
  })

  test('is missed in a sentence where there is none', async () => {
    const without = await up(['portfolio-manager/pending-shares', '--frozen'])

    const { code, err } = await without.speak('env', '--proxy')
    await without.stop()

    expect({ code, err }).toEqual({ code: 2, err: 'This sandbox has no proxy: start it with --proxy.\n' })
    expect(without.out).not.toContain('Proxy')
  })
})

/** An address on which nobody else listens. */
const address = '127.47.11.80'

/** Whether this account may use the ports of the web. */
const mayListen = await new Promise<boolean>((answer) => {
  const server = createServer().once('error', () => answer(false))
  server.listen(443, address, () => server.close(() => answer(true)))
})

describe('--hosts', () => {
  const args = ['--hosts-at', address, 'portfolio-manager/pending-shares', '--frozen']

  test.runIf(mayListen)('answers for the names on ports 443 and 80, and prints the lines that lead there', async () => {
    const there = await up(args)
    const { out } = await there.speak('env')
    const led = (port: number) => `--resolve portfoliomanager.energystar.gov:${port}:${address}`
    const line = `curl -s -w ' %{http_code}' -o /dev/null --cacert "$WATTPROOF_CA_FILE" -u "$WATTPROOF_PM_USERNAME:$WATTPROOF_PM_PASSWORD"`
    const asked = `${line} ${led(443)} ${account}; ${line} ${led(80)} ${account.replace('https', 'http')}`

    const seen = await new Promise((done) => execFile('sh', ['-c', `${out}\n${asked}`], (_, stdout) => done(stdout)))
    await there.stop()

    expect(seen).toBe(' 200 200')
    expect(there.out).toContain(`\n  ${address} portfoliomanager.energystar.gov\n  ${address} api.pge.com\n`)
    expect(await readFile('/etc/hosts', 'utf8')).not.toContain(address)
  })

  test.runIf(mayListen)('prints these lines where a command or a client is run as well', async () => {
    const story = join(folder, 'story.yaml')
    const lines = `\n  ${address} portfoliomanager.energystar.gov\n  ${address} api.pge.com\n`

    const ran = await wattproof(['run', '--hosts-at', address, story, '--', 'echo', 'its own'])
    const played = await wattproof(['play', '--hosts-at', address, story])

    expect(ran).toMatchObject({ code: 0, out: 'its own\n', err: expect.stringContaining(lines) as string })
    expect(played).toMatchObject({ code: 0, out: expect.stringContaining(lines) as string })
  })

  test.runIf(!mayListen)('says what to do without the right to use these ports', async () => {
    const { code, err } = await wattproof(['up', ...args, '--port-base', '24700'])

    expect(code).toBe(2)
    expect(err).toMatch(
      /^Port 443 \(host names on 127\.47\.11\.80, https\) may not be used by this account: .*--proxy, which needs none\.\n$/,
    )
  })

  test('listens where only this machine can reach it', async () => {
    const { code, err } = await wattproof(['up', '--hosts-at', '0.0.0.0'])

    expect(code).toBe(2)
    expect(err).toContain('Write a loopback address, such as 127.0.0.5.')
  })
})
