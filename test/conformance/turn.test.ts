import { createServer, type Server } from 'node:http'
import { afterAll, describe, expect, test } from 'vitest'
import { moduleClient, type AskContext, type ClientModule } from '../../conformance/client/index.ts'
import { Court } from '../../conformance/court.ts'

const court = new Court()
afterAll(() => court.close())

const authorizeAddress = (env: AskContext['env']) => {
  const redirect = encodeURIComponent(`${env['WATTPROOF_CLIENT_URL']}/callback`)
  const client = env['WATTPROOF_PGE_CLIENT_ID']
  return `${env['WATTPROOF_PGE_URL']}/myAuthorization?client_id=${client}&redirect_uri=${redirect}&response_type=code&state=s1`
}

/** A client that serves what a browser is sent to, and tells of each visit. */
function listening(answer: (path: string, env: AskContext['env']) => string | undefined = () => undefined) {
  let server: Server | undefined
  const visits: string[] = []
  const open = async (env: AskContext['env']) => {
    if (server) return
    const { port } = new URL(env['WATTPROOF_CLIENT_URL'] ?? '')
    server = createServer((request, response) => {
      visits.push(request.url ?? '')
      const location = answer(new URL(request.url ?? '', 'http://here').pathname, env)
      response.writeHead(location === undefined ? 200 : 302, location === undefined ? {} : { location }).end()
    })
    await new Promise<void>((opened) => server?.listen(Number(port), '127.0.0.1', opened))
  }
  const stop = async () => {
    server?.closeAllConnections()
    await new Promise((closed) => server?.close(closed))
    server = undefined
  }
  return { visits, open, stop }
}

function play(story: string, module: ClientModule) {
  return court.play(`pge/${story}`, 'pge', moduleClient('toy', module))
}

describe('a client that sends a customer to the provider', () => {
  test('and listens is met by their browser with a code, before its turn ends', async () => {
    const { visits, open, stop } = listening()
    const authorize = async ({ env, say }: AskContext) => {
      await open(env)
      say({ open: authorizeAddress(env) })
    }

    const { turns, speaks } = await play('guest-authorizes', { asks: { authorize, sync: async () => {} }, stop })

    expect(visits).toHaveLength(2)
    expect(visits[0]).toMatch(/^\/callback\?code=[^&]+&.*state=a-state-that-nobody-sent$/)
    expect(visits[1]).toMatch(/^\/callback\?.*code=[^&]+.*&state=s1$/)
    expect(turns[0]).toMatchObject({ ask: 'authorize', exit: 0 })
    expect(speaks).toBe(false)
  })

  test('and does not listen is asked again, with the address the browser was redirected to', async () => {
    const asked: (string | undefined)[] = []
    const authorize = async ({ env, say }: AskContext) => {
      asked.push(env['WATTPROOF_REDIRECTED_TO'])
      if (asked.length === 1) say({ open: authorizeAddress(env) })
      else say({ authorizations: [] })
    }

    const { turns, said } = await play('guest-authorizes', { asks: { authorize, sync: async () => {} } })

    expect(asked).toEqual([undefined, expect.stringMatching(/^http:\/\/127.0.0.1:\d+\/callback\?.*code=.*state=s1$/)])
    expect(turns.map(({ ask }) => ask)).toEqual(['authorize', 'sync', 'sync'])
    expect(said.map(({ words }) => words)).toEqual([{ authorizations: [] }])
  })

  test('elsewhere gets nothing, and a finding says why', async () => {
    const authorize = async ({ say }: AskContext) => say({ open: 'https://example.com/authorize' })

    const { journal } = await play('guest-authorizes', { asks: { authorize, sync: async () => {} } })

    expect(journal.findings('browser.stopped').first()?.says).toContain('example.com is not on this machine.')
  })
})

describe('a customer who starts on the provider’s own pages', () => {
  const quiet = { serve: async () => {}, sync: async () => {} }

  test('comes to the portal of a client that listens, and goes on from there', async () => {
    const { visits, open, stop } = listening((path, env) => (path === '/portal' ? authorizeAddress(env) : undefined))
    const asked: (string | undefined)[] = []
    const authorize = async ({ env }: AskContext) => void asked.push(env['WATTPROOF_REDIRECTED_TO'])

    const { turns, journal } = await play('started-at-pge', {
      asks: { ...quiet, serve: ({ env }) => open(env), authorize },
      stop,
    })

    expect(visits).toContainEqual('/portal')
    expect(visits).toContainEqual(expect.stringMatching(/^\/callback\?.*code=/))
    expect(asked).toEqual([expect.stringMatching(/\/portal$/)])
    const turn = turns.find(({ ask }) => ask === 'authorize')
    const opened = journal.calls('authorize.open').first()
    expect(opened?.id).toBeGreaterThan(turn?.id ?? Infinity)
    expect(opened?.id).toBeLessThanOrEqual(turn?.until ?? 0)
  })

  test('is told to a client that does not listen, before they come back with a code', async () => {
    const asked: string[] = []
    const authorize = async ({ env, say }: AskContext) => {
      asked.push(new URL(env['WATTPROOF_REDIRECTED_TO'] ?? '').pathname)
      if (asked.length === 1) say({ open: authorizeAddress(env) })
    }

    await play('started-at-pge', { asks: { ...quiet, authorize } })

    expect(asked).toEqual(['/portal', '/callback'])
  })
})

test('what the provider sends because of a turn belongs to it, however late it arrives', async () => {
  const slow = createServer((request, response) => void setTimeout(() => response.end(), 40))
  const revoke = async ({ env }: AskContext) => {
    const { port } = new URL(env['WATTPROOF_CLIENT_URL'] ?? '')
    await new Promise<void>((opened) => slow.listen(Number(port), '127.0.0.1', opened))
    const base = `${env['WATTPROOF_PGE_HTTP_URL']}/datacustodian/oauth/v2/token`
    const basic = Buffer.from(`${env['WATTPROOF_PGE_CLIENT_ID']}:${env['WATTPROOF_PGE_CLIENT_SECRET']}`)
    const login = { authorization: `Basic ${basic.toString('base64')}` }
    const asked = await fetch(`${base}?grant_type=client_credentials`, { method: 'POST', headers: login })
    const { client_access_token: token } = (await asked.json()) as { client_access_token: string }
    const all = `${env['WATTPROOF_PGE_HTTP_URL']}/GreenButtonConnect/espi/1_1/resource/Authorization`
    const headers = { authorization: `Bearer ${token}` }
    const [, id] = /Subscription\/([\w-]+)/.exec(await (await fetch(all, { headers })).text()) ?? []
    await fetch(`${all}/${id}`, { method: 'DELETE', headers })
  }
  const stop = async () => {
    slow.closeAllConnections()
    await new Promise((closed) => slow.close(closed))
  }

  const { turns, journal } = await play('given-back', { asks: { sync: async () => {}, revoke }, stop })

  const turn = turns.find(({ ask }) => ask === 'revoke')
  const told = journal
    .all()
    .where((entry) => entry.kind === 'notice' && entry.notice === 'authorization')
    .first()
  expect(told).toMatchObject({ outcome: 'delivered' })
  expect(told?.id).toBeGreaterThan(turn?.id ?? Infinity)
  expect(told?.id).toBeLessThanOrEqual(turn?.until ?? 0)
})
