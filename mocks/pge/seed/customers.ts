import { fingerprint } from '../../../src/ground/fingerprint.ts'
import { later } from '../../../src/toolbox/calendar.ts'
import type { PgeHouse } from '../dialect/index.ts'
import { newAgreementName, openAgreement, openCustomer, setMeter } from '../domain/customer-account.ts'
import { writeGrant } from '../domain/grant.ts'
import { madeUpAddress, madeUpDigits, madeUpName, usualRate, usualUse } from '../domain/made-up.ts'
import { agreementNamed, giveName, thirdPartyNamed, customerNamed } from '../domain/names.ts'
import { daysLater, dayTold, pacificDay } from '../domain/pacific.ts'
import { refreshTokenGivenTo } from '../domain/secrets.ts'
import { keepRefreshToken } from '../domain/token.ts'
import type { Address, Agreement, CustomerClass, Metering, ProgramDateKind, State } from '../model/index.ts'
import { programDateKinds } from '../model/index.ts'
import { defaultPassword } from './credentials.ts'
import {
  agreementGiven,
  authorizedGiven,
  metersGiven,
  type GivenAgreement,
  type GivenCustomer,
  type GivenMeter,
} from './given.ts'

type Told<Part> = { name: string; given: Part }

/** A customer with agreements and meters. */
export function openHousehold(state: State, { name, given }: Told<GivenCustomer>, house: PgeHouse): void {
  const accountNumber = given.accountNumber ?? accountNumberOf(name, house)
  const login = {
    username: given.username ?? `${name.toLowerCase()}@example.com`,
    password: fingerprint(given.password ?? defaultPassword),
  }
  const customer = openCustomer(
    state,
    {
      name: given.name ?? madeUpName(name, house),
      accountNumber,
      login: given.online ? login : null,
      billingAddress: placeOf(given.address, madeUpAddress(name, house)),
    },
    house,
  )
  giveName(state, 'customer', { name, id: customer.id })
  for (const [agreement, told] of Object.entries(given.agreements)) {
    const details = { customer, about: agreementGiven(told), customerClass: given.class }
    openPlace(state, { name: `${name}.${agreement}`, ...details }, house)
  }
}

/** What the customer has given before the story begins; the client has its refresh token. */
export function authorizeBefore(state: State, { name, given }: Told<GivenCustomer>, house: PgeHouse): void {
  const held = authorizedGiven(given)
  if (held === undefined) return
  const clientId = thirdPartyNamed(state, held.thirdParty)
  const choices = {
    agreements:
      held.agreements?.map((one) => agreementNamed(state, one.includes('.') ? one : `${name}.${one}`)) ?? null,
    dataGroups: held.dataGroups ?? null,
    endsOn: held.endsOn === undefined ? null : dayTold(held.endsOn, house.now),
  }
  const grantedAt = held.ago === undefined ? house.now : later(house.now, `-${held.ago}`)
  const about = { clientId, customer: customerNamed(state, name), choices, how: held.how, grantedAt }
  const { id: authorization } = writeGrant(state, about, house)
  if (held.how === 'paper') return
  keepRefreshToken(state, { clientId, authorization, value: refreshTokenGivenTo(clientId, name) }, house)
}

type Place = {
  name: string
  customer: { id: Agreement['customer']; billingAddress: Address }
  about: GivenAgreement
  customerClass: CustomerClass
}

function openPlace(state: State, { name, customer, about, customerClass: usual }: Place, house: PgeHouse): void {
  const customerClass = about.class ?? usual
  const { commodity, standby, voltage, supplier, readByUtility } = about
  const since = about.since ?? daysLater(pacificDay(house.now), -5 * 365 - house.ids.between(0, 400, 'since', name))
  const meters = Object.entries(metersGiven(about))
  const first = meteringOf(about, meters[0]?.[1], customerClass)
  const rate = rateOf(about.rate) ?? usualRate(customerClass, commodity, first)
  const agreement = openAgreement(
    state,
    {
      name: newAgreementName(house),
      customer: customer.id,
      ...{ commodity, customerClass, standby, voltage, supplier, readByUtility },
      address: placeOf(about.address, customer.billingAddress),
      locationId: madeUpDigits(10, `location ${name}`, house),
      serviceStart: since,
      status: { kind: 'active' },
      rates: [{ ...rate, since }],
      options: about.options.map((option) => ({ ...option, effectiveDate: option.effectiveDate ?? since })),
      billedOnIntervals: about.billedOnIntervals ?? first.kind !== 'billOnly',
      readCycle: house.ids.pick(readCycles, 'read cycle', name),
      billDay: about.billDay ?? house.ids.between(1, 28, 'bill day', name),
      demandResponse: about.programs.map((program) => programOf(program, since)),
      outageBlock: `${madeUpDigits(2, `outage block ${name}`, house)}${house.ids.pick(['A', 'C', 'M', 'X'], 'block', name)}`,
    },
    house,
  )
  giveName(state, 'agreement', { name, id: agreement.id })
  for (const [meter, given] of meters) {
    const share = { agreement, about, meter: given, of: meters.length, name: `${name}.${meter}`, since }
    openMeter(state, share, house)
  }
}

type MeterPlace = {
  agreement: Agreement
  about: GivenAgreement
  meter: GivenMeter
  of: number
  name: string
  since: string
}

function openMeter(state: State, { agreement, about, meter, of, name, since }: MeterPlace, house: PgeHouse): void {
  const { customerClass, commodity } = agreement
  const metering = meteringOf(about, meter, customerClass)
  const use = usualUse(customerClass, commodity, agreement.id, house)
  const generates = (meter.generation ?? about.generation ?? 'none') !== 'none'
  const production = meter.annualProduction ?? about.annualProduction ?? (generates ? use * 0.8 : 0)
  const set = setMeter(
    state,
    {
      agreement: agreement.id,
      metering,
      annualUse: meter.annualUse ?? (about.annualUse ?? use) / of,
      annualProduction: Math.round(production),
      installedOn: since,
      removedOn: null,
      publishedAfterDays: meter.readAfterDays,
      serialNumber: meter.serialNumber,
    },
    house,
  )
  giveName(state, 'meter', { name, id: set.id })
}

const readCycles = [
  'A',
  'B',
  'C',
  'D',
  'E',
  'G',
  'H',
  'J',
  'K',
  'L',
  'M',
  'N',
  'P',
  'Q',
  'R',
  'S',
  'T',
  'U',
  'V',
  'W',
] as const

function meteringOf(about: GivenAgreement, meter: GivenMeter | undefined, customerClass: CustomerClass): Metering {
  const told = meter?.metering ?? about.metering
  if (told === 'bill only') return { kind: 'billOnly', commodity: about.commodity }
  if (about.commodity === 'gas') return { kind: 'gas' }
  const isFine = told === undefined ? customerClass !== 'RES' : told === 'quarter-hourly'
  const flows = { none: 'delivered', separate: 'deliveredAndReceived', net: 'net' } as const
  return {
    kind: 'electric',
    intervalSeconds: isFine ? 900 : 3600,
    flows: flows[meter?.generation ?? about.generation ?? 'none'],
  }
}

function rateOf(told: GivenAgreement['rate']): { tariff: string; hasTimeOfUse: boolean } | undefined {
  if (told === undefined) return undefined
  if (typeof told === 'string') return { tariff: told, hasTimeOfUse: /TOU|^E?V|B(6|19|20)|AG/.test(told) }
  return { tariff: told.tariff, hasTimeOfUse: told.timeOfUse }
}

/** A program as a scenario tells it. */
export function programOf(
  { name, status, description, dates, capacityReservationKw }: GivenAgreement['programs'][number],
  since: string,
): Agreement['demandResponse'][number] {
  const told: Partial<Record<ProgramDateKind, string | undefined>> = { enrolled: since, ...dates }
  return {
    programName: name,
    enrollmentStatus: status,
    programDescription: description ?? null,
    programDates: programDateKinds.flatMap((kind) => (told[kind] === undefined ? [] : [{ kind, on: told[kind] }])),
    capacityReservationLevel:
      capacityReservationKw === undefined ? null : { powerOfTenMultiplier: 3, uom: 38, value: capacityReservationKw },
  }
}

function placeOf(told: GivenCustomer['address'], madeUp: Address): Address {
  const { street, city, state, zip } = told ?? {}
  return {
    street: street ?? madeUp.street,
    city: city ?? madeUp.city,
    state: state ?? madeUp.state,
    zip: zip ?? madeUp.zip,
  }
}

function accountNumberOf(name: string, house: PgeHouse): string {
  return `${madeUpDigits(10, `account number ${name}`, house)}-${house.ids.between(0, 9, 'check digit', name)}`
}
