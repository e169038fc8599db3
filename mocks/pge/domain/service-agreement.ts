import type { PgeHouse } from '../dialect/index.ts'
import { alert } from '../errors/index.ts'
import type {
  Agreement,
  CustomerId,
  DemandResponse,
  Meter,
  MeterId,
  Rate,
  RateOption,
  State,
  UsagePointId,
} from '../model/index.ts'
import { changed, currentAuthorization, currentOn, dropAgreement, endAuthorization } from './authorization.ts'
import { newAgreementName, newUsagePointId, setMeter } from './customer-account.ts'
import { addMember, dropMember, idsIn } from './members.ts'
import { pacificDay } from './pacific.ts'

/**
 * A meter is taken out and another put in. The agreement gets a new SA id, authorizations move with it, and history
 * stays in reach. Source: PAGE, authorization life cycle; what keeps which id is inferred (A13).
 */
export function swapMeter(
  state: State,
  { meter: old, ...next }: { meter: Meter } & Partial<Pick<Meter, 'serialNumber' | 'metering'>>,
  house: PgeHouse,
): Meter {
  const today = pacificDay(house.now)
  const { agreement, metering, annualUse, annualProduction, publishedAfterDays } = old
  old.removedOn = today
  const details = { agreement, metering: next.metering ?? metering, annualUse, annualProduction, publishedAfterDays }
  const meter = setMeter(
    state,
    { ...details, serialNumber: next.serialNumber, installedOn: today, removedOn: null },
    house,
  )
  renumber(state, state.agreements[agreement] as Agreement, 'the meter was changed', house)
  return state.meters[meter.id] as Meter
}

/** A new rate from today; the agreement gets a new SA id. Source: PAGE, authorization life cycle. */
export function changeRate(
  state: State,
  { agreement, rate }: { agreement: Agreement; rate: Omit<Rate, 'since'> },
  house: PgeHouse,
): void {
  agreement.rates.push({ ...rate, since: pacificDay(house.now) })
  renumber(state, agreement, 'the rate was changed', house)
}

/** Service stops for a while, for a bill not paid; authorizations stand. Source: PAGE, authorization life cycle. */
export function shutOff(state: State, agreement: Agreement, house: PgeHouse): void {
  if (agreement.status.kind !== 'active')
    throw alert.agreementIs({ name: agreement.name, status: agreement.status.kind })
  agreement.status = { kind: 'shutOff', on: pacificDay(house.now) }
  for (const one of currentOn(state, agreement.id, house.now)) changed(state, one, 'service was shut off', house)
}

/** Service goes on, under a new SA id. Source: PAGE, authorization life cycle. */
export function reconnect(state: State, agreement: Agreement, house: PgeHouse): void {
  const { status } = agreement
  if (status.kind !== 'shutOff') throw alert.agreementIs({ name: agreement.name, status: status.kind })
  agreement.shutOffs.push({ on: status.on, until: pacificDay(house.now) })
  agreement.status = { kind: 'active' }
  renumber(state, agreement, 'service was taken up again', house)
}

/** The customer moves out: service ends here, and so does every authorization of it. Source: PAGE, life cycle. */
export function moveOut(state: State, customer: CustomerId, house: PgeHouse): void {
  const on = pacificDay(house.now)
  for (const id of state.customers[customer]?.agreements ?? []) {
    const agreement = state.agreements[id]
    if (agreement && agreement.status.kind !== 'ended') agreement.status = { kind: 'ended', on }
  }
  endAllBy(state, customer, 'moved', house)
}

/** One agreement ends, as when a business closes: authorizations that hold others too go on without it. */
export function endAgreement(state: State, agreement: Agreement, house: PgeHouse): void {
  agreement.status = { kind: 'ended', on: pacificDay(house.now) }
  for (const authorization of currentOn(state, agreement.id, house.now)) {
    if (authorization.agreements.length === 1) {
      endAuthorization(state, { id: authorization.id, by: 'moved' }, house)
      continue
    }
    dropAgreement(state, authorization, agreement.id)
    changed(state, authorization, 'a service agreement ended', house)
  }
}

/** The customer unlinks the account from the online account: online authorizations end. Source: PAGE, life cycle. */
export function unlink(state: State, customer: CustomerId, house: PgeHouse): void {
  const account = state.customers[customer]
  if (account?.login) {
    delete state.index.byUsername[account.login.username.toLowerCase()]
    account.login = null
  }
  endAllBy(state, customer, 'unlinked', house)
}

/** An option such as CARE, put on, changed or taken off. Source: PAGE, tariff riders. */
export function setOption(agreement: Agreement, option: RateOption): void {
  const at = agreement.options.findIndex(({ riderType }) => riderType === option.riderType)
  if (at === -1) agreement.options.push(option)
  else agreement.options[at] = option
}

/** A demand-response program, joined, changed or left. Source: PAGE, program enrollment. */
export function setProgram(agreement: Agreement, program: DemandResponse): void {
  const at = agreement.demandResponse.findIndex(({ programName }) => programName === program.programName)
  if (at === -1) agreement.demandResponse.push(program)
  else agreement.demandResponse[at] = program
}

/** The meter an act is about: the agreement's only one in service. */
export function onlyMeterOf(state: State, agreement: Agreement): Meter | undefined {
  const inService = agreement.meters.map((id: MeterId) => state.meters[id]).filter((one) => one?.removedOn === null)
  return inService.length === 1 ? inService[0] : undefined
}

function endAllBy(state: State, customer: CustomerId, by: 'moved' | 'unlinked', house: PgeHouse): void {
  for (const id of idsIn(state.index.authorizationsBy[customer])) {
    const clientId = state.authorizations[id]?.clientId
    const current = clientId && currentAuthorization(state, { clientId, customer }, house.now)
    if (current?.id === id && (by === 'moved' || current.how === 'online')) endAuthorization(state, { id, by }, house)
  }
}

/** Gives a new SA id, and where A13 says so a new usage point id; authorizations follow and are announced. */
function renumber(state: State, agreement: Agreement, why: string, house: PgeHouse): void {
  agreement.name = newAgreementName(house)
  const id = house.dialect.usagePointIdOnSwap === 'new' ? moveToNewId(state, agreement, house) : agreement.id
  for (const authorization of currentOn(state, id, house.now)) changed(state, authorization, why, house)
}

function moveToNewId(state: State, { id: old, customer }: Agreement, house: PgeHouse): UsagePointId {
  const id = newUsagePointId(state, house)
  const agreement = { ...(state.agreements[old] as Agreement), id }
  state.agreements[id] = agreement
  delete state.agreements[old]
  for (const meter of agreement.meters) (state.meters[meter] as Meter).agreement = id
  const account = state.customers[customer]
  if (account) account.agreements = replaced(account.agreements, old, id)
  for (const authorization of idsIn(state.index.authorizationsOn[old])) {
    const held = state.authorizations[authorization]
    if (held) held.agreements = replaced(held.agreements, old, id)
    dropMember(state.index.authorizationsOn, old, authorization)
    addMember(state.index.authorizationsOn, id, authorization)
  }
  for (const [name, known] of Object.entries(state.names.agreement)) if (known === old) state.names.agreement[name] = id
  return id
}

function replaced(ids: readonly UsagePointId[], old: UsagePointId, id: UsagePointId): UsagePointId[] {
  return ids.map((one) => (one === old ? id : one))
}
