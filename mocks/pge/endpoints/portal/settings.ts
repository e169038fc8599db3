import type { Call } from '../../../../src/contract/endpoint.ts'
import { formOf, sendPage, type Form } from '../../../../src/toolbox/html-page.tsx'
import type { PgeVisit } from '../../access/index.ts'
import { editRegistration, type PortalEdits } from '../../domain/portal.ts'
import { dataGroups, historyLengths } from '../../model/index.ts'
import type { Fields } from '../../pages/portal/fields.tsx'
import type { Told } from '../../pages/portal/frame.tsx'
import { SettingsPage } from '../../pages/portal/settings.tsx'
import type { SeenRegistration } from '../../views.ts'
import { tryFor, visitorOf } from '../browser.ts'
import { page } from '../door.ts'
import { forThirdParty } from './visitor.ts'

const path = '/portal/settings'
const documented = { basis: 'documented', source: 'PAGE, portal: what a third party may edit' } as const

/** What a third party changes of its registration by itself. */
export const settings = [
  page(`GET ${path}`, { name: 'portal.openSettings', ...documented }, (c, visit) => show(c, visit, {})),
  page(`POST ${path}`, { name: 'portal.editRegistration', ...documented }, edit),
]

async function edit(c: Call, visit: PgeVisit): Promise<Response> {
  const visitor = visitorOf(c, visit, 'thirdParty')
  if (!visitor) return show(c, visit, {})
  const form = await formOf(c)
  const wrong = wrongAddressIn(form)
  if (wrong !== undefined) return show(c, visit, { alert: wrong }, fieldsIn(form))
  const edits = editsIn(form)
  const { says } = tryFor(() =>
    visit.store.change((state, house) => editRegistration(state, { clientId: visitor.clientId, edits }, house)),
  )
  return says === undefined ? show(c, visit, { done: 'Saved.' }) : show(c, visit, { alert: says }, fieldsIn(form))
}

function show(c: Call, visit: PgeVisit, told: Told, typed?: Fields): Response | Promise<Response> {
  return forThirdParty(c, visit, ({ registration }) => {
    const fields = typed ?? fieldsOf(registration)
    return sendPage(c, SettingsPage({ displayName: registration.company.displayName, fields, ...told }))
  })
}

/** What the form says, for a rule. A form without data groups is one that was cut: it changes none. */
export function editsIn(form: Form): Required<PortalEdits> {
  return {
    redirectUri: form.one('redirectUri') || null,
    portalUri: form.one('portalUri') || null,
    notifyUri: form.one('notifyUri') || null,
    dataGroups: dataGroups.filter((group) => form.all('dataGroups').includes(group)),
    historyMonths: historyLengths.find((months) => String(months) === form.one('historyMonths')) ?? 24,
    notifyMe: form.one('notifyMe') === 'yes',
    visible: form.one('visible') === 'yes',
  }
}

/** What the form says, to be shown again as it was typed. */
export function fieldsIn(form: Form): Fields {
  const { redirectUri, portalUri, notifyUri, ...rest } = editsIn(form)
  return { ...rest, redirectUri: redirectUri ?? '', portalUri: portalUri ?? '', notifyUri: notifyUri ?? '' }
}

/** What is wrong with the addresses of a form, or that nothing is asked for. */
export function wrongAddressIn(form: Form): string | undefined {
  if (form.all('dataGroups').length === 0) return 'Choose at least one data group.'
  const fields = { redirectUri: 'redirect URI', portalUri: 'portal URI', notifyUri: 'notification URI' }
  const wrong = Object.entries(fields).find(([field]) => form.one(field) !== '' && !isAddress(form.one(field)))
  return wrong && `The ${wrong[1]} is not an address: write one such as https://example.com/callback.`
}

function fieldsOf(registration: SeenRegistration): Fields {
  const { redirectUri, portalUri, notifyUri, dataGroups, historyMonths, notifyMe, visible } = registration
  const addresses = { redirectUri: redirectUri ?? '', portalUri: portalUri ?? '', notifyUri: notifyUri ?? '' }
  return { ...addresses, dataGroups, historyMonths, notifyMe, visible }
}

function isAddress(text: string): boolean {
  // URL drops line breaks, which would stay in what is registered and then break the header of a redirect.
  return URL.canParse(text) && /^https?:\/\/\S+$/i.test(text)
}
