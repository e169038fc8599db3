import * as v from 'valibot'
import { action, named } from '../../../src/contract/action.ts'
import type { PgeHouse } from '../dialect/index.ts'
import { uploadCertificate } from '../domain/certificate.ts'
import { deleteAuthorization } from '../domain/delete.ts'
import { currentAuthorization } from '../domain/authorization.ts'
import { customerNamed, thirdPartyNamed, you } from '../domain/names.ts'
import { editRegistration, registerAgain } from '../domain/portal.ts'
import { confirmEmail } from '../domain/registration.ts'
import { askToClose } from '../domain/registration-end.ts'
import { registrationOf, standingOf } from '../domain/registration-lookup.ts'
import { Impossible } from '../errors/index.ts'
import type { State } from '../model/index.ts'
import { address, certificate, certificateGiven, groups, history } from '../words.ts'

const by = v.optional(named('thirdParty'), you)

/** What a third party's people do in the portal, and with PG&E's e-mails. */
export const portal = {
  register: action(
    {
      title: 'sends the registration form again, after the link or the ninety days have run out',
      args: v.strictObject({ as: by }),
      basis: 'documented',
      source: 'PAGE, milestones: the form is sent again after five days, and a lapsed registration registers again',
    },
    (state: State, { as }, house: PgeHouse) => {
      const { clientId } = registerAgain(state, { name: as, clientId: thirdPartyNamed(state, as) }, house)
      return { clientId }
    },
  ),

  confirmEmail: action(
    {
      title: 'follows the link of the e-mail, good for five days',
      args: v.strictObject({ as: by }),
      basis: 'documented',
      source: 'PAGE, milestones: the e-mail is confirmed within five days',
    },
    (state: State, { as }, house: PgeHouse) => {
      confirmEmail(registrationOf(state, thirdPartyNamed(state, as)), house)
      return { confirmed: as }
    },
  ),

  editRegistration: action(
    {
      title: 'changes addresses, data groups, history, Notify me or visibility in the portal',
      args: v.strictObject({
        as: by,
        redirectUri: v.optional(address),
        portalUri: v.optional(address),
        notifyUri: v.optional(v.nullable(address)),
        dataGroups: v.optional(groups),
        historyMonths: v.optional(history),
        notifyMe: v.optional(v.boolean()),
        visible: v.optional(v.boolean()),
      }),
      basis: 'documented',
      source: 'PAGE, portal: what a third party may edit; data groups and history bind new authorizations only',
    },
    (state: State, { as, ...told }, house: PgeHouse) => {
      const edits = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
      editRegistration(state, { clientId: thirdPartyNamed(state, as), edits }, house)
      return { edited: Object.keys(edits) }
    },
  ),

  uploadCertificate: action(
    {
      title: 'uploads a new client certificate, which PG&E applies days later',
      args: v.strictObject({ as: by, certificate }),
      basis: 'documented',
      source: 'PAGE, portal: a certificate takes several days; the old one works until then',
    },
    (state: State, { as, certificate }, house: PgeHouse) => {
      const about = { clientId: thirdPartyNamed(state, as), certificate: certificateGiven(certificate) }
      uploadCertificate(state, about, house)
      return { uploaded: as }
    },
  ),

  cancelAuthorization: action(
    {
      title: 'cancels an authorization in the portal, in place of the client',
      args: v.strictObject({ as: by, of: named('customer') }),
      basis: 'documented',
      source: 'PAGE, portal: authorizations by Subscription ID with cancel',
    },
    (state: State, { as, of }, house: PgeHouse) => {
      const clientId = thirdPartyNamed(state, as)
      const current = currentAuthorization(state, { clientId, customer: customerNamed(state, of) }, house.now)
      if (!current) throw new Impossible(`There is no current authorization of ${of}: the client may have deleted it.`)
      deleteAuthorization(state, { bearer: { clientId }, id: current.id }, house)
      return { cancelled: current.id }
    },
  ),

  askToClose: action(
    {
      title: 'asks by e-mail to close the registration, which PG&E does within two business days',
      args: v.strictObject({ as: by }),
      basis: 'documented',
      source: 'PAGE, registration: closed on request within two business days',
    },
    (state: State, { as }, house: PgeHouse) => {
      const clientId = thirdPartyNamed(state, as)
      const on = askToClose(state, { clientId }, house)
      return { closes: on, standing: standingOf(registrationOf(state, clientId), house.now) }
    },
  ),
}
