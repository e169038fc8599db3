import type { Call } from '../../../src/contract/endpoint.ts'
import { formOf, sendPage } from '../../../src/toolbox/html-page.tsx'
import type { EnedisVisit } from '../access/index.ts'
import { nameOfCustomer } from '../domain/holder.ts'
import { revokeShare, sharesOf } from '../domain/shares.ts'
import { SharesPage } from '../pages/shares.tsx'
import { sharesPath, tryFor, visitorOf } from './browser.ts'
import { page } from './door.ts'
import { askWho } from './login.ts'

const documented = { basis: 'documented', source: 'FAQ, a consent is revoked by the customer at any time' } as const

/** The page of what a customer shares, with a button for each. */
export const shares = [
  page(`GET ${sharesPath}`, { name: 'shares.open', ...documented }, (c, visit) => show(c, visit, {})),
  page(`POST ${sharesPath}/revoquer`, { name: 'shares.revoke', ...documented }, async (c, visit) => {
    const customer = visitorOf(c, visit)
    if (customer === undefined) return show(c, visit, {})
    const consent = (await formOf(c)).one('consent')
    const { says } = tryFor(() =>
      visit.store.change((state, house) => revokeShare(state, { customer, consent }, house)),
    )
    return show(c, visit, says === undefined ? { done: 'Le partage est arrêté.' } : { alert: says })
  }),
]

function show(c: Call, visit: EnedisVisit, told: { done?: string; alert?: string }): Response {
  const customer = visitorOf(c, visit)
  if (customer === undefined) return askWho(c, visit, { next: sharesPath })
  const { store, now } = visit
  const view = store.read((state) => ({
    customer: nameOfCustomer(state, customer),
    shares: sharesOf(state, customer, now),
  }))
  return sendPage(c, SharesPage({ ...view, ...told }))
}
