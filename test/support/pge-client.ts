import * as v from 'valibot'
import { credentials, given } from '../../mocks/pge/seed/index.ts'
import { later } from '../../src/toolbox/calendar.ts'
import type { Doors, HeldWorld } from '../../src/index.ts'
import type { NoticeBoard } from './notice-board.ts'

const resources = '/GreenButtonConnect/espi/1_1/resource'
const redirectUri = 'http://localhost:3000/callback'

type World = HeldWorld<Doors>
type Tokens = { access_token?: string; refresh_token?: string; client_access_token?: string; resourceURI?: string }

/** The plainest client there is: takes tokens, looks at what it may read, and reads it. Its tokens are all it keeps. */
export class ShareMyDataClient {
  readonly #world: World
  readonly #board: NoticeBoard
  readonly #own: Readonly<Record<string, string>>
  /** Refresh tokens, one for each authorization. */
  #refreshTokens: string[]

  constructor(world: World, board: NoticeBoard) {
    this.#world = world
    this.#board = board
    const told = v.parse(given, world.world.scenario.given.pge)
    this.#own = Object.fromEntries(credentials(told, {}, {}).map(({ variable, value }) => [variable, value]))
    const held = Object.entries(this.#own).filter(([variable]) => variable.includes('_REFRESH_TOKEN_'))
    this.#refreshTokens = held.map(([, value]) => value)
  }

  async ask(ask: string): Promise<void> {
    if (this.#clientId === undefined) return
    const asks: Record<string, () => Promise<void>> = {
      sync: () => this.#sync(),
      authorize: () => this.#authorize(),
      serve: () => this.#askForPackages(),
      revoke: () => this.#giveBack(),
    }
    await asks[ask]?.()
  }

  get #clientId(): string | undefined {
    return this.#own.WATTPROOF_PGE_CLIENT_ID
  }

  /** Five weeks, which hold a bill. */
  get #lately(): string {
    const { now } = this.#world
    const zulu = (instant: string) => instant.replace(/\.\d+Z$/, 'Z')
    return `published-min=${zulu(later(now, '-P5W'))}&published-max=${zulu(now)}`
  }

  async #sync(): Promise<void> {
    const { token, test } = await this.#clientToken()
    await this.#read('/ReadServiceStatus', token)
    if (test) await this.#read('/DownloadSampleData', token)
    for (const application of idsIn(await this.#read('/Authorization', token), 'ApplicationInformation'))
      await this.#read(`/ApplicationInformation/${application}`, this.#own.WATTPROOF_PGE_REGISTRATION_TOKEN)
    for (const address of this.#board.told.splice(0)) await this.#get(pathOf(address), token)
    for (const held of this.#refreshTokens) await this.#readCustomer(held)
  }

  async #readCustomer(held: string): Promise<void> {
    const tokens = await this.#token({ grant_type: 'refresh_token', refresh_token: held })
    if (tokens.refresh_token === undefined) return
    this.#refreshTokens = this.#refreshTokens.map((one) => (one === held ? (tokens.refresh_token ?? one) : one))
    const { access_token: token, resourceURI = '' } = tokens
    const [subscription] = idsIn(resourceURI, 'Subscription')
    const points = await this.#read(`/Subscription/${subscription}/UsagePoint`, token)
    for (const point of idsIn(points, 'UsagePoint'))
      await this.#read(`/Batch/Subscription/${subscription}/UsagePoint/${point}?${this.#lately}`, token)
    await this.#read(`/Batch/RetailCustomer/${subscription}`, token)
    await this.#read(`/Batch/RetailDRPrgInfo/${subscription}`, token)
  }

  /** Plays the browser too: the page answers at once, as the customer has decided. */
  async #authorize(): Promise<void> {
    const { test } = await this.#clientToken()
    const query = `client_id=${this.#clientId}&redirect_uri=${encodeURIComponent(redirectUri)}&response_type=code`
    const page = test ? '/datacustodian/test/oauth/v2/authorize' : '/myAuthorization'
    const answer = await this.#world.fetch('pge', `${page}?${query}`)
    const code = new URL(answer.headers.get('location') ?? redirectUri).searchParams.get('code')
    if (code === null) return
    const tokens = await this.#token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri }, test)
    if (tokens.refresh_token !== undefined && !test) this.#refreshTokens.push(tokens.refresh_token)
  }

  async #askForPackages(): Promise<void> {
    const { token } = await this.#clientToken()
    await this.#read(`/Batch/Bulk/${this.#clientId}?${this.#lately}`, token)
    await this.#read(`/Batch/BulkRetailCustomerInfo/${this.#clientId}`, token)
  }

  async #giveBack(): Promise<void> {
    const { token } = await this.#clientToken()
    for (const id of idsIn(await this.#read('/Authorization', token), 'Subscription'))
      await this.#get(`${resources}/Authorization/${id}`, token, 'DELETE')
    this.#refreshTokens = []
  }

  /** One of production, or, before approval, one for the tests. */
  async #clientToken(): Promise<{ token: string | undefined; test: boolean }> {
    const { client_access_token: token } = await this.#token({ grant_type: 'client_credentials' })
    if (token !== undefined) return { token, test: false }
    const forTests = await this.#token({ grant_type: 'client_credentials' }, true)
    return { token: forTests.client_access_token, test: true }
  }

  async #token(params: Record<string, string>, test = false): Promise<Tokens> {
    const basic = Buffer.from(`${this.#clientId}:${this.#own.WATTPROOF_PGE_CLIENT_SECRET}`).toString('base64')
    const asking = this.#world.fetch('pge', `/datacustodian${test ? '/test' : ''}/oauth/v2/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(params).toString(),
    })
    const answer = await asking.catch(() => undefined)
    return answer?.ok ? ((await answer.json()) as Tokens) : {}
  }

  #read(path: string, token: string | undefined): Promise<string> {
    return this.#get(`${resources}${path}`, token)
  }

  async #get(path: string, token: string | undefined, method = 'GET'): Promise<string> {
    const headers = { authorization: `Bearer ${token}` }
    const answer = await this.#world.fetch('pge', path, { method, headers })
    return answer.text()
  }
}

/** Each id that follows a resource's name in a feed's addresses, once. */
function idsIn(feed: string, resource: string): string[] {
  return [...new Set(matches(feed, new RegExp(`/${resource}/([A-Za-z0-9-]+)`, 'g')))]
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found)
}

/** As the world is asked in process, only what follows the host counts. */
function pathOf(address: string): string {
  const { pathname, search } = new URL(address.replaceAll('&amp;', '&'))
  return pathname + search
}
