import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPge, type OpenPge } from '../support/pge-sandbox.ts'

let pge: OpenPge
beforeAll(async () => {
  pge = await openPge({ you: { registration: 'accepted' } })
})
afterAll(() => pge.stop())

/** What curl prints: the body, and the status on a line of its own. */
async function curl(certificate: string[], ...args: string[]): Promise<{ status: number; body: string }> {
  const usual = ['--silent', '--show-error', '--cacert', pge.told('WATTPROOF_CA_FILE'), '--write-out', '\n%{http_code}']
  const { stdout } = await promisify(execFile)('curl', [...usual, ...certificate, ...args])
  const end = stdout.lastIndexOf('\n')
  return { status: Number(stdout.slice(end + 1)), body: stdout.slice(0, end) }
}

const files = async (kind: string) => {
  const { certificateFile, keyFile } = await pge.held.certificate('pge', kind)
  return ['--cert', certificateFile, '--key', keyFile]
}
const login = () => `${pge.told('WATTPROOF_PGE_CLIENT_ID')}:${pge.told('WATTPROOF_PGE_CLIENT_SECRET')}`
const testToken = () => `${pge.https}/datacustodian/test/oauth/v2/token?grant_type=client_credentials`

test('the lines of the README do what they say', async () => {
  const page = readFileSync('mocks/pge/README.md', 'utf8')
  const [, lines = ''] = /eval "\$\(npx wattproof env\)"\n([^]*?)```/.exec(page) ?? []
  const approved = await openPge({ customers: { alice: { authorized: true } } })

  try {
    const env = { ...process.env, ...(await approved.held.env()) }
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', lines], { env })

    expect(stdout).toContain('<ns0:currentStatus>1</ns0:currentStatus>')
    expect(stdout).toContain('/Batch/Bulk/')
    for (const variable of page.match(/WATTPROOF_[A-Z_]+[A-Z]/g) ?? []) expect(Object.keys(env)).toContain(variable)
  } finally {
    await approved.stop()
  }
})

describe('curl', () => {
  test('walks the connectivity test with the registered certificate, and the milestone flips', async () => {
    const own = ['--cert', pge.told('WATTPROOF_PGE_CERT_FILE'), '--key', pge.told('WATTPROOF_PGE_KEY_FILE')]
    const passed = () => pge.state(({ registrations, you }) => registrations[you]?.tests.connectivity)
    const before = passed()

    const granted = await curl(own, '--user', login(), '--request', 'POST', testToken())
    const { client_access_token: token } = JSON.parse(granted.body) as { client_access_token: string }
    const resource = `${pge.https}/GreenButtonConnect/espi/1_1/resource`
    const bearer = ['--header', `Authorization: Bearer ${token}`]
    const status = await curl(own, ...bearer, `${resource}/ReadServiceStatus`)
    const sample = await curl(own, ...bearer, `${resource}/DownloadSampleData`)

    expect([granted.status, status.status, sample.status]).toEqual([200, 200, 200])
    expect(status.body).toContain('<ns0:currentStatus>1</ns0:currentStatus>')
    expect(sample.body.length).toBeGreaterThan(200_000)
    expect([before, passed()]).toEqual([null, '2026-03-02T18:00:00.000Z'])
  })

  // Debian's curl refuses to load certificates that are weak; a client that does not is in undici-pge.test.ts.
  test.each(['unregistered', 'expired', 'not-yet-valid', 'self-signed', 'unknown-authority', 'elliptic', 'revoked'])(
    'is refused with a certificate of the kind %s',
    async (kind) => {
      const answer = await curl(await files(kind), '--user', login(), '--request', 'POST', testToken())

      expect(answer).toEqual({ status: 400, body: '"Invalid Certificate"' })
    },
  )

  test('is refused without a certificate, in the same words', async () => {
    const answer = await curl([], '--user', login(), '--request', 'POST', testToken())

    expect(answer).toEqual({ status: 400, body: '"Invalid Certificate"' })
  })

  test('refuses a key that belongs to another certificate by itself', async () => {
    const asking = curl(await files('wrong-key'), '--user', login(), '--request', 'POST', testToken())

    await expect(asking).rejects.toMatchObject({ code: 58 })
  })

  test('is told of an unknown path without a certificate', async () => {
    const answer = await curl([], `${pge.https}/nowhere`)

    expect(answer).toEqual({ status: 404, body: 'No listener for endpoint: /nowhere' })
  })

  test('speaks TLS 1.2, and nothing newer', async () => {
    const newer = curl([], '--tlsv1.3', `${pge.https}/nowhere`)
    const older = curl([], '--tls-max', '1.2', `${pge.https}/nowhere`)

    await expect(newer).rejects.toMatchObject({ code: 35 })
    expect((await older).status).toBe(404)
  })

  test('finds both of PG&E’s names behind the port', async () => {
    const { port } = new URL(pge.https)
    const resolve = (name: string) => ['--resolve', `${name}:${port}:127.0.0.1`]

    const api = await curl([], ...resolve('api.pge.com'), `https://api.pge.com:${port}/nowhere`)
    const pages = await curl([], ...resolve('sharemydata.pge.com'), `https://sharemydata.pge.com:${port}/portal`)

    expect([api.status, pages.status]).toEqual([404, 200])
  })

  test('does not take another name for PG&E’s', async () => {
    const { port } = new URL(pge.https)

    const asking = curl([], '--resolve', `other.example:${port}:127.0.0.1`, `https://other.example:${port}/nowhere`)

    await expect(asking).rejects.toMatchObject({ code: 60 })
  })
})
