import { Impossible } from '../errors/index.ts'
import {
  directions,
  type Contract,
  type CurveStep,
  type CustomerId,
  type Day,
  type Direction,
  type Metering,
  type ServiceLevel,
  type Terms,
  type UsagePoint,
  type UsagePointId,
} from '../model/index.ts'
import { usualStep } from './collection.ts'
import { productionTerms } from './contract-told.ts'
import { contractOn, termsOn } from './contracts.ts'
import type { Maker } from './customer-record.ts'
import { madeUpDigits } from './made-up.ts'
import { addMember } from './members.ts'
import { faultOfPoint } from './point-rules.ts'
import { sunshine, usual, type ConsumptionSegment } from './usual.ts'

/** A change of a usage point, from a day in Paris on. */
type On = { usagePoint: UsagePointId; on: Day }

/** Somebody has the curve collected: the customer, an application, or another party. Source: FAQ, life of a curve. */
export function collectCurve(
  state: Metering,
  { usagePoint, on, direction, step }: On & { direction: Direction; step?: CurveStep | undefined },
): void {
  const point = pointAt(state, usagePoint)
  stopCurve(state, { usagePoint, on, direction })
  point.flows[direction]?.curve.push({ from: on, until: null, step: step ?? usualStep(point) })
  mustBePossible(point)
}

/** Nobody wants the curve any more. */
export function stopCurve(state: Metering, { usagePoint, on, direction }: On & { direction: Direction }): void {
  const point = pointAt(state, usagePoint)
  const flow = point.flows[direction]
  if (flow === null) throw new Impossible(`Usage point ${usagePoint} has no ${direction}.`)
  flow.curve = flow.curve
    .filter(({ from }) => from < on)
    .map((one) => ({ ...one, until: one.until === null || one.until > on ? on : one.until }))
}

/** The customer does not let the curve be recorded, or no longer minds. Source: SWAGGER, ADAM-ERR0075. */
export function opposeCurve(state: Metering, usagePoint: UsagePointId, opposes: boolean): void {
  pointAt(state, usagePoint).opposesCurve = opposes
}

/** The meter is opened to services, or closed to them. Source: FAQ, services level. */
export function setServicesLevel(state: Metering, usagePoint: UsagePointId, level: ServiceLevel): void {
  const point = pointAt(state, usagePoint)
  point.servicesLevel = level
  mustBePossible(point)
}

/** A point is being connected or terminated, or nobody can be billed there, or it is in service again. Source: WSDL, etatContractuel. */
export function setContractualState(
  state: Metering,
  usagePoint: UsagePointId,
  contractual: Exclude<UsagePoint['state'], 'RESIL'>,
): void {
  const point = pointAt(state, usagePoint)
  if (point.state === 'RESIL') throw new Impossible(`Usage point ${usagePoint} has no holder: somebody has to move in.`)
  point.state = contractual
}

/** Readings are published some days after the day they are of: 1 for most meters, 2 for some. Source: SWAGGER. */
export function publishLater(state: Metering, usagePoint: UsagePointId, days: number): void {
  pointAt(state, usagePoint).publishedAfterDays = days
}

/** The customer begins to feed in what they produce: from here on both directions measure what remains. */
export function startProduction(
  state: Metering,
  { usagePoint, on, annualWh }: On & { annualWh?: number | undefined },
): void {
  const point = pointAt(state, usagePoint)
  const { holder, contractor, balanceResponsibleParty, segment } = consumptionContract(point, on)
  if (point.flows.production !== null) throw new Impossible(`Usage point ${usagePoint} produces already.`)
  const { production } = usual[segment as ConsumptionSegment]
  const use = { annualWh: annualWh ?? production.annualWh, ...sunshine }
  point.flows.production = { use, curve: [{ from: on, until: null, step: usualStep(point) }] }
  point.supply.connectionPowerKva.production = point.supply.connectionPowerKva.consumption
  point.contracts.push({
    direction: 'production',
    type: production.contract,
    segment: production.segment,
    holder,
    contractor,
    balanceResponsibleParty,
    startsOn: on,
    endsOn: null,
    terms: [productionTerms(on)],
  })
}

/** The holder leaves and their contracts end; without someone else the point is out of service. */
export function moveOut(state: Metering, { usagePoint, on }: On): void {
  const point = pointAt(state, usagePoint)
  for (const holding of point.holders) holding.movedOut ??= on
  for (const contract of point.contracts) contract.endsOn ??= on
  point.state = 'RESIL'
}

/** Somebody moves in where another lives or lived, on the same terms. Source: FAQ, history is bounded by the move-in. */
export function moveIn(state: Metering, { usagePoint, on, customer }: On & { customer: CustomerId }): void {
  const point = pointAt(state, usagePoint)
  moveOut(state, { usagePoint, on })
  for (const direction of directions) {
    const before = point.contracts.findLast((one) => one.direction === direction)
    if (before) point.contracts.push(renewed(before, { on, holder: customer }))
  }
  point.holders.push({ customer, movedIn: on, movedOut: null })
  point.state = 'SERVC'
  addMember(state.index.usagePointsOf, customer, usagePoint)
}

/** The holder goes to another supplier: another contract on the same terms. */
export function changeSupplier(state: Metering, { usagePoint, on, contractor }: On & { contractor: string }): void {
  const point = pointAt(state, usagePoint)
  const before = consumptionContract(point, on)
  before.endsOn = on
  const shared = { contractor, balanceResponsibleParty: contractor }
  point.contracts.push({ ...renewed(before, { on, holder: before.holder }), ...shared })
}

/** The contract says something else from a day on: power, tariff, off-peak hours or calendar. */
export function changeTerms(
  state: Metering,
  { usagePoint, on, terms }: On & { terms: Partial<Omit<Terms, 'since'>> },
): void {
  const point = pointAt(state, usagePoint)
  const contract = consumptionContract(point, on)
  const last = contract.terms.at(-1) as Terms
  if (last.since >= on)
    throw new Impossible(`The terms of ${usagePoint} have changed on ${last.since}: choose a later day.`)
  contract.terms.push({ ...last, ...terms, since: on })
  mustBePossible(point)
}

/** Another meter is hung up, whose dials begin at 0. */
export function replaceMeter(state: Metering, { usagePoint, on }: On, { ids }: Pick<Maker, 'ids'>): void {
  const point = pointAt(state, usagePoint)
  const last = point.meters.at(-1)
  if (last === undefined || last.installedOn >= on)
    throw new Impossible(`No meter hangs at ${usagePoint} before ${on}.`)
  last.removedOn = on
  const serialNumber = madeUpDigits(12, `meter ${usagePoint} ${on}`, ids)
  point.meters.push({ serialNumber, type: last.type, installedOn: on, removedOn: null })
}

function renewed(contract: Contract, { on, holder }: { on: Day; holder: CustomerId }): Contract {
  return { ...contract, holder, startsOn: on, endsOn: null, terms: [{ ...termsOn(contract, on), since: on }] }
}

function consumptionContract(point: UsagePoint, on: Day): Contract {
  const contract = contractOn(point, 'consumption', on)
  if (contract === undefined) throw new Impossible(`Usage point ${point.id} has no contract on ${on}.`)
  return contract
}

function pointAt(state: Metering, id: UsagePointId): UsagePoint {
  const point = state.usagePoints[id]
  if (point === undefined) throw new Impossible(`There is no usage point ${id}.`)
  return point
}

function mustBePossible(point: UsagePoint): void {
  const fault = faultOfPoint(point)
  if (fault !== undefined) throw new Impossible(`Usage point ${point.id} cannot be so: ${fault}`)
}
