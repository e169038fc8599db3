import * as v from 'valibot'
import { credentials, given } from '../../mocks/enedis/seed/index.ts'
import type { Doors, HeldWorld } from '../../src/index.ts'
import { inZone, later } from '../../src/toolbox/calendar.ts'

const zone = 'Europe/Paris'
const redirectUri = 'http://localhost:3000/callback'
const form = { 'content-type': 'application/x-www-form-urlencoded' }

type World = HeldWorld<Doors>
type Generation = 'v2' | 'v4' | 'v5'
type Tokens = { access_token?: string; refresh_token?: string; usage_points_id?: string }
type Services = { serviceSouscrit?: { pointId: string }[] | null }

/** What is read of a usage point day by day, by generation. */
const measures: Record<Generation, readonly string[]> = {
  v2: [
    'consommation_quotidienne',
    'courbe_de_charge_consommation',
    'puissance_conso_max_quotidienne',
    'index_consommation',
    'production_quotidienne',
    'courbe_de_charge_production',
    'index_production',
  ].map((resource) => `/mesure_synchrone_auto/v2/${resource}`),
  v4: ['daily_consumption', 'consumption_load_curve', 'daily_consumption_max_power'].map(
    (resource) => `/v4/metering_data/${resource}`,
  ),
  v5: [
    '/metering_data_dc/v5/daily_consumption',
    '/metering_data_clc/v5/consumption_load_curve',
    '/metering_data_dcmp/v5/daily_consumption_max_power',
    '/metering_data_dp/v5/daily_production',
    '/metering_data_plc/v5/production_load_curve',
  ],
}

/** What is known of a usage point and who holds it; of v2 without the PRM that ends the address. */
const customers: Record<Generation, readonly string[]> = {
  v2: ['situation_contrat_auto', 'synth_contrat_auto', 'donnees_generales_auto', 'alimentation_auto', 'comptage_auto'],
  v4: ['/v3/customers/identity', '/v3/customers/usage_points/contracts'],
  v5: ['/customers_i/v5/identity', '/customers_upc/v5/usage_points/contracts'],
}

/** The plainest client there is: takes consents, exchanges what they come with, and reads a week of everything. */
export class DataConnectClient {
  readonly #world: World
  readonly #own: Readonly<Record<string, string>>
  #generation: Generation
  #token: string | undefined
  readonly #usagePoints = new Set<string>()
  /** Numbers whose usage points are not known yet. */
  readonly #authorisations = new Set<string>()
  /** Refresh tokens of v4. */
  #refreshTokens: string[]

  constructor(world: World) {
    this.#world = world
    const told = v.parse(given, world.world.scenario.given.enedis)
    this.#own = Object.fromEntries(credentials(told, {}).map(({ variable, value }) => [variable, value]))
    this.#generation = told.generation
    this.#token = this.#own.WATTPROOF_ENEDIS_ACCESS_TOKEN
    for (const prm of this.#heldAs('PRM')) this.#usagePoints.add(prm)
    this.#refreshTokens = this.#heldAs('REFRESH_TOKEN')
  }

  async ask(ask: string): Promise<void> {
    const asks: Record<string, () => Promise<void>> = { authorize: () => this.#authorize(), sync: () => this.#sync() }
    await asks[ask]?.()
  }

  #heldAs(what: string): string[] {
    const held = Object.entries(this.#own).filter(([variable]) => variable.startsWith(`WATTPROOF_ENEDIS_${what}_`))
    return held.map(([, value]) => value)
  }

  /** The application in production, or, before there is one, that of the sandbox. */
  get #application(): { id: string; secret: string; isSandbox: boolean } {
    const { WATTPROOF_ENEDIS_CLIENT_ID: id, WATTPROOF_ENEDIS_CLIENT_SECRET: secret = '' } = this.#own
    if (id !== undefined) return { id, secret, isSandbox: false }
    const { WATTPROOF_ENEDIS_SANDBOX_CLIENT_ID: own = '', WATTPROOF_ENEDIS_SANDBOX_CLIENT_SECRET: its = '' } = this.#own
    return { id: own, secret: its, isSandbox: true }
  }

  /** Plays the browser too: the page answers at once, as the customer has decided. */
  async #authorize(): Promise<void> {
    const states = this.#application.isSandbox ? Array.from('0123456789', (digit) => `plain-${digit}`) : ['plain']
    for (const state of states) await this.#consent(state)
  }

  async #consent(state: string): Promise<void> {
    const { id } = this.#application
    const query = new URLSearchParams({ client_id: id, response_type: 'code', duration: 'P1Y', state })
    const version = this.#generation === 'v2' ? 'v2' : 'v1'
    const answer = await this.#world.fetch('enedis', `/dataconnect/${version}/oauth2/authorize?${query.toString()}`)
    const back = new URL(answer.headers.get('location') ?? redirectUri).searchParams
    if (back.has('error')) return
    const [authorisation, usagePoints, code] = ['autorisation_id', 'usage_point_id', 'code'].map((word) =>
      back.get(word),
    )
    if (authorisation) this.#authorisations.add(authorisation)
    for (const prm of usagePoints?.split(/[;,]/) ?? []) this.#usagePoints.add(prm)
    if (this.#generation === 'v4' && code) await this.#tokensOfV4({ grant_type: 'authorization_code', code })
  }

  async #sync(): Promise<void> {
    if (this.#generation === 'v4') return this.#syncOfV4()
    for (const authorisation of this.#authorisations) await this.#exchange(authorisation)
    for (const usagePoint of this.#usagePoints) await this.#readAll(usagePoint, (path) => this.#read(path))
  }

  async #syncOfV4(): Promise<void> {
    for (const held of this.#refreshTokens.splice(0)) {
      const tokens = await this.#tokensOfV4({ grant_type: 'refresh_token', refresh_token: held })
      const headers = { authorization: `Bearer ${tokens.access_token}` }
      for (const usagePoint of tokens.usage_points_id?.split(',') ?? [])
        await this.#readAll(usagePoint, (path) => this.#world.fetch('enedis', path, { headers }))
    }
  }

  /** Not every number is known at once, and a list may be empty, null or missing until it is. */
  async #exchange(authorisation: string): Promise<void> {
    const asked = { autorisationId: Number(authorisation), autorisation: true, comptage: false, serviceType: 'ACCES' }
    const answer = await this.#read('/subscribed_services/v1', { method: 'POST', body: JSON.stringify(asked) })
    if (!answer.ok) return
    const { serviceSouscrit } = (await answer.json()) as Services
    for (const { pointId } of serviceSouscrit ?? []) this.#usagePoints.add(pointId)
    if (serviceSouscrit?.length) this.#authorisations.delete(authorisation)
  }

  async #readAll(usagePoint: string, read: (path: string) => Promise<Response>): Promise<void> {
    for (const path of measures[this.#generation]) {
      const answer = await read(`${path}?${this.#weekOf(usagePoint)}`)
      if (answer.status === 404 && (await isSwitchedOff(answer))) {
        this.#generation = 'v2'
        return this.#readAll(usagePoint, read)
      }
    }
    for (const path of customers[this.#generation])
      await read(this.#generation === 'v2' ? `/${path}/v1/${usagePoint}` : `${path}?usage_point_id=${usagePoint}`)
  }

  #weekOf(usagePoint: string): string {
    const day = (instant: string) => inZone(instant, zone).slice(0, 10)
    const [from, until] = [day(later(this.#world.now, '-P7D', zone)), day(this.#world.now)]
    const params =
      this.#generation === 'v2'
        ? { pointId: usagePoint, dateDebut: from, dateFin: until, mesuresPas: 'P1D', grandeurPhysique: 'PMA' }
        : { usage_point_id: usagePoint, start: from, end: until }
    return new URLSearchParams(params).toString()
  }

  /** Asks with the token it has, and once more with a new one where that is no longer good. */
  async #read(path: string, init: { method?: string; body?: string } = {}): Promise<Response> {
    this.#token ??= await this.#newToken()
    const ask = () => {
      const headers = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' }
      return this.#world.fetch('enedis', path, { ...init, headers })
    }
    const first = await ask()
    if (first.status !== 401) return first
    this.#token = await this.#newToken()
    return ask()
  }

  async #newToken(): Promise<string | undefined> {
    const { id, secret } = this.#application
    const tokens = await this.#tokens('/oauth2/v3/token', {
      ...{ grant_type: 'client_credentials', client_id: id, client_secret: secret },
    })
    return tokens.access_token
  }

  async #tokensOfV4(params: Record<string, string>): Promise<Tokens> {
    const { id, secret } = this.#application
    const path = `/v1/oauth2/token?redirect_uri=${encodeURIComponent(redirectUri)}`
    const tokens = await this.#tokens(path, { ...params, client_id: id, client_secret: secret })
    if (tokens.refresh_token !== undefined) this.#refreshTokens.push(tokens.refresh_token)
    return tokens
  }

  async #tokens(path: string, params: Record<string, string>): Promise<Tokens> {
    const body = new URLSearchParams(params).toString()
    const answer = await this.#world
      .fetch('enedis', path, { method: 'POST', headers: form, body })
      .catch(() => undefined)
    return answer?.ok ? ((await answer.json()) as Tokens) : {}
  }
}

/** The gateway says so in words of its own; an API that has no data says something else. */
async function isSwitchedOff(answer: Response): Promise<boolean> {
  return (await answer.text()).includes('"Not Found"')
}
