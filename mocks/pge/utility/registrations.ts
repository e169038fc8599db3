import * as v from 'valibot'
import { action, named } from '../../../src/contract/action.ts'
import type { PgeHouse } from '../dialect/index.ts'
import { approve } from '../domain/approval.ts'
import { applyCertificate } from '../domain/certificate.ts'
import { thirdPartyNamed, you } from '../domain/names.ts'
import { acceptRegistration, hold } from '../domain/registration.ts'
import { closeRegistration, expireRegistration, revokeRegistration } from '../domain/registration-end.ts'
import { registrationOf } from '../domain/registration-lookup.ts'
import { Impossible } from '../errors/index.ts'
import type { ClientId, State } from '../model/index.ts'

const thirdParty = v.optional(named('thirdParty'), you)
const args = v.strictObject({ thirdParty })
const byId = v.strictObject({ clientId: v.pipe(v.string(), v.nonEmpty()) })

/** What PG&E's own people do with registrations. */
export const registrations = {
  acceptRegistration: action(
    {
      title: 'accepts a registration whose e-mail is confirmed: credentials are shown, ninety days of tests begin',
      args,
      basis: 'documented',
      source: 'PAGE, milestones: accepted, then three tests within 90 days',
    },
    (state: State, { thirdParty }, house: PgeHouse) => {
      acceptRegistration(registrationNamed(state, thirdParty), house)
      return { accepted: thirdParty }
    },
  ),

  approve: action(
    {
      title: 'approves a registration after its tests: customers see it',
      args,
      basis: 'documented',
      source: 'PAGE, milestones: final review',
    },
    (state: State, { thirdParty }, house: PgeHouse) => {
      mustHaveTested(state, thirdParty)
      approve(state, { clientId: thirdPartyNamed(state, thirdParty) }, house)
      return { approved: thirdParty }
    },
  ),

  holdRegistration: action(
    {
      title: 'puts a registration on hold: nobody authorizes it until it is approved again',
      args,
      basis: 'inferred',
      source: 'XSD, dataCustodianApplicationStatus 3',
    },
    (state: State, { thirdParty }, house: PgeHouse) => {
      hold(registrationNamed(state, thirdParty), house)
      return { onHold: thirdParty }
    },
  ),

  expireRegistration: action(
    {
      title: 'lets an accepted registration expire now instead of after ninety days',
      args,
      basis: 'documented',
      source: 'PAGE, milestones: without tests a registration expires after 90 days',
    },
    (state: State, { thirdParty }, house: PgeHouse) => {
      expireRegistration(registrationNamed(state, thirdParty), house)
      return { expired: thirdParty }
    },
  ),

  revokeRegistration: action(
    {
      title: 'revokes a registration by order of the CPUC: at once, with every token and authorization',
      args,
      basis: 'documented',
      source: 'PAGE, registration: revoked by order of the CPUC; XSD, status 4',
    },
    (state: State, { thirdParty }, house: PgeHouse) => {
      revokeRegistration(state, { clientId: thirdPartyNamed(state, thirdParty) }, house)
      return { revoked: thirdParty }
    },
  ),

  closeRegistration: action(
    {
      title: 'closes a registration now, as its third party has asked by e-mail',
      args,
      basis: 'documented',
      source: 'PAGE, registration: closed on request within two business days',
    },
    (state: State, { thirdParty }, house: PgeHouse) => {
      const isClosed = closeRegistration(state, { clientId: thirdPartyNamed(state, thirdParty) }, house)
      if (!isClosed) throw new Impossible(`The registration of ${thirdParty} has ended already.`)
      return { closed: thirdParty }
    },
  ),

  applyCertificate: action(
    {
      title: 'applies the certificate that was uploaded in the portal; an e-mail confirms it',
      args,
      basis: 'documented',
      source: 'PAGE, portal: a new certificate is applied days later',
    },
    (state: State, { thirdParty }, house: PgeHouse) => {
      const isApplied = applyCertificate(state, { clientId: thirdPartyNamed(state, thirdParty) }, house)
      if (!isApplied) throw new Impossible(`${thirdParty} has uploaded no certificate that waits to be applied.`)
      return { applied: thirdParty }
    },
  ),

  finishClosing: action(
    {
      title: 'the agenda closes a registration that was asked to be closed',
      args: byId,
      basis: 'documented',
      source: 'PAGE, registration: closed on request within two business days',
    },
    (state: State, { clientId }, house: PgeHouse) => ({
      closed: closeRegistration(state, { clientId: clientId as ClientId }, house),
    }),
  ),

  applyCertificateUploaded: action(
    {
      title: 'the agenda applies a certificate that was uploaded days before',
      args: byId,
      basis: 'documented',
      source: 'PAGE, portal: a new certificate is applied days later',
    },
    (state: State, { clientId }, house: PgeHouse) => ({
      applied: applyCertificate(state, { clientId: clientId as ClientId }, house),
    }),
  ),
}

function registrationNamed(state: State, name: string) {
  return registrationOf(state, thirdPartyNamed(state, name))
}

/** Tests are the client's to pass: where it has not, the story cannot go on. */
function mustHaveTested(state: State, name: string): void {
  const { life } = registrationNamed(state, name)
  if (life.status === 'accepted')
    throw new Impossible(`${name} cannot be approved: the client has not passed all tests.`)
}
