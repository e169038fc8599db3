import * as v from 'valibot'
import { action, named, newName } from '../../../src/contract/action.ts'
import type { EnedisHouse } from '../dialect/index.ts'
import { noteUnusualHours, offPeakTold } from '../domain/contract-told.ts'
import { customerNamed, giveName, usagePointNamed } from '../domain/names.ts'
import { parisDay } from '../domain/paris.ts'
import * as points from '../domain/point-changes.ts'
import { endServicesOn } from '../domain/sge/services/life.ts'
import { openUsagePoint } from '../domain/usage-point.ts'
import type { Customer, Day, State, UsagePointId } from '../model/index.ts'
import {
  amount,
  calendar,
  contractualState,
  curveStep,
  day,
  direction,
  offPeak,
  pointDetails,
  powerKva,
  servicesLevel,
  tariff,
  text,
} from '../words.ts'

/** Which usage point, and from which day on; today when left out. */
const at = { usagePoint: named('usagePoint'), on: v.optional(day) }
const contract = {
  basis: 'documented',
  source: 'SWAGGER, contract APIs: what they tell of contracts and meters',
} as const
const history = { basis: 'documented', source: 'FAQ, history is bounded by commissioning and move-in' } as const
const curve = {
  basis: 'documented',
  source: 'FAQ, life of a curve: activated by anyone, another party included',
} as const

/** What Enedis does to usage points, contracts and meters. */
export const meters = {
  commission: action(
    {
      title: 'puts a usage point into service for a customer, today unless it says since when',
      args: v.strictObject({
        called: newName('usagePoint'),
        customer: named('customer'),
        details: v.optional(pointDetails, {}),
      }),
      ...history,
    },
    (state: State, { called, customer, details }, house: EnedisHouse) => {
      const { prm, commissionedOn = parisDay(house.now), ...rest } = details
      const holder = state.customers[customerNamed(state, customer)] as Customer
      const told = { ...rest, commissionedOn, id: prm as UsagePointId | undefined }
      const { id } = openUsagePoint(state, { name: `${customer}.${called}`, customer: holder, told }, house)
      giveName(state, 'usagePoint', { name: called, id })
      noteUnusualHours(details.offPeak, house)
      return { usagePoint: id }
    },
  ),

  moveOut: action(
    { title: 'lets the holder of a usage point leave it', args: v.strictObject(at), ...history },
    (state: State, told, house: EnedisHouse) => {
      const where = whereIn(state, told, house)
      points.moveOut(state, where)
      endServicesOn(state, where, house)
      return where
    },
  ),

  moveIn: action(
    {
      title: 'lets a customer move in where another lives or lived',
      args: v.strictObject({ ...at, customer: named('customer') }),
      ...history,
    },
    (state: State, { customer, ...told }, house: EnedisHouse) => {
      const where = whereIn(state, told, house)
      points.moveIn(state, { ...where, customer: customerNamed(state, customer) })
      endServicesOn(state, where, house)
      return where
    },
  ),

  collectCurve: action(
    {
      title: 'begins to collect a load curve, for whoever asked',
      args: v.strictObject({ ...at, direction: v.optional(direction, 'consumption'), step: v.optional(curveStep) }),
      ...curve,
    },
    (state: State, { direction, step, ...told }, house: EnedisHouse) => {
      const where = whereIn(state, told, house)
      points.collectCurve(state, { ...where, direction, step })
      return where
    },
  ),

  stopCurve: action(
    {
      title: 'collects a load curve no more',
      args: v.strictObject({ ...at, direction: v.optional(direction, 'consumption') }),
      ...curve,
    },
    (state: State, { direction, ...told }, house: EnedisHouse) => {
      const where = whereIn(state, told, house)
      points.stopCurve(state, { ...where, direction })
      return where
    },
  ),

  startProduction: action(
    {
      title: 'lets a customer feed in what they produce from now on',
      args: v.strictObject({ ...at, annualKwh: v.optional(amount) }),
      basis: 'observed',
      source: 'CAPTURE, self-consumption has two contracts',
    },
    (state: State, { annualKwh, ...told }, house: EnedisHouse) => {
      const where = whereIn(state, told, house)
      const annualWh = annualKwh === undefined ? undefined : Math.round(annualKwh * 1000)
      points.startProduction(state, { ...where, annualWh })
      return where
    },
  ),

  setContractualState: action(
    {
      title:
        'puts a usage point into another contractual state: being connected, being terminated, or in service again',
      args: v.strictObject({ usagePoint: at.usagePoint, state: contractualState }),
      basis: 'documented',
      source: 'WSDL, etatContractuel; ANNEX, 4M1 to 4M6: orders on a point that is not in service are refused',
    },
    (state: State, { usagePoint, state: contractual }) => {
      points.setContractualState(state, usagePointNamed(state, usagePoint), contractual)
      return { state: contractual }
    },
  ),

  setServicesLevel: action(
    {
      title: 'opens a meter to services, or closes it to them',
      args: v.strictObject({ usagePoint: at.usagePoint, level: servicesLevel }),
      basis: 'documented',
      source: 'FAQ, services level 0, 1 and 2',
    },
    (state: State, { usagePoint, level }) => {
      points.setServicesLevel(state, usagePointNamed(state, usagePoint), level)
      return { level }
    },
  ),

  changeSupplier: action(
    {
      title: 'moves a usage point to another supplier',
      args: v.strictObject({ ...at, contractor: text }),
      ...contract,
    },
    (state: State, { contractor, ...told }, house: EnedisHouse) => {
      const where = whereIn(state, told, house)
      points.changeSupplier(state, { ...where, contractor })
      return where
    },
  ),

  changeTerms: action(
    {
      title: 'changes power, tariff, off-peak hours or calendar of a contract',
      args: v.strictObject({
        ...at,
        powerKva: v.optional(powerKva),
        tariff: v.optional(tariff),
        calendar: v.optional(calendar),
        offPeak: v.optional(offPeak),
      }),
      ...contract,
    },
    (state: State, { powerKva, tariff, calendar, offPeak, ...told }, house: EnedisHouse) => {
      const where = whereIn(state, told, house)
      const terms = {
        ...(powerKva !== undefined && { subscribedPowerKva: powerKva }),
        ...(tariff !== undefined && { distributionTariff: tariff }),
        ...(calendar !== undefined && { supplierCalendar: calendar }),
        ...(offPeak !== undefined && { offPeak: offPeakTold(offPeak) }),
      }
      points.changeTerms(state, { ...where, terms })
      noteUnusualHours(offPeak, house)
      return where
    },
  ),

  replaceMeter: action(
    { title: 'hangs up another meter, whose dials begin at 0', args: v.strictObject(at), ...contract },
    (state: State, told, house: EnedisHouse) => {
      const where = whereIn(state, told, house)
      points.replaceMeter(state, where, house)
      return where
    },
  ),
}

function whereIn(
  state: State,
  { usagePoint, on }: { usagePoint: string; on?: string | undefined },
  { now }: EnedisHouse,
): { usagePoint: UsagePointId; on: Day } {
  return { usagePoint: usagePointNamed(state, usagePoint), on: on ?? parisDay(now) }
}
