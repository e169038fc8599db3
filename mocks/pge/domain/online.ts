import type { PgeHouse } from '../dialect/index.ts'
import type { Choices, CustomerId, State } from '../model/index.ts'
import type { AuthorizeRequest } from './authorize-request.ts'
import { approvedAt, cancelled } from './authorize-request.ts'
import { issueCode } from './code.ts'
import { grant } from './grant.ts'
import { registeredScope, scopeOf } from './scope.ts'
import { registrationOf } from './registration-lookup.ts'

/** The customer approves on the page; the answer is where the browser goes, with the code. */
export function approveOnline(
  state: State,
  { request, customer, choices }: { request: AuthorizeRequest; customer: CustomerId; choices: Choices },
  house: PgeHouse,
): string {
  const { clientId, redirectUri, state: clientState } = request
  const authorization = grant(state, { clientId, customer, choices, how: 'online' }, house)
  const code = issueCode(state, { clientId, authorization: authorization.id, redirectUri, test: false }, house)
  const scope = scopeOf(state, authorization, house.dialect)
  return approvedAt({ redirectUri, state: clientState, code, scope }, house)
}

/** The test page asks nobody: a dummy code goes back at once. Source: PAGE, OAuth test. */
export function approveTest(state: State, { request }: { request: AuthorizeRequest }, house: PgeHouse): string {
  const { clientId, redirectUri, state: clientState } = request
  const code = issueCode(state, { clientId, authorization: null, redirectUri, test: true }, house)
  const scope = registeredScope(registrationOf(state, clientId), house.dialect)
  return approvedAt({ redirectUri, state: clientState, code, scope }, house)
}

/**
 * Answers the page as a scenario's customer has made up their mind to; undefined: nobody has, and a person answers.
 * The decision stays, so that the same customer may authorize again.
 */
export function answerAsDecided(
  state: State,
  { request }: { request: AuthorizeRequest },
  house: PgeHouse,
): string | undefined {
  const { decision } = state
  if (decision === null) return undefined
  if (decision.answer === 'cancel') return cancelled(request)
  const { customer } = decision
  const choices = { ...decision.choices, endsOn: decision.choices.endsOn ?? request.endsPreferably }
  return approveOnline(state, { request, customer, choices }, house)
}
