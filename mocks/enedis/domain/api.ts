import type { ApiName, DataKind, Generation } from '../model/index.ts'
import { apiNames } from '../model/index.ts'
import type { SeenApplication } from '../views/index.ts'

/** An API at an address: the word it is subscribed by, and its generation. */
export type ApiAt = { api: ApiName; generation: Generation }

const ofV4: readonly ApiName[] = ['metering_data', 'customers']
const of2026: readonly ApiName[] = [
  'mesure_synchrone_auto',
  'situation_contrat_auto',
  'synth_contrat_auto',
  'donnees_generales_auto',
  'alimentation_auto',
  'comptage_auto',
  'subscribed_services',
]

/** Which API a path belongs to; v4 has its version before the word, later ones after it. */
export function apiAt(path: string): ApiAt | undefined {
  const [, first = '', second = ''] = path.split('/')
  const word = /^v[34]$/.test(first) ? second : first
  const api = apiNames.find((name) => name === word)
  return api && { api, generation: generationOf(api) }
}

function generationOf(api: ApiName): Generation {
  if (ofV4.includes(api)) return 'v4'
  return of2026.includes(api) ? 'v2' : 'v5'
}

/** Those that authorise belong to every application. Source: FAQ, authorisation APIs; that this is one is inferred. */
export function isSubscribed({ apis }: Pick<SeenApplication, 'apis'>, api: ApiName): boolean {
  return api === 'subscribed_services' || Object.hasOwn(apis, api)
}

/** What a v5 or contract API reads, where it is one thing. */
export const kindOfApi: Readonly<Partial<Record<ApiName, DataKind>>> = {
  metering_data_dc: 'dailyEnergy',
  metering_data_clc: 'loadCurve',
  metering_data_dcmp: 'maxPower',
  metering_data_dp: 'dailyEnergy',
  metering_data_plc: 'loadCurve',
  customers_i: 'identity',
  customers_cd: 'contact',
  customers_upa: 'address',
  customers_upc: 'contract',
  situation_contrat_auto: 'contract',
  synth_contrat_auto: 'contract',
  donnees_generales_auto: 'address',
  alimentation_auto: 'supply',
  comptage_auto: 'supply',
}
