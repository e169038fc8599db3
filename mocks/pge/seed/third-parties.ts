import { fingerprint } from '../../../src/ground/fingerprint.ts'
import type { PgeHouse } from '../dialect/index.ts'
import { authorizeSelf } from '../domain/approval.ts'
import { scheduleDaily } from '../domain/daily.ts'
import { madeUpDigits } from '../domain/made-up.ts'
import { customerNamed, giveName, you } from '../domain/names.ts'
import { pacificLater } from '../domain/pacific.ts'
import { openRegistration, register, testsLast, type RegistrationForm } from '../domain/registration.ts'
import { isAuthorizedOnline } from '../domain/registration-lookup.ts'
import type { ClientId, Instant, Registration, RegistrationLife, State } from '../model/index.ts'
import { dataGroups } from '../model/index.ts'
import { defaultClientId, defaultCommonName, defaultPassword } from './credentials.ts'
import type { GivenThirdParty } from './given.ts'
import { certificateGiven } from '../words.ts'

/** Registers a third party of the story, wherever in its life it is. */
export function openThirdParty(
  state: State,
  { name, given }: { name: string; given: GivenThirdParty },
  house: PgeHouse,
): Registration {
  const clientId = clientIdOf(name, given, house)
  const form = formOf(state, { name, given }, house)
  const life = lifeOf(given.registration, house.now)
  const registration =
    life === undefined
      ? register(state, { clientId, form }, house)
      : openRegistration(state, { clientId, form, life }, house)
  if (given.registration === 'accepted') for (const test of given.testsPassed) registration.tests[test] = house.now
  if (given.registration === 'approved') authorizeSelf(state, { clientId }, house)
  if (given.notifyMe) scheduleDaily(state, house)
  giveName(state, 'thirdParty', { name, id: clientId })
  if (name === you) state.you = clientId
  return registration
}

function clientIdOf(name: string, { clientId }: GivenThirdParty, { ids }: PgeHouse): ClientId {
  return (clientId ?? (name === you ? defaultClientId : ids.hex(12, 'client id', name))) as ClientId
}

/** The form as such a company fills it in; the addresses are those of a client on this machine. */
export function formOf(
  state: State,
  { name, given }: { name: string; given: GivenThirdParty },
  house: PgeHouse,
): RegistrationForm {
  const company = given.company ?? (name === you ? 'Acme Energy, Inc.' : `${name}, Inc.`)
  const displayName = given.displayName ?? (name === you ? 'Acme Energy' : name)
  const domain = `${displayName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.example`
  const hasPages = isAuthorizedOnline(given)
  const certificate = certificateGiven(given.certificate ?? { commonName: defaultCommonName })
  return {
    userType: given.userType,
    company: {
      name: company,
      displayName,
      ein: given.ein ?? madeUpDigits(9, `ein ${company}`, house),
      phone: madeUpDigits(10, `phone ${company}`, house),
      businessContact: `office@${domain}`,
      technicalContact: `developers@${domain}`,
    },
    portalPassword: fingerprint(given.password ?? defaultPassword),
    redirectUri: given.redirectUri ?? (hasPages ? 'http://localhost:3000/callback' : null),
    portalUri: given.portalUri ?? (hasPages ? 'http://localhost:3000/' : null),
    notifyUri: given.notifyUri === undefined ? 'http://localhost:3000/notify' : given.notifyUri,
    certificate: given.certificate === null ? null : { ...certificate, uploadedAt: house.now },
    dataGroups: given.dataGroups ?? [...dataGroups],
    historyMonths: given.historyMonths,
    notifyMe: given.notifyMe,
    visible: given.visible,
    ownCustomer: given.ownCustomer === undefined ? null : customerNamed(state, given.ownCustomer),
    territory: given.territory ?? null,
  }
}

/** Undefined for one that only now sends its form. */
function lifeOf(status: GivenThirdParty['registration'], now: Instant): RegistrationLife | undefined {
  switch (status) {
    case 'registered':
      return undefined
    case 'confirmed':
      return { status }
    case 'accepted':
      return { status, testsUntil: pacificLater(now, testsLast) }
    default:
      return { status, since: now }
  }
}
