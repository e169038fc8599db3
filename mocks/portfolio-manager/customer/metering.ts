import * as v from 'valibot'
import { action, named } from '../../../src/contract/action.ts'
import { day } from '../../../src/contract/words.ts'
import type { PmHouse } from '../dialect.ts'
import { correctOnPage, countOnPage, deleteOnPage, enterOnPage } from '../domain/page-entries.ts'
import type { AccountId, MeterId, State } from '../model/index.ts'
import { as, customerNamed, meterHere, propertyHere } from './words.ts'

const amount = v.number()
const estimated = v.optional(v.boolean(), false)
const percent = v.picklist([0, 25, 50, 75, 100])
const meter = { as, property: v.optional(named('property')), meter: named('meter') }
const entered = { basis: 'documented', source: 'FAQ, customers enter and correct meter data on the page' } as const
const counted = { basis: 'documented', source: 'DOC, Meter association: needed before any metric' } as const

/** What people do with the data of their meters. */
export const metering = {
  enterBill: action(
    {
      title: 'enters a bill of a meter',
      args: v.strictObject({
        ...meter,
        startDate: day,
        endDate: day,
        usage: amount,
        cost: v.optional(amount),
        estimated,
      }),
      ...entered,
    },
    (state: State, { startDate, endDate, usage, cost, estimated, ...said }, house: PmHouse) => {
      const entry = { startDate, endDate, usage: String(usage), ...costOf(cost), estimatedValue: estimated }
      return { entered: enterOnPage(state, { ...whereIn(state, said), kind: 'consumption', entry }, house) }
    },
  ),

  enterDelivery: action(
    {
      title: 'enters a delivery to a meter that records those',
      args: v.strictObject({ ...meter, deliveryDate: day, quantity: amount, cost: v.optional(amount), estimated }),
      ...entered,
    },
    (state: State, { deliveryDate, quantity, cost, estimated, ...said }, house: PmHouse) => {
      const entry = { deliveryDate, quantity: String(quantity), ...costOf(cost), estimatedValue: estimated }
      return { entered: enterOnPage(state, { ...whereIn(state, said), kind: 'delivery', entry }, house) }
    },
  ),

  enterWaste: action(
    {
      title: 'enters what a waste meter recorded: a quantity, or how often a container was emptied',
      args: v.strictObject({
        ...meter,
        startDate: day,
        endDate: v.optional(day),
        quantity: v.optional(amount),
        timesEmptied: v.optional(amount),
        averagePercentFull: v.optional(percent),
        cost: v.optional(amount),
        estimated,
      }),
      ...entered,
    },
    (state: State, { as, property, meter, estimated, ...said }, house: PmHouse) => {
      const { startDate, endDate, quantity, timesEmptied, averagePercentFull, cost } = said
      const entry = {
        startDate,
        ...(endDate !== undefined && { endDate }),
        ...(quantity !== undefined && { quantity: String(quantity) }),
        ...(timesEmptied !== undefined && { timesEmptied: String(timesEmptied) }),
        ...(averagePercentFull !== undefined && { averagePercentFull }),
        ...costOf(cost),
        estimatedValue: estimated,
      }
      const where = whereIn(state, { as, property, meter })
      return { entered: enterOnPage(state, { ...where, kind: 'waste', entry }, house) }
    },
  ),

  correctBill: action(
    {
      title: 'corrects the bill that begins on `startDate`; what is left out stays as it was',
      args: v.strictObject({
        ...meter,
        startDate: day,
        endDate: v.optional(day),
        usage: v.optional(amount),
        cost: v.optional(amount),
        estimated: v.optional(v.boolean()),
      }),
      ...entered,
    },
    (state: State, { startDate, endDate, usage, cost, estimated, ...said }, house: PmHouse) => {
      const correction = {
        ...(endDate !== undefined && { endDate }),
        ...(usage !== undefined && { usage: String(usage) }),
        ...costOf(cost),
        ...(estimated !== undefined && { estimatedValue: estimated }),
      }
      return { corrected: correctOnPage(state, { ...whereIn(state, said), startDate, correction }, house) }
    },
  ),

  deleteEntry: action(
    {
      title: 'deletes the entry of a meter that begins on `startDate`',
      args: v.strictObject({ ...meter, startDate: day }),
      ...entered,
    },
    (state: State, { startDate, ...said }, house: PmHouse) => ({
      deleted: deleteOnPage(state, { ...whereIn(state, said), startDate }, house),
    }),
  ),

  associateMeter: action(
    { title: 'lets a meter count towards the metrics of its property', args: v.strictObject(meter), ...counted },
    (state: State, said) => {
      countOnPage(state, { ...whereIn(state, said), counts: true })
      return { associated: said.meter }
    },
  ),

  dissociateMeter: action(
    { title: 'takes a meter out of the metrics of its property', args: v.strictObject(meter), ...counted },
    (state: State, said) => {
      countOnPage(state, { ...whereIn(state, said), counts: false })
      return { dissociated: said.meter }
    },
  ),
}

function whereIn(
  state: State,
  { as, property, meter }: { as: string; property?: string | undefined; meter: string },
): { editor: AccountId; meter: MeterId } {
  const on = property === undefined ? undefined : propertyHere(state, property)
  return { editor: customerNamed(state, as), meter: meterHere(state, meter, on) }
}

const costOf = (cost: number | undefined) => (cost === undefined ? {} : { cost: String(cost) })
