import { fingerprint } from '../../../src/ground/fingerprint.ts'
import { later } from '../../../src/toolbox/calendar.ts'
import type { EnedisHouse } from '../dialect/index.ts'
import { noteUnusualHours } from '../domain/contract-told.ts'
import { openCustomer, type Maker } from '../domain/customer-record.ts'
import { endOfConsent } from '../domain/duration.ts'
import { grant } from '../domain/grant.ts'
import { madeUpAddress } from '../domain/made-up.ts'
import { applicationNamed, customerNamed, giveName, usagePointNamed } from '../domain/names.ts'
import { paris } from '../domain/paris.ts'
import { refreshTokenGivenTo } from '../domain/secrets.ts'
import { issueRefreshToken } from '../domain/token.ts'
import { openUsagePoint } from '../domain/usage-point.ts'
import type { Address, CustomerId, State, UsagePointId } from '../model/index.ts'
import { defaultPassword, heldPoints } from './credentials.ts'
import { consentGiven, pointGiven, type GivenCustomer } from './given.ts'
import { authorisationGiven } from './numbers.ts'

type Told = { name: string; told: GivenCustomer; prms: Readonly<Record<string, UsagePointId>> }

/** A customer with their account and usage points. */
export function openHousehold(state: State, { name, told, prms }: Told, house: EnedisHouse): void {
  const { number, kind, identity, email, mobile, landline } = told
  const mailingAddress = mailingAddressOf({ name, address: told.address }, house)
  const about = { id: number as CustomerId | undefined, kind, identity, email, mobile, landline, mailingAddress }
  const customer = openCustomer(state, { name, told: about }, house)
  giveName(state, 'customer', { name, id: customer.id })
  if (told.online) openAccount(state, { name, told, customer: customer.id })
  for (const [point, details] of Object.entries(told.usagePoints)) {
    const full = `${name}.${point}`
    const { prm: _, ...rest } = pointGiven(details)
    const { id } = openUsagePoint(state, { name: full, customer, told: { ...rest, id: prms[full] } }, house)
    giveName(state, 'usagePoint', { name: full, id })
    noteUnusualHours(rest.offPeak, house)
  }
}

/** Where somebody lives: what a story leaves out is made up. */
export function mailingAddressOf(
  { name, address }: { name: string; address: GivenCustomer['address'] },
  { ids }: Pick<Maker, 'ids'>,
): Address {
  return { ...madeUpAddress(name, ids), ...known(address ?? {}) }
}

function openAccount(
  state: State,
  { name, told, customer }: { name: string; told: GivenCustomer; customer: CustomerId },
): void {
  const username = told.username ?? told.email ?? `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@example.com`
  state.logins[customer] = { username, password: fingerprint(told.password ?? defaultPassword) }
  state.index.byUsername[username.toLowerCase()] = customer
}

/** What the customer has allowed before the story begins; the client knows. */
export function consentBefore(state: State, { name, told }: Told, house: EnedisHouse): void {
  const held = consentGiven(told)
  if (held === undefined) return
  const clientId = applicationNamed(state, held.application)
  const customer = customerNamed(state, name)
  const grantedAt = held.ago === undefined ? house.now : later(house.now, `-${held.ago}`, paris)
  const usagePoints = heldPoints(name, told, held.usagePoints).map((full) => {
    const usagePoint = usagePointNamed(state, full)
    const expiresAt = endOfConsent(grantedAt, held.duration)
    const { page, data, dataFrom = null } = held
    const about = { clientId, customer, usagePoint, page, expiresAt, grantedAt, dataFrom }
    const authorisationId = authorisationGiven(clientId, full)
    grant(state, { ...about, authorisationId, ...(data && { data }) }, house)
    return usagePoint
  })
  if (held.page === 'v2') return
  issueRefreshToken(state, { clientId, usagePoints, uses: 0, value: refreshTokenGivenTo(clientId, name) }, house)
}

/** Without what was left unsaid. */
function known<Part extends object>(part: Part): { [Key in keyof Part]: Exclude<Part[Key], undefined> } {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as never
}
