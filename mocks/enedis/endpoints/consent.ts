import type { Call } from '../../../src/contract/endpoint.ts'
import { formOf, sendPage } from '../../../src/toolbox/html-page.tsx'
import { hostNameOf, type EnedisVisit } from '../access/index.ts'
import { applicationOf } from '../domain/application-lookup.ts'
import { accept, answerAsDecided, answerInSandbox } from '../domain/consent-answer.ts'
import { judgeConsentRequest } from '../domain/consent-request.ts'
import { nameOfCustomer, usagePointsHeld } from '../domain/holder.ts'
import { refused } from '../domain/redirect.ts'
import { placeOf } from '../domain/shares.ts'
import { alert, refuse } from '../errors/index.ts'
import type { CustomerId, UsagePointId } from '../model/index.ts'
import { ConsentPage, type Offer } from '../pages/consent.tsx'
import { NoticePage } from '../pages/notice.tsx'
import type { ConsentRequest, Outcome, Seen } from '../views/index.ts'
import { askedBy, askedIn, tryFor, visitorOf, type Asked } from './browser.ts'
import { page } from './door.ts'
import { askWho } from './login.ts'

const v1 = { basis: 'documented', source: 'SWAGGER, v1 authorize' } as const
const v2 = { basis: 'observed', source: 'CAPTURE and CLIENT, the consent page of 2026' } as const

/** How a customer consents: the page of 2026, the one before it at its two addresses, and the two buttons. */
export const consent = [
  page('GET /dataconnect/v2/oauth2/authorize', { name: 'consentPage.open', ...v2 }, open),
  page('GET /dataconnect/v1/oauth2/authorize', { name: 'formerConsentPage.open', ...v1 }, open),
  page(
    'GET /group/espace-particuliers/consentement-linky/oauth2/authorize',
    { name: 'oldestConsentPage.open', ...v1 },
    open,
  ),
  page('POST /dataconnect/accepter', { name: 'consentPage.accept', ...v1 }, pressAccept),
  page('POST /dataconnect/refuser', { name: 'consentPage.refuse', ...v1 }, async (c, visit) => {
    const { request } = await formIn(c, visit)
    return c.redirect(refused(request, { withState: true }, visit), 302)
  }),
]

/** Judges the request; then the sandbox answers, or the story, or whoever sits at the browser. */
function open(c: Call, visit: EnedisVisit): Response {
  const asked = askedBy(c)
  const request = judged(c, visit, asked)
  if (request.environment === 'sandbox') {
    return answer(
      c,
      visit.store.change((state, house) => answerInSandbox(state, { request }, house)),
    )
  }
  const { value: decided, says } = tryFor(() =>
    visit.store.change((state, house) => answerAsDecided(state, { request }, house)),
  )
  if (says !== undefined) return sendPage(c, NoticePage({ title: 'Partage impossible', says }))
  if (decided !== undefined) return answer(c, decided)
  const customer = visitorOf(c, visit)
  return customer === undefined ? askWho(c, visit, asked) : show(c, visit, { asked, request, customer })
}

async function pressAccept(c: Call, visit: EnedisVisit): Promise<Response> {
  const { asked, request, usagePoints } = await formIn(c, visit)
  // In the sandbox nobody presses buttons: the page itself answers.
  if (request.environment === 'sandbox') return c.redirect(asked.next, 303)
  const customer = visitorOf(c, visit)
  if (customer === undefined) return askWho(c, visit, asked)
  const { value: outcome, says } = tryFor(() =>
    visit.store.change((state, house) => accept(state, { request, customer, usagePoints }, house)),
  )
  if (says !== undefined) return show(c, visit, { asked, request, customer, chosen: usagePoints, alert: says })
  return answer(c, outcome)
}

/** A page that stays where it is sends nobody back: the application never hears. */
function answer(c: Call, outcome: Outcome): Response {
  if ('go' in outcome) return c.redirect(outcome.go, 302)
  if (outcome.stay === 'alreadyShared')
    return sendPage(c, NoticePage({ title: 'Partage impossible', says: alert.alreadyShared().message }))
  return sendPage(c, NoticePage({ title: 'Demande enregistrée', says: 'Un e-mail de confirmation vous a été envoyé.' }))
}

type Showing = {
  asked: Asked
  request: ConsentRequest
  customer: CustomerId
  chosen?: readonly UsagePointId[]
  alert?: string
}

function show(
  c: Call,
  { store, now }: EnedisVisit,
  { asked, request, customer, chosen, alert: says }: Showing,
): Response {
  const { clientId, page: version, duration } = request
  const view = store.read((state) => ({
    application: applicationOf(state, clientId).name,
    customer: nameOfCustomer(state, customer),
    offers: offersTo(state, customer, now),
  }))
  const suggested = view.offers.map(({ usagePoint }) => usagePoint).slice(0, version === 'v1' ? undefined : 1)
  const { next } = asked
  return sendPage(c, ConsentPage({ ...view, version, duration, next, chosen: chosen ?? suggested, alert: says }))
}

function offersTo(state: Seen, customer: CustomerId, now: string): Offer[] {
  return usagePointsHeld(state, customer, now).map((usagePoint) => ({
    usagePoint,
    place: placeOf(state, usagePoint),
  }))
}

function judged(c: Call, { store, now, dialect }: EnedisVisit, { page: version, params }: Asked): ConsentRequest {
  const told = { params, page: version, hostName: hostNameOf(c) }
  return store.read((state) => judgeConsentRequest(state, told, { now, dialect }))
}

async function formIn(c: Call, visit: EnedisVisit) {
  const form = await formOf(c)
  const asked = askedIn(form.one('next'))
  if (asked === undefined) throw refuse.consentPageMissing()
  return { asked, request: judged(c, visit, asked), usagePoints: form.all('usagePoints') as UsagePointId[] }
}
