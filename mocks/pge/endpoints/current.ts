import type { Call } from '../../../src/contract/endpoint.ts'
import { formOf, sendPage, type Form } from '../../../src/toolbox/html-page.tsx'
import type { PgeVisit } from '../access/index.ts'
import type { PgeHouse } from '../dialect/index.ts'
import { accessUntil, authorizationsBy, isCurrent, isOver } from '../domain/authorization.ts'
import { cancelByCustomer, extend, removeAgreement } from '../domain/grant.ts'
import { daysLater, pacificDay } from '../domain/pacific.ts'
import { clientKnown, registrationOf } from '../domain/registration-lookup.ts'
import { alert, refuse } from '../errors/index.ts'
import type { ClientId, CustomerId, State, UsagePointId } from '../model/index.ts'
import { CurrentPage, type Past, type Shared } from '../pages/current.tsx'
import type { Seen, SeenAgreement, SeenAuthorization } from '../views.ts'
import { dayIn, tryFor, visitorOf } from './browser.ts'
import { page } from './door.ts'
import { askWho } from './login.ts'

const path = '/myAuthorization/current'
const lifeCycle = { basis: 'documented', source: 'PAGE, authorization life cycle' } as const

/** The page of a customer's authorizations, which guests do not have. */
export const current = [
  page(`GET ${path}`, { name: 'current.open', ...lifeCycle }, (c, visit) => show(c, visit, {})),
  page(
    `POST ${path}/cancel`,
    { name: 'current.cancel', ...lifeCycle },
    change('The authorization is cancelled.', cancel),
  ),
  page(
    `POST ${path}/extend`,
    { name: 'current.extend', ...lifeCycle },
    change('The authorization is extended.', prolong),
  ),
  page(
    `POST ${path}/remove`,
    { name: 'current.remove', ...lifeCycle },
    change('The service agreement is removed.', remove),
  ),
]

type Pair = { clientId: ClientId; customer: CustomerId }
type Edit = (state: State, about: { pair: Pair; form: Form }, house: PgeHouse) => void

function cancel(state: State, { pair }: { pair: Pair }, house: PgeHouse): void {
  cancelByCustomer(state, { ...pair, by: 'customer' }, house)
}

function prolong(state: State, { pair, form }: { pair: Pair; form: Form }, house: PgeHouse): void {
  const endsOn = form.one('period') === 'indefinite' ? null : dayIn(form.one('endsOn'))
  extend(state, { ...pair, endsOn }, house)
}

function remove(state: State, { pair, form }: { pair: Pair; form: Form }, house: PgeHouse): void {
  removeAgreement(state, { ...pair, agreement: form.one('agreement') as UsagePointId }, house)
}

/** Does what a button of the page asks for, and shows the page as it is then. */
function change(done: string, edit: Edit) {
  return async (c: Call, visit: PgeVisit): Promise<Response> => {
    const visitor = visitorOf(c, visit, 'customer')
    if (!visitor || visitor.guest) return show(c, visit, {})
    const form = await formOf(c)
    const clientId = visit.store.read((state) => clientKnown(state, form.one('clientId')))
    if (clientId === undefined) throw refuse.badRequest()
    const pair = { clientId, customer: visitor.customer }
    const { says } = tryFor(() => visit.store.change((state, house) => edit(state, { pair, form }, house)))
    return show(c, visit, says === undefined ? { done } : { alert: says })
  }
}

function show(c: Call, visit: PgeVisit, told: { done?: string; alert?: string }): Response {
  const visitor = visitorOf(c, visit, 'customer')
  if (!visitor) return askWho(c, visit, { next: path })
  if (visitor.guest) return askWho(c, visit, { next: path, alert: alert.guestsHaveNoList().message })
  const { store, now } = visit
  const view = store.read((state) => {
    const all = authorizationsBy(state, visitor.customer)
    return {
      name: state.customers[visitor.customer]?.name ?? '',
      current: all.filter((one) => !isOver(one, now)).map((one) => shared(state, one, now)),
      past: all.filter((one) => isOver(one, now)).map((one) => ended(state, one)),
    }
  })
  return sendPage(c, CurrentPage({ ...view, tomorrow: daysLater(pacificDay(now), 1), ...told }))
}

function shared(state: Seen, one: SeenAuthorization, now: string): Shared {
  const { clientId, grantedAt, endsOn, dataGroups, agreements } = one
  return {
    clientId,
    company: registrationOf(state, clientId).company.displayName,
    since: pacificDay(grantedAt),
    endsOn,
    dataGroups,
    agreements: agreements.map((id) => state.agreements[id] as SeenAgreement),
    isEnding: !isCurrent(one, now),
  }
}

function ended(state: Seen, one: SeenAuthorization): Past {
  return {
    company: registrationOf(state, one.clientId).company.displayName,
    since: pacificDay(one.grantedAt),
    endedOn: pacificDay(accessUntil(one) ?? one.updatedAt),
  }
}
