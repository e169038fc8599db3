import * as v from 'valibot'
import { action, named } from '../../../src/contract/action.ts'
import type { PgeHouse } from '../dialect/index.ts'
import { agreementNamed, giveName, meterNamed } from '../domain/names.ts'
import { dayTold, pacificDay } from '../domain/pacific.ts'
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
import type { Agreement, Meter, Metering, ProgramDateKind, State } from '../model/index.ts'
import { programDateKinds } from '../model/index.ts'
import { metering, option, program, rate, text } from '../words.ts'

const agreement = named('agreement')
const meter = v.optional(named('meter'))

/** What PG&E does to service agreements, meters, rates and programs. */
export const agreements = {
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
        ...(told !== undefined && { metering: meteringTold(old, told) }),
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
      const rate = typeof told === 'string' ? { tariff: told, hasTimeOfUse: /TOU/.test(told) } : rateOf(told)
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
      const kw = told.capacityReservationKw
      const dates: Partial<Record<ProgramDateKind, string | undefined>> = {
        enrolled: pacificDay(house.now),
        ...told.dates,
      }
      setProgram(agreementCalled(state, name), {
        programName: told.name,
        enrollmentStatus: told.status,
        programDescription: told.description ?? null,
        programDates: programDateKinds.flatMap((kind) => {
          const on = dates[kind]
          return on === undefined ? [] : [{ kind, on: dayTold(on, house.now) }]
        }),
        capacityReservationLevel: kw === undefined ? null : { powerOfTenMultiplier: 3, uom: 38, value: kw },
      })
      return { enrolled: told.name }
    },
  ),
}

function agreementCalled(state: State, name: string): Agreement {
  return state.agreements[agreementNamed(state, name)] as Agreement
}

/** The meter that is named, or the only one of the agreement. */
function meterHere(state: State, { agreement, meter }: { agreement: string; meter: string | undefined }): Meter {
  const at = agreementCalled(state, agreement)
  if (meter === undefined) {
    const only = onlyMeterOf(state, at)
    if (only === undefined) throw new UnknownName(`${agreement} has several meters. Name one of them.`)
    return only
  }
  return state.meters[meterNamed(state, meter)] as Meter
}

function meteringTold({ metering: before }: Meter, told: v.InferOutput<typeof metering>): Metering {
  const commodity =
    before.kind === 'gas' || (before.kind === 'billOnly' && before.commodity === 'gas') ? 'gas' : 'electric'
  if (told === 'bill only') return { kind: 'billOnly', commodity }
  if (commodity === 'gas') return { kind: 'gas' }
  const flows = before.kind === 'electric' ? before.flows : 'delivered'
  return { kind: 'electric', intervalSeconds: told === 'quarter-hourly' ? 900 : 3600, flows }
}

function rateOf({ tariff, timeOfUse }: { tariff: string; timeOfUse: boolean }): {
  tariff: string
  hasTimeOfUse: boolean
} {
  return { tariff, hasTimeOfUse: timeOfUse }
}
