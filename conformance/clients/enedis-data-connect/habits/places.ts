import { generations, type Day, type Direction, type Generation, type Kind } from '../memory.ts'
import type { Run } from '../run.ts'
import type { Asked } from './calls.ts'

/** What is read of a usage point. */
export type About = { usagePoint: string; direction: Direction; kind: Kind }
/** Whole days in Paris, the last of them excluded. */
export type Window = { from: Day; until: Day }

/** Where things are, in each generation. */
export const places = {
  /** What we were told to use, until it went and the other one answered. */
  generation({ memory, setting }: Run): Generation {
    return memory.generation ?? setting.generation
  },

  /** The one to try when a generation is there no more: v5 ended on a day that nobody was told. */
  otherGeneration({ gone }: Run, generation: Generation): Generation | undefined {
    gone.add(generation)
    // What was given with a code of v4 has no way back, what was given later has none to it.
    return generations.find((other) => other !== 'v4' && !gone.has(other))
  },

  /** It has answered: from now on it is asked first. */
  changeOver({ memory, save }: Run, generation: Generation): void {
    memory.generation = generation
    save()
  },

  consentPage(run: Run): string {
    const version = run.habits.generation(run) === 'v2' ? 'v2' : 'v1'
    return `${run.setting.url}/dataconnect/${version}/oauth2/authorize`
  },

  tokenAddress({ setting }: Run): string {
    return `${setting.url}/oauth2/v3/token`
  },

  codeTokenAddress(run: Run): string {
    return `${run.setting.url}/v1/oauth2/token?${new URLSearchParams({ redirect_uri: run.habits.redirectUri(run) })}`
  },

  servicesAddress({ setting }: Run): string {
    return `${setting.url}/subscribed_services/v1`
  },

  readingsAt(run: Run, generation: Generation, about: About, window: Window): Asked {
    if (generation === 'v2') return run.habits.measuresAt(run, about, window)
    const asked = run.habits.meteringAt(run, about, window)
    return generation === 'v5' ? asked : run.habits.asInV4(run, about.usagePoint, asked)
  },

  measuresAt({ setting }: Run, { usagePoint, direction, kind }: About, { from, until }: Window): Asked {
    const query = new URLSearchParams({ pointId: usagePoint, dateDebut: from, dateFin: until })
    if (kind === 'peaks') {
      query.set('mesuresPas', 'P1D')
      query.set('grandeurPhysique', 'PMA')
    }
    const api = 'mesure_synchrone_auto'
    return { api, url: `${setting.url}/${api}/v2/${measures[direction][kind]}?${query}` }
  },

  meteringAt({ setting }: Run, { usagePoint, direction, kind }: About, { from, until }: Window): Asked {
    const [api, resource] = metering[direction][kind]
    const query = new URLSearchParams({ usage_point_id: usagePoint, start: from, end: until })
    return { api, url: `${setting.url}/${api}/v5/${resource}?${query}` }
  },

  /** Before v5 all measures were one API, and so were customers; each consent had a token of its own. */
  asInV4({ setting }: Run, usagePoint: string, { url }: Asked): Asked {
    const { pathname, search } = new URL(url)
    const [api, version] = pathname.startsWith('/customers') ? ['customers', 'v3'] : ['metering_data', 'v4']
    const resource = pathname.replace(/^\/\w+\/v5\//, '')
    return { api, url: `${setting.url}/${version}/${api}/${resource}${search}`, grantOf: usagePoint }
  },

  contractAt(run: Run, generation: Generation, usagePoint: string): Asked {
    const { setting, habits } = run
    const api = generation === 'v2' ? 'situation_contrat_auto' : 'customers_upc'
    const path = generation === 'v2' ? `v1/${usagePoint}` : `v5/usage_points/contracts?usage_point_id=${usagePoint}`
    const asked = { api, url: `${setting.url}/${api}/${path}` }
    return generation === 'v4' ? habits.asInV4(run, usagePoint, asked) : asked
  },
}

const measures = {
  consumption: {
    daily: 'consommation_quotidienne',
    curve: 'courbe_de_charge_consommation',
    peaks: 'puissance_conso_max_quotidienne',
  },
  production: { daily: 'production_quotidienne', curve: 'courbe_de_charge_production', peaks: '' },
} as const satisfies Record<Direction, Record<Kind, string>>

const metering = {
  consumption: {
    daily: ['metering_data_dc', 'daily_consumption'],
    curve: ['metering_data_clc', 'consumption_load_curve'],
    peaks: ['metering_data_dcmp', 'daily_consumption_max_power'],
  },
  production: {
    daily: ['metering_data_dp', 'daily_production'],
    curve: ['metering_data_plc', 'production_load_curve'],
    peaks: ['', ''],
  },
} as const satisfies Record<Direction, Record<Kind, readonly [api: string, resource: string]>>
