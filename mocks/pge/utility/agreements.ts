import * as v from 'valibot'
import { action, named, newName } from '../../../src/contract/action.ts'
import type { PgeHouse } from '../dialect/index.ts'
import { agreementNamed, customerNamed, giveName, meterNamed } from '../domain/names.ts'
import { pacificDay } from '../domain/pacific.ts'
import { meteringTold, openPremises, programTold, rateTold, type Fineness } from '../domain/premises.ts'
import {
  changeRate,
  endAgreement,
  onlyMeterOf,
  reconnect,
  setOption,
  setProgram,
  shutOff,
  swapMeter,
} from '../domain/service-agreement.ts'
import { UnknownName } from '../errors/index.ts'
import type { Agreement, Customer, Meter, Metering, State } from '../model/index.ts'
import { agreementDetails, metering, option, program, rate, text } from '../words.ts'

const agreement = named('agreement')
const meter = v.optional(named('meter'))

/** What PG&E does to service agreements, meters, rates and programs. */
export const agreements = {
  startService: action(
    {
      title: 'starts service under a new agreement, as after a move',
      args: v.strictObject({
        customer: named('customer'),
        agreement: newName('agreement'),
        ...agreementDetails.entries,
      }),
      basis: 'documented',
      source: 'PAGE, authorization life cycle: new service needs a new authorization',
    },
    (state: State, { customer: name, agreement, ...told }, house: PgeHouse) => {
      const customer = state.customers[customerNamed(state, name)] as Customer
      const about = { ...told, class: told.class ?? 'RES', since: told.since ?? pacificDay(house.now) }
      const opened = openPremises(state, { name: `${name}.${agreement}`, customer, about }, house)
      return { agreement: opened.name }
    },
  ),

  swapMeter: action(
    {
      title: 'takes a meter out and puts another in; history stays in reach under a new SA id',
      args: v.strictObject({ agreement, meter, serialNumber: v.optional(text), metering: v.optional(metering) }),
      basis: 'documented',
      source: 'PAGE, authorization life cycle: meter swap, move to interval billing',
    },
    (state: State, { agreement: name, meter, serialNumber, metering: told }, house: PgeHouse) => {
      const old = meterHere(state, { agreement: name, meter })
      const next: Partial<Pick<Meter, 'serialNumber' | 'metering'>> = {
        ...(serialNumber !== undefined && { serialNumber }),
        ...(told !== undefined && { metering: meteringAfter(old, told, agreementCalled(state, name)) }),
      }
      const { id, serialNumber: serial } = swapMeter(state, { meter: old, ...next }, house)
      for (const [known, was] of Object.entries(state.names.meter))
        if (was === old.id) giveName(state, 'meter', { name: known, id })
      return { serialNumber: serial, agreement: agreementCalled(state, name).name }
    },
  ),

  changeRate: action(
    {
      title: 'changes the rate of a service agreement, which gets a new SA id',
      args: v.strictObject({ agreement, rate }),
      basis: 'documented',
      source: 'PAGE, authorization life cycle: rate change',
    },
    (state: State, { agreement: name, rate: told }, house: PgeHouse) => {
      const rate = rateTold(told)
      changeRate(state, { agreement: agreementCalled(state, name), rate }, house)
      return { tariff: rate.tariff }
    },
  ),

  shutOff: action(
    {
      title: 'shuts service off for a while, for a bill not paid; authorizations stand',
      args: v.strictObject({ agreement }),
      basis: 'documented',
      source: 'PAGE, authorization life cycle: temporary shut-off for non-payment',
    },
    (state: State, { agreement: name }, house: PgeHouse) => {
      shutOff(state, agreementCalled(state, name), house)
      return { shutOff: name }
    },
  ),

  reconnect: action(
    {
      title: 'takes service up again after a shut-off, under a new SA id',
      args: v.strictObject({ agreement }),
      basis: 'documented',
      source: 'PAGE, authorization life cycle: the authorization moves to the new SA id',
    },
    (state: State, { agreement: name }, house: PgeHouse) => {
      reconnect(state, agreementCalled(state, name), house)
      return { active: name }
    },
  ),

  endAgreement: action(
    {
      title: 'ends one service agreement; authorizations of others with it go on',
      args: v.strictObject({ agreement }),
      basis: 'documented',
      source: 'PAGE, authorization life cycle: business change; only active service is shared',
    },
    (state: State, { agreement: name }, house: PgeHouse) => {
      endAgreement(state, agreementCalled(state, name), house)
      return { ended: name }
    },
  ),

  setRateOption: action(
    {
      title: 'puts an option such as CARE on a service agreement, changes it or takes it off',
      args: v.strictObject({ agreement, ...option.entries }),
      basis: 'documented',
      source: 'PAGE, rate options as tariff riders: Medical Baseline, CARE, FERA, TBS, CCA_TBS, Solar Choice',
    },
    (state: State, { agreement: name, effectiveDate = undefined, ...told }, house: PgeHouse) => {
      const details = { ...told, effectiveDate: effectiveDate ?? pacificDay(house.now) }
      setOption(agreementCalled(state, name), details)
      return details
    },
  ),

  enrolInProgram: action(
    {
      title: 'enrols a service agreement in a demand-response program, or changes its enrolment',
      args: v.strictObject({ agreement, ...program.entries }),
      basis: 'documented',
      source: 'PAGE, program enrollment: programs, dates and their obligations',
    },
    (state: State, { agreement: name, ...told }, house: PgeHouse) => {
      setProgram(agreementCalled(state, name), programTold(told, pacificDay(house.now)))
      return { enrolled: told.name }
    },
  ),
}

function agreementCalled(state: State, name: string): Agreement {
  return state.agreements[agreementNamed(state, name)] as Agreement
}

/** The meter that is named, or the only one of the agreement. */
export function meterHere(
  state: State,
  { agreement, meter }: { agreement: string; meter?: string | undefined },
): Meter {
  const at = agreementCalled(state, agreement)
  if (meter === undefined) {
    const only = onlyMeterOf(state, at)
    if (only === undefined) throw new UnknownName(`${agreement} has several meters. Name one of them.`)
    return only
  }
  return state.meters[meterNamed(state, meter)] as Meter
}

/** How the next meter measures; on-site generation stays as it is. */
function meteringAfter({ metering: before }: Meter, told: Fineness, { commodity, customerClass }: Agreement): Metering {
  const metering = meteringTold({ metering: told, commodity }, customerClass)
  return metering.kind === 'electric' && before.kind === 'electric' ? { ...metering, flows: before.flows } : metering
}
