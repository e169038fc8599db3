import type { Look } from '../../dialect.ts'
import type { AccountId, Category } from '../../model/index.ts'
import type { MetricView, PropertyView, Seen, SeenAccount } from '../../views.ts'
import type { MeterYear } from './meter-year.ts'
import type { Period } from './period.ts'

/** In which units values are told: the one chosen of each pair. */
export const systems = ['EPA', 'METRIC'] as const
export type MeasurementSystem = (typeof systems)[number]
export type Units = readonly [epa: string, metric: string]

/** Who asks what of which property, and everything that answers are made of. */
export type Asking = PropertyView & {
  state: Seen
  caller: AccountId
  owner: SeenAccount
  sharer: SeenAccount | undefined
  period: Period
  system: MeasurementSystem
  look: Look
  /** The associated meters of each kind, with what they say of the period. */
  years: Readonly<Record<Category, readonly MeterYear[]>>
}

/** A value, or why there is none. */
export type Value = string | { because: string }

/** A metric of the provider's inventory: one value for the period, or one for each of its months. */
export type Metric = {
  id: string
  uom?: Units
  dataType: MetricView['dataType']
} & ({ annual: (asking: Asking) => Value } | { monthly: (asking: Asking) => readonly Value[] })

export type Metrics = Readonly<Record<string, Metric>>

/** A metric in words. */
export const text = (id: string, annual: (asking: Asking) => Value): Metric => ({ id, dataType: 'string', annual })

/** A metric in numbers. */
export const number = (id: string, uom: Units | undefined, annual: (asking: Asking) => Value): Metric => ({
  id,
  ...(uom && { uom }),
  dataType: 'numeric',
  annual,
})

/** A metric in numbers, one for each month. */
export const monthly = (id: string, uom: Units, values: (asking: Asking) => readonly Value[]): Metric => ({
  id,
  uom,
  dataType: 'numeric',
  monthly: values,
})

export const nil = (because: string): Value => ({ because })
export const yesNo = (is: boolean): Value => (is ? 'Yes' : 'No')
