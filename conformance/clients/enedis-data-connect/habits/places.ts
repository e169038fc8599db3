import type { Day, Direction, Generation, Kind } from '../memory.ts'
import type { Run } from '../run.ts'
import type { Asked } from './calls.ts'

/** What is read of a usage point. */
export type About = { usagePoint: string; direction: Direction; kind: Kind }
/** Whole days in Paris, the last of them excluded. */
export type Window = { from: Day; until: Day }

/** Where things are, in either generation. */
export const places = {
  /** What we were told to use, until it went and the other one answered. */
  generation({ memory, setting }: Run): Generation {
    return memory.generation ?? setting.generation
  },

  /** The one to try when a generation is there no more: v5 ended on a day that nobody was told. */
  otherGeneration({ gone }: Run, generation: Generation): Generation | undefined {
    gone.add(generation)
    const other = generation === 'v2' ? 'v5' : 'v2'
    return gone.has(other) ? undefined : other
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

  servicesAddress({ setting }: Run): string {
    return `${setting.url}/subscribed_services/v1`
  },

  readingsAt(run: Run, generation: Generation, about: About, window: Window): Asked {
    return generation === 'v2' ? run.habits.measuresAt(run, about, window) : run.habits.meteringAt(run, about, window)
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

  contractAt({ setting }: Run, generation: Generation, usagePoint: string): Asked {
    const api = generation === 'v2' ? 'situation_contrat_auto' : 'customers_upc'
    const path = generation === 'v2' ? `v1/${usagePoint}` : `v5/usage_points/contracts?usage_point_id=${usagePoint}`
    return { api, url: `${setting.url}/${api}/${path}` }
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
