import { Impossible } from '../errors/index.ts'
import type {
  Address,
  Collection,
  Customer,
  Day,
  Flow,
  MeterType,
  Metering,
  ServiceLevel,
  UsagePoint,
  UsagePointId,
} from '../model/index.ts'
import { usualStep } from './collection.ts'
import { contractsTold, type ContractTold } from './contract-told.ts'
import type { Maker } from './customer-record.ts'
import { madeUpDigits } from './made-up.ts'
import { addMember } from './members.ts'
import { daysLater, parisDay } from './paris.ts'
import { faultOfPoint } from './point-rules.ts'
import { prmNumbered } from './prm.ts'
import { sunshine, usual, type ConsumptionSegment } from './usual.ts'

/** When somebody has the curve collected: always, never, or on some days. */
type CurveTold = 'always' | 'never' | { from: Day; until?: Day | undefined; step?: Collection['step'] | undefined }[]
type FlowTold = { annualKwh?: number | undefined; curve?: CurveTold | undefined }
type UseTold = { [Key in 'season' | 'shape']?: Flow['use'][Key] | undefined }

/** What a story says of a usage point; what it leaves out is as usual for the segment. */
export type PointTold = ContractTold & {
  id?: UsagePointId | undefined
  address?: { [Key in keyof Address]?: Address[Key] | undefined } | undefined
  commissionedOn?: Day | undefined
  servicesLevel?: ServiceLevel | undefined
  state?: Exclude<UsagePoint['state'], 'RESIL'> | undefined
  phases?: 1 | 3 | undefined
  meter?: { serialNumber?: string | undefined; type?: MeterType | undefined } | undefined
  /** Null: only what is produced there is measured. */
  consumption?: (FlowTold & UseTold) | null | undefined
  production?: FlowTold | null | undefined
  publishedAfterDays?: number | undefined
  holesOn?: number[] | undefined
  opposesCurve?: boolean | undefined
}

type Told = { name: string; customer: Customer; told: PointTold }

/** Puts a usage point into service for a customer. */
export function openUsagePoint(state: Metering, { name, customer, told }: Told, house: Maker): UsagePoint {
  const id = told.id ?? freePrm(state, house)
  if (id in state.usagePoints) throw new Impossible(`There is a usage point ${id} already.`)
  const segment = told.segment ?? 'C5'
  const commissionedOn = told.commissionedOn ?? usualStart(name, told, house)
  const movedIn = told.movedIn ?? commissionedOn
  const directions = { consumption: told.consumption !== null, production: (told.production ?? null) !== null }
  const point: UsagePoint = {
    id,
    address: { ...customer.mailingAddress, ...known(told.address ?? {}) },
    state: told.state ?? 'SERVC',
    commissionedOn,
    servicesLevel: told.servicesLevel ?? '2',
    supply: supplyOf(segment, told, directions),
    meters: [{ ...meterOf(name, told, house), installedOn: commissionedOn, removedOn: null }],
    flows: { consumption: null, production: null },
    holders: [{ customer: customer.id, movedIn, movedOut: null }],
    contracts: contractsTold({ name, holder: customer.id, told, directions, since: movedIn }, house),
    publishedAfterDays: told.publishedAfterDays ?? 1,
    holesOn: told.holesOn ?? [],
    opposesCurve: told.opposesCurve ?? false,
  }
  point.flows = { consumption: consumptionOf(point, told), production: productionOf(point, told) }
  const fault = faultOfPoint(point)
  if (fault !== undefined) throw new Impossible(`The usage point "${name}" cannot be: ${fault}`)
  state.usagePoints[id] = point
  state.index.changesOf[id] = {}
  addMember(state.index.usagePointsOf, customer.id, id)
  addMember(state.index.pointsIn, point.address.inseeCode, id)
  return state.usagePoints[id]
}

function freePrm(state: Metering, { ids }: Pick<Maker, 'ids'>): UsagePointId {
  const id = prmNumbered(ids.next('usage point'))
  return id in state.usagePoints ? freePrm(state, { ids }) : id
}

/** Before any history; a move-in is after that. */
function usualStart(name: string, { movedIn }: PointTold, { ids, now }: Maker): Day {
  const usual = daysLater(parisDay(now), -6 * 365 - ids.between(0, 400, 'commissioned', name))
  return movedIn !== undefined && movedIn < usual ? movedIn : usual
}

function supplyOf(
  segment: ConsumptionSegment,
  told: PointTold,
  directions: { consumption: boolean; production: boolean },
): UsagePoint['supply'] {
  const { domain, powerKva } = usual[segment]
  const power = Math.max(told.powerKva ?? powerKva, domain === 'BTINF' ? 12 : powerKva)
  return {
    domain,
    phases: told.phases ?? (segment === 'C5' ? 1 : 3),
    connectionPowerKva: {
      consumption: directions.consumption ? power : null,
      production: directions.production ? power : null,
    },
  }
}

function meterOf(name: string, { meter, segment = 'C5' }: PointTold, { ids }: Maker) {
  return {
    serialNumber: meter?.serialNumber ?? madeUpDigits(12, `meter ${name}`, ids),
    type: meter?.type ?? usual[segment].meter,
  }
}

function consumptionOf(point: UsagePoint, { consumption = {}, segment = 'C5' }: PointTold): Flow | null {
  if (consumption === null) return null
  const { use } = usual[segment]
  const annualWh = consumption.annualKwh === undefined ? use.annualWh : Math.round(consumption.annualKwh * 1000)
  const { season = use.season, shape = use.shape } = consumption
  return { use: { annualWh, season, shape }, curve: curveOf(point, consumption.curve) }
}

function productionOf(point: UsagePoint, { production = null, segment = 'C5' }: PointTold): Flow | null {
  if (production === null) return null
  const { annualWh } = usual[segment].production
  const told = production.annualKwh === undefined ? annualWh : Math.round(production.annualKwh * 1000)
  return { use: { annualWh: told, ...sunshine }, curve: curveOf(point, production.curve) }
}

function curveOf(point: UsagePoint, told: CurveTold = 'always'): Collection[] {
  if (told === 'never' || point.servicesLevel !== '2') return []
  const step = usualStep(point)
  if (told === 'always') return [{ from: point.commissionedOn, until: null, step }]
  return told.map((one, at) => ({
    from: one.from,
    until: one.until ?? told[at + 1]?.from ?? null,
    step: one.step ?? step,
  }))
}

/** Without what was left unsaid. */
function known<Part extends object>(part: Part): { [Key in keyof Part]: Exclude<Part[Key], undefined> } {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as never
}
