import * as v from 'valibot'
import { credentials, given } from '../../mocks/enedis/seed/index.ts'
import { sge } from '../../mocks/enedis/wire/sge/index.ts'
import { encodeRequest, type SoapService } from '../../src/toolbox/soap/index.ts'
import { inZone, later } from '../../src/toolbox/calendar.ts'
import type { Complex, Shape } from '../../src/toolbox/xml/shape/index.ts'
import type { Doors, HeldWorld } from '../../src/index.ts'

const zone = 'Europe/Paris'

type World = HeldWorld<Doors>
type Words = Readonly<Record<string, unknown>>
type Operation = (typeof sge)[keyof typeof sge]['operation']
type Service = SoapService & { path: string }
const services = new Map<string, Service>(Object.values(sge).map((service) => [service.operation, service]))

/** What a customer has agreed to, as the client was told. */
type Agreement = {
  client: Words
  until: string
  of: readonly string[]
  production: boolean
  isHome: boolean
  isAccess: boolean
  periodicity: string
}

/**
 * The plainest client of SGE there is: it orders and stops what it is told to, asks for yesterday's measures of every
 * point, and takes whatever is answered. It opens no files.
 */
export class SgeClient {
  readonly #world: World
  readonly #own: Words
  readonly #agreements = new Map<string, Agreement>()

  constructor(world: World) {
    this.#world = world
    const told = v.parse(given, world.world.scenario.given.enedis)
    const known = Object.fromEntries(credentials(told, {}).map(({ variable, value }) => [variable, value]))
    const login = known.WATTPROOF_ENEDIS_SGE_LOGIN
    this.#own = {
      ...{ initiateurLogin: login, loginUtilisateur: login, loginDemandeur: login },
      contratId: known.WATTPROOF_ENEDIS_SGE_CONTRACT,
    }
  }

  async ask(ask: string, told: Words): Promise<void> {
    const asks: Readonly<Record<string, () => Promise<unknown>>> = {
      subscribe: () => this.#subscribe(told),
      unsubscribe: () => this.#unsubscribe(String(told.usagePoint)),
      sync: () => this.#sync(),
      history: () => this.#history(told),
      order: () => this.#order(told),
      find: () => this.#call('rechercherPoint', told),
      case: () => this.#case(told),
    }
    await asks[ask]?.()
  }

  async #subscribe({ usagePoint, client, until, of, direction, family, periodicity }: Words): Promise<void> {
    const known = { pointId: usagePoint, autorisationClient: true }
    const answer = await this.#call('consulterDonneesTechniquesContractuelles', known)
    const before = this.#agreements.get(String(usagePoint))
    this.#agreements.set(String(usagePoint), {
      client: (client ?? {}) as Words,
      until: typeof until === 'string' ? until : this.#day('P364D'),
      of: Array.isArray(of) ? of : ['CDC', 'IDX'],
      production: direction === 'production',
      isHome: !/<segment code="C[1-4]"/.test(answer),
      isAccess: family === 'acces',
      periodicity: typeof periodicity === 'string' ? periodicity : 'P1D',
    })
    if (before?.isAccess) await this.#changeAccess(String(usagePoint), before)
    else await this.#collect(String(usagePoint))
  }

  async #collect(usagePoint: string): Promise<void> {
    const { client, until, of, production, isHome, isAccess, periodicity } = this.#agreed(usagePoint)
    if (isAccess) return this.#openAccess(usagePoint)
    for (const measures of of) {
      await this.#call('commanderCollectePublicationMesures', {
        ...{ objetCode: 'AME', pointId: usagePoint, dateDebut: this.#day(), dateFin: until },
        declarationAccordClient: { accord: true, ...declared(client) },
        ...{ mesuresTypeCode: measures, soutirage: !production, injection: production },
        ...(measures === 'CDC' && { mesuresPas: isHome ? 'PT30M' : 'PT10M' }),
        ...{ mesuresCorrigees: false, transmissionRecurrente: true, periodiciteTransmission: periodicity },
      })
    }
  }

  async #openAccess(usagePoint: string): Promise<void> {
    const { client, until, of, periodicity } = this.#agreed(usagePoint)
    await this.#call('commanderServicesAccesDonnees', {
      ...{ pointId: usagePoint, dateFin: until, sens: 'SOUTIRAGE' },
      declarationAccordClient: { accord: true, ...declared(client) },
      servicesSouscrits: {
        serviceSouscrit: of.map((typeDonnees) => ({ typeDonnees, ...publishedBy(periodicity) })),
      },
    })
  }

  /** What runs is to last longer, or to come at other times. */
  async #changeAccess(usagePoint: string, before: Agreement): Promise<void> {
    const { client, until, periodicity } = this.#agreed(usagePoint)
    const about = { pointId: usagePoint, sens: 'SOUTIRAGE' }
    const found = numbersIn(await this.#call('rechercherServicesAccesDonnees', { pointId: usagePoint }))
    if (until > before.until) {
      const declarationAccordClient = { accord: true, ...declared(client) }
      const servicesSouscrits = { serviceSouscritId: found }
      const words = { ...about, dateFin: until, declarationAccordClient, servicesSouscrits }
      await this.#call('commanderRenouvellementServicesAccesDonnees', words)
    }
    if (periodicity === before.periodicity) return
    const serviceSouscrit = found.map((serviceSouscritId) => ({
      serviceSouscritId,
      ajouterOptionsPublication: publishedBy(periodicity).optionsPublication,
      supprimerOptionsPublication: publishedBy(before.periodicity).optionsPublication,
    }))
    const words = { ...about, servicesSouscrits: { serviceSouscrit } }
    await this.#call('commanderModificationOptionsServicesAccesDonnees', words)
  }

  /** Asks again for what it was refused, as clients do, and reads what yesterday brought. */
  async #sync(): Promise<void> {
    for (const [usagePoint, { until, isAccess }] of this.#agreements) {
      if (until < this.#day()) continue
      const search = isAccess ? 'rechercherServicesAccesDonnees' : 'rechercherServicesSouscritsMesures'
      const running = await this.#call(search, { pointId: usagePoint })
      if (!/<etatCode>(DEMANDE|ACTIF)</.test(running)) await this.#collect(usagePoint)
      await this.#readDay(usagePoint)
    }
  }

  async #readDay(usagePoint: string): Promise<void> {
    const { production } = this.#agreed(usagePoint)
    const quantities = { COURBE: 'PA', ENERGIE: 'EA', PMAX: 'PMA', INDEX: 'EA' }
    for (const [kind, quantity] of Object.entries(quantities)) {
      await this.#call('consulterMesuresDetailleesV3', {
        ...{ pointId: usagePoint, mesuresTypeCode: kind, grandeurPhysique: quantity, mesuresCorrigees: false },
        ...{ dateDebut: this.#day('-P1D'), dateFin: this.#day(), sens: production ? 'INJECTION' : 'SOUTIRAGE' },
        ...(kind === 'PMAX' && { mesuresPas: 'P1D' }),
        cadreAcces: 'ACCORD_CLIENT',
      })
    }
  }

  async #unsubscribe(usagePoint: string): Promise<void> {
    this.#agreements.delete(usagePoint)
    const found = await this.#call('rechercherServicesSouscritsMesures', { pointId: usagePoint })
    for (const id of numbersIn(found)) {
      const words = { objetCode: 'ASS', pointId: usagePoint, serviceSouscritId: id }
      await this.#call('commanderArretServiceSouscritMesures', words)
    }
    const access = await this.#call('rechercherServicesAccesDonnees', { pointId: usagePoint })
    const ids = numbersIn(access)
    if (ids.length === 0) return
    const words = { pointId: usagePoint, sens: 'SOUTIRAGE', servicesSouscrits: { serviceSouscritId: ids } }
    await this.#call('commanderArretServicesAccesDonnees', words)
  }

  async #history({ usagePoint, from, until, of = 'CDC' }: Words): Promise<void> {
    const agreement = this.#agreements.get(String(usagePoint))
    await this.#call('commanderTransmissionHistoriqueMesures', {
      ...{ objetCode: 'HDM', pointId: usagePoint, dateDebut: from, dateFin: until },
      declarationAccordClient: { accordClient: agreement !== undefined, ...declared(agreement?.client ?? {}) },
      ...{ mesureType: of, mesureCorrigee: false },
      ...(of === 'CDC' && { pasCdc: { valeur: agreement?.isHome === false ? '10' : '30', unite: 'min' } }),
    })
  }

  async #order({ usagePoints, of, from, until, format }: Words): Promise<void> {
    await this.#call('commandeHistoriqueDonneesMesuresFines', {
      ...(format !== undefined && { format }),
      ...{ pointIds: { pointId: usagePoints }, mesuresTypeCode: of, mesuresCorrigees: false },
      ...{ dateDebut: from, dateFin: until, sens: 'SOUTIRAGE', cadreAcces: 'ACCORD_CLIENT' },
    })
  }

  async #case({ case: _, service, ...words }: Words): Promise<void> {
    await this.#call(service as Operation, words)
  }

  /** Calls a service with words by the names it has for them, and answers with the envelope that came. */
  async #call(operation: Operation, words: Words): Promise<string> {
    const service = services.get(operation) as Service
    const body = encodeRequest(service, { body: placed(service.request.shape, { ...this.#own, ...words }) ?? {} })
    const headers = { 'content-type': 'text/xml; charset=utf-8' }
    const answer = await this.#world.fetch('enedis', service.path, { method: 'POST', body, headers, surface: 'sge' })
    return answer.text()
  }

  #agreed(usagePoint: string): Agreement {
    return this.#agreements.get(usagePoint) as Agreement
  }

  #day(after = 'PT0S'): string {
    return inZone(later(this.#world.now, after, zone), zone).slice(0, 10)
  }
}

/** Puts each word where its name stands in a message, however deep; what nothing was said of is left out. */
function placed(shape: Shape, words: Words): Words | undefined {
  const message: Record<string, unknown> = {}
  for (const [name, { of }] of Object.entries((shape as Complex).children)) {
    const said = words[name]
    const isText = of.content === 'simple'
    if (said !== undefined) message[name] = isText ? said : wholeOf(of, said)
    else if (!isText) {
      const inner = placed(of, words)
      if (inner !== undefined) message[name] = inner
    }
  }
  return Object.keys(message).length > 0 ? message : undefined
}

/** What was said as a whole stands as it was said. */
function wholeOf(shape: Shape, said: unknown): unknown {
  if (Array.isArray(said)) return said.map((one) => wholeOf(shape, one))
  return placed(shape, said as Words) ?? {}
}

const publishedBy = (periodiciteTransmission: string) => ({
  optionsPublication: { optionPublication: [{ mesuresCorrigees: false, periodiciteTransmission }] },
})

function declared({ nom, prenom, civilite = 'M', denominationSociale }: Words): Words {
  if (denominationSociale !== undefined) return { personneMorale: { denominationSociale } }
  return nom === undefined ? {} : { personnePhysique: { civilite, nom, ...(prenom !== undefined && { prenom }) } }
}

const numbersIn = (envelope: string): string[] =>
  [...envelope.matchAll(/<serviceSouscritId>([^<]*)</g)].flatMap(([, id]) => id ?? [])
