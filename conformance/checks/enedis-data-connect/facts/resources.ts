export type Direction = 'consumption' | 'production'
/** What is asked for at an address: one kind of measures, or who and what a usage point is. */
export type Kind = 'curve' | 'daily' | 'maxPower' | 'index' | 'contract' | 'customer' | 'services' | 'token'
export type Generation = 'v4' | 'v5' | 'v2'

/** An address as Enedis reads it. */
export type Resource = { kind: Kind; generation: Generation; direction?: Direction; usagePoint?: string }

type Measures = Pick<Resource, 'kind' | 'direction'>

/** Source: SWAGGER, measures of 2026. */
const ofV2: Readonly<Record<string, Measures>> = {
  consommation_quotidienne: { kind: 'daily', direction: 'consumption' },
  production_quotidienne: { kind: 'daily', direction: 'production' },
  courbe_de_charge_consommation: { kind: 'curve', direction: 'consumption' },
  courbe_de_charge_production: { kind: 'curve', direction: 'production' },
  puissance_conso_max_quotidienne: { kind: 'maxPower', direction: 'consumption' },
  index_consommation: { kind: 'index', direction: 'consumption' },
  index_production: { kind: 'index', direction: 'production' },
}

/** Source: SWAGGER, measures of v5, and of v4 before it. */
const ofV5: Readonly<Record<string, Measures>> = {
  daily_consumption: { kind: 'daily', direction: 'consumption' },
  daily_production: { kind: 'daily', direction: 'production' },
  consumption_load_curve: { kind: 'curve', direction: 'consumption' },
  production_load_curve: { kind: 'curve', direction: 'production' },
  daily_consumption_max_power: { kind: 'maxPower', direction: 'consumption' },
}

/** What is at a path, as far as it is somewhere at all. */
export function resourceAt(path: string): Resource | undefined {
  if (/^\/oauth2\/v3\/(token|revoke)\/?$/.test(path)) return { kind: 'token', generation: 'v5' }
  if (/^\/v1\/oauth2\/token\/?$/.test(path)) return { kind: 'token', generation: 'v4' }
  if (/^\/subscribed_services\/v1\/?$/.test(path)) return { kind: 'services', generation: 'v2' }
  return measuresAt(path) ?? contractAt(path)
}

function measuresAt(path: string): Resource | undefined {
  const [, today = ''] = /^\/mesure_synchrone_auto\/v\d\/(?:metering_data\/)?(\w+)/.exec(path) ?? []
  if (ofV2[today]) return { generation: 'v2', ...ofV2[today] }
  const [, former = ''] = /^\/metering_data_\w+\/v5\/(\w+)/.exec(path) ?? []
  if (ofV5[former]) return { generation: 'v5', ...ofV5[former] }
  const [, oldest = ''] = /^\/v4\/metering_data\/(\w+)/.exec(path) ?? []
  return ofV5[oldest] && { generation: 'v4', ...ofV5[oldest] }
}

function contractAt(path: string): Resource | undefined {
  const today =
    /^\/(?:situation_contrat|synth_contrat|donnees_generales|alimentation|comptage)_auto\/v1(?:\/(\w+))?/.exec(path)
  if (today) return { kind: 'contract', generation: 'v2', ...(today[1] !== undefined && { usagePoint: today[1] }) }
  if (/^\/customers_\w+\/v5\//.test(path)) return { kind: 'customer', generation: 'v5' }
  return /^\/v3\/customers\//.test(path) ? { kind: 'customer', generation: 'v4' } : undefined
}
