import { fingerprint } from '../../../src/ground/fingerprint.ts'
import { later } from '../../../src/toolbox/calendar.ts'
import type { PgeHouse } from '../dialect/index.ts'
import { openCustomer } from '../domain/customer-account.ts'
import { writeGrant } from '../domain/grant.ts'
import { madeUpAddress, madeUpDigits, madeUpName } from '../domain/made-up.ts'
import { agreementNamed, giveName, thirdPartyNamed, customerNamed } from '../domain/names.ts'
import { daysLater, dayTold, pacificDay } from '../domain/pacific.ts'
import { openPremises, placeTold } from '../domain/premises.ts'
import { refreshTokenGivenTo } from '../domain/secrets.ts'
import { keepRefreshToken } from '../domain/token.ts'
import type { State } from '../model/index.ts'
import { defaultPassword } from './credentials.ts'
import { agreementGiven, authorizedGiven, type GivenCustomer } from './given.ts'

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
      billingAddress: placeTold(given.address, madeUpAddress(name, house)),
    },
    house,
  )
  giveName(state, 'customer', { name, id: customer.id })
  for (const [agreement, told] of Object.entries(given.agreements)) {
    const full = `${name}.${agreement}`
    const about = agreementGiven(told)
    const since = about.since ?? usualStart(full, house)
    openPremises(state, { name: full, customer, about: { ...about, class: about.class ?? given.class, since } }, house)
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

function accountNumberOf(name: string, house: PgeHouse): string {
  return `${madeUpDigits(10, `account number ${name}`, house)}-${house.ids.between(0, 9, 'check digit', name)}`
}

/** About five years ago: before any history. */
function usualStart(name: string, { ids, now }: PgeHouse): string {
  return daysLater(pacificDay(now), -5 * 365 - ids.between(0, 400, 'since', name))
}
